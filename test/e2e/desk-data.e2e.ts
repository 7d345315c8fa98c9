import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, type Served } from '../../src/serve/index.ts'
import { OURS, openTestDesk, type TestDesk } from '../help/desk-app.ts'
import { openBrowser } from './browser.ts'

let browser: Browser
let server: Served
let desk: TestDesk
let versions: readonly string[]

beforeAll(async () => {
  ;[browser, desk] = await Promise.all([openBrowser(), openTestDesk(OURS)])
  await desk.store.write([
    {
      kind: 'source',
      source: {
        address: 'https://a.example/feed',
        failures: 0,
        answered: '2025-06-01T11:50:00Z',
        asked: '2025-06-01T11:50:00Z',
      },
    },
    {
      kind: 'source',
      source: {
        address: 'https://b.example/feed',
        failures: 9,
        asked: '2025-06-01T11:50:00Z',
        fault: 'the server answered 503',
      },
    },
    {
      kind: 'source',
      source: { address: '/drop', failures: 0, answered: '2025-05-01T11:50:00Z', asked: '2025-05-01T11:50:00Z' },
    },
    {
      kind: 'notice',
      notice: { code: 'bad-line', message: 'line 3 is no JSON', cure: 'Mend it.', file: 'a.jsonl', line: 3 },
    },
  ])
  const found: string[] = []
  for await (const { id } of desk.store.articles({ address: 'https://edited.example/talks' })) found.push(id)
  versions = found
  server = await listen(desk.app, { port: 0 })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await desk?.desk.close()
})

const WIDE = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 } }

const VIEWS: readonly (readonly [string, () => string])[] = [
  ['events', () => 'c/talks/events?page=2'],
  ['events narrowed', () => 'c/talks/events?kind=CONSULT&mood=done&origins=2&as-of=2025-05-28'],
  ['no events', () => 'c/talks/events?actor=nobody'],
  ['statements', () => 'c/talks/statements'],
  ['disagreements', () => 'c/talks/disagreements'],
  ['expected', () => 'c/talks/expected'],
  ['reports', () => 'c/talks/reports'],
  ['versions of a report', () => `articles/${versions[0]}?with=${versions[1]}&passage=0-60`],
  ['sources', () => 'sources'],
  ['notices', () => 'notices'],
  ['search', () => 'search?q=ballistic'],
  ['search without a hit', () => 'search?q=zebra&known-by=2025-05-28'],
  ['what cannot be shown', () => 'c/talks/events?kind=WAR'],
]

/** Opens a view, hands it over, and fails on any error, refused resource or request to elsewhere. */
async function visit(path: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on(
    'console',
    message => message.type() === 'error' && !/status of 400/u.test(message.text()) && faults.push(message.text()),
  )
  page.on(
    'request',
    request => request.url().startsWith(server.url) || request.url() === 'data:,' || faults.push(request.url()),
  )
  try {
    await page.goto(server.url + path)
    await act(page)
  } finally {
    await context.close()
  }
  expect(faults).toEqual([])
}

const opened = async (page: Page) => {
  for (const summary of (await page.locator('#part details:not([open]) > summary').all()).slice(0, 4))
    if (await summary.isVisible()) await summary.click()
}
const tooWide = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth')

describe.each(VIEWS)('%s', (_, path) => {
  test.each([
    ['light', WIDE],
    ['dark', WIDE],
    ['light', PHONE],
  ] as const)('axe finds nothing and nothing is too wide, %s', { timeout: 120_000 }, (colorScheme, size) =>
    visit(path(), { ...size, colorScheme }, async page => {
      await opened(page)
      expect(await tooWide(page)).toBe(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(one => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
    }),
  )
  test('no width scrolls sideways', () =>
    visit(path(), WIDE, async page => {
      for (const width of [360, 600, 768, 1024, 1920]) {
        await page.setViewportSize({ width, height: 800 })
        expect([width, await tooWide(page)]).toEqual([width, 0])
      }
    }))
})

test.each([true, false])('from a search to the passage in its report, scripts %s', javaScriptEnabled =>
  visit('search', { ...PHONE, javaScriptEnabled }, async page => {
    await page.getByLabel('Words').fill('ballistic missiles')
    await page.getByLabel('Words').press('Enter')
    await page.locator('.hits a').first().click()
    await page.waitForURL(/#passage$/u)
    const passage = page.locator('#passage')
    expect((await passage.innerText()).toLowerCase()).toContain('ballistic')
    const box = await passage.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(PHONE.viewport.height)
  }),
)

test('without scripts events are narrowed, sorted and opened by keyboard', () =>
  visit('c/talks/events', { ...WIDE, javaScriptEnabled: false }, async page => {
    const shown = async () => Number.parseInt(await page.locator('caption').innerText(), 10)
    const all = await shown()
    await page.locator('.facet a', { hasText: 'talks' }).first().press('Enter')
    await page.waitForURL(/kind=CONSULT/u)
    const talks = await shown()
    expect(talks).toBeLessThan(all)
    await page.getByLabel('Origins, at least').fill('2')
    await page.getByLabel('Origins, at least').press('Enter')
    await page.waitForURL(/origins=2/u)
    expect(page.url()).toContain('kind=CONSULT')
    expect(await shown()).toBeLessThan(talks)
    await page.locator('th a', { hasText: 'Origins' }).press('Enter')
    await page.waitForURL(/sort=-origins/u)
    await page.locator('details.claims > summary').first().press('Enter')
    expect(await page.locator('details.claims li').first().isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Clear filters' }).press('Enter')
    await page.waitForURL(/\/events$/u)
    expect(await shown()).toBe(all)
  }))

test('filters stand open on a wide screen and are folded on a phone', async () => {
  const filter = (page: Page) => page.locator('.facet a').first()
  await visit('c/talks/events', WIDE, async page => expect(await filter(page).isVisible()).toBe(true))
  await visit('c/talks/events', PHONE, async page => {
    expect(await filter(page).isVisible()).toBe(false)
    await page.locator('.fold > summary').click()
    expect(await filter(page).isVisible()).toBe(true)
  })
})

test('a disagreement opens at the words that make it', () =>
  visit('c/talks/disagreements', WIDE, async page => {
    const [left, right] = await Promise.all([0, 1].map(i => page.locator('.sides > li').nth(i).boundingBox()))
    expect(left?.y).toBe(right?.y)
    await page.locator('.clash .source').first().click()
    expect(await page.locator('#passage').innerText()).toBe('14 ballistic missiles')
  }))

test('a day gone by stays from view to view', () =>
  visit('c/talks/events?as-of=2025-05-16', WIDE, async page => {
    await page.getByRole('link', { name: 'Reports', exact: true }).click()
    expect(page.url()).toContain('as-of=2025-05-16')
    expect(await page.locator('.lede').innerText()).toContain('16 May 2025')
  }))

test('on paper the claims of an event are unfolded and the filters are gone', () =>
  visit('c/talks/events?origins=2', WIDE, async page => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.facet').first().isVisible()).toBe(false)
    expect(await page.locator('details.claims li').first().isVisible()).toBe(true)
  }))
