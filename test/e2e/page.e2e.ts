import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { files, toHtml } from '../../src/publish/index.ts'
import { filesApp, listen, type Served } from '../../src/serve/index.ts'
import { fixture } from '../publish/fixture.ts'
import { changedFixture } from '../publish/fixture-changes.ts'
import { nasty, PAYLOADS } from '../publish/nasty.ts'
import { openBrowser } from './browser.ts'

let browser: Browser
let server: Served

beforeAll(async () => {
  browser = await openBrowser()
  const pages = files(fixture()).map(
    ({ name, type, text }) => [name === 'briefing.html' ? '/' : `/${name}`, { type, body: text }] as const,
  )
  server = await listen(filesApp(new Map(pages)), { port: 0 })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const WIDE = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 } }

/** Opens the page, hands it over, and fails on any error, refused resource or request to elsewhere. */
async function visit(options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on(
    'request',
    request => request.url().startsWith(server.url) || request.url() === 'data:,' || faults.push(request.url()),
  )
  try {
    await page.goto(server.url)
    await act(page)
  } finally {
    await context.close()
  }
  expect(faults).toEqual([])
}

const sentence = (page: Page, words: string) => page.locator('.s .t', { hasText: words }).first()

test('a click on a sentence shows its passages, highlighted in their context', () =>
  visit(WIDE, async page => {
    await sentence(page, 'Corvany reopened the northern channel').click()
    const drawer = page.getByRole('region', { name: 'What this rests on' })
    await drawer.waitFor()
    expect(await drawer.locator('mark').allTextContents()).toEqual([
      'Corvany reopened the northern channel to ferries ',
      ' after nine weeks.',
      'The northern channel was opened to ferries on Tuesday for the first time since 11 March.',
      'Ferries were using the northern channel again by Tuesday noon.',
    ])
    expect(await drawer.locator('s').allTextContents()).toEqual(['PORT ALDIS, May 13 (Meridian) - '])
    const text = await drawer.innerText()
    expect(text).toContain('3 passages, 3 independent origins')
    expect(text).toContain('The first boat, the Sandpiper')
    expect(text).toContain('Meridian News Agency')
    expect(text).toContain('13 May 2031, 16:40 +02:00')
    expect(text).toContain('leave/dateline')
    expect(await drawer.getByRole('link').first().getAttribute('href')).toContain('#:~:text=PORT%20ALDIS')
    await sentence(page, 'Corvany reopened the northern channel').click()
    expect(await drawer.isVisible()).toBe(false)
  }))

test('the drawer does not cover the words it explains', () =>
  visit(WIDE, async page => {
    await sentence(page, 'Corvany reopened the northern channel').click()
    const words = await sentence(page, 'Corvany reopened the northern channel').boundingBox()
    const drawer = await page.locator('#drawer').boundingBox()
    expect((words?.x ?? 0) + (words?.width ?? 9999)).toBeLessThanOrEqual(drawer?.x ?? 0)
  }))

test.each([
  ['wide', WIDE],
  ['phone', PHONE],
])('the way out of a long drawer stays in sight, %s', (_, size) =>
  visit({ ...size, viewport: { ...size.viewport, height: 500 } }, async page => {
    await sentence(page, 'Corvany reopened the northern channel').click()
    await page.locator('#drawer li').last().scrollIntoViewIfNeeded()
    const close = await page.getByRole('button', { name: 'Close' }).boundingBox()
    expect(close?.y).toBeGreaterThanOrEqual(0)
    expect(close?.y).toBeLessThan(60)
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.locator('#drawer').isVisible()).toBe(false)
  }),
)

test('values that clash stand side by side', () =>
  visit(WIDE, async page => {
    const [a, b] = await Promise.all([0, 1].map(i => page.locator('.readings li').nth(i).boundingBox()))
    expect(a?.y).toBe(b?.y)
    expect((a?.x ?? 9999) + (a?.width ?? 9999)).toBeLessThan(b?.x ?? 0)
  }))

test('the keyboard is enough', () =>
  visit(WIDE, async page => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the briefing')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const mark = await page.evaluate('document.activeElement.id')
    expect(mark).toBe('m2')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('region', { name: 'What this rests on' })
    await drawer.waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('drawer-title')
    await page.keyboard.press('Escape')
    expect(await drawer.isVisible()).toBe(false)
    expect(await page.evaluate('document.activeElement.id')).toBe(mark)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await drawer.innerText()).toContain('Estmar Tribune')
  }))

test.each(PAYLOADS)('what a report smuggles in stays text: %j', payload =>
  visit(WIDE, async page => {
    const faults: string[] = []
    page.on('dialog', async dialog => {
      faults.push(dialog.message())
      await dialog.dismiss()
    })
    page.on('request', request => faults.push(request.url()))
    await page.setContent(toHtml(nasty(payload, 'javascript:alert(1)')))
    for (let i = 0; i < 4; i++) await page.locator('.lead .t').nth(i).click()
    expect(await page.locator('#drawer mark').count()).toBeGreaterThan(0)
    expect(
      await page.locator('img, iframe, object, script:not([id="data"], [type="application/ld+json"])').count(),
    ).toBe(1)
    expect(faults).toEqual([])
  }),
)

test('a receipt of the source list leads to its sentence', () =>
  visit(WIDE, async page => {
    await page.locator('#s11 a[href="#n32"]').click()
    expect(await page.locator('.s.on').innerText()).toContain('Our escorts leave')
    expect(await page.evaluate('document.activeElement.id')).toBe('drawer-title')
  }))

test('on a phone the passages open in place and nothing is wider than the screen', () =>
  visit({ ...PHONE, hasTouch: true }, async page => {
    const width = () => page.evaluate('document.documentElement.scrollWidth')
    expect(await width()).toBe(390)
    await sentence(page, 'Lindra will host').tap()
    const drawer = page.locator('#drawer')
    const [above, below] = [await sentence(page, 'Lindra will host').boundingBox(), await drawer.boundingBox()]
    expect(below?.y ?? 0).toBeGreaterThan(above?.y ?? 9999)
    expect((below?.y ?? 9999) - (above?.y ?? 0)).toBeLessThan(200)
    expect(await width()).toBe(390)
  }))

test.each([320, 600, 768, 1024, 1200, 1280, 1920])('%i pixels: no sideways scrolling', width =>
  visit({ viewport: { width, height: 800 } }, async page => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  }),
)

test('without scripts every passage can be reached', () =>
  visit({ ...PHONE, javaScriptEnabled: false }, async page => {
    const passage = page.locator('#n3 blockquote')
    expect(await passage.isVisible()).toBe(false)
    await page.locator('.lead summary').first().click()
    expect(await passage.isVisible()).toBe(true)
    expect(await passage.innerText()).toContain('for the first time since 11 March')
    await page.locator('#m19').click()
    await page.waitForURL(/#n19$/u)
    expect(await page.locator('#n19 blockquote').isVisible()).toBe(true)
  }))

test('without scripts a mark opens its whole passage on a wide screen', () =>
  visit({ ...WIDE, javaScriptEnabled: false }, async page => {
    const passage = page.locator('#n10 blockquote')
    const height = async () => (await passage.boundingBox())?.height ?? 0
    const short = await height()
    await page.locator('#m10').click()
    await page.waitForURL(/#n10$/u)
    expect(await height()).toBeGreaterThan(short)
  }))

test('on a wide screen passages stand beside the text, with and without scripts', async () => {
  for (const javaScriptEnabled of [true, false])
    await visit({ ...WIDE, javaScriptEnabled }, async page => {
      const [text, note] = [
        await sentence(page, 'Estmar’s foreign minister').boundingBox(),
        await page.locator('#n5').boundingBox(),
      ]
      expect(note?.x ?? 0).toBeGreaterThan((text?.x ?? 9999) + (text?.width ?? 0))
      expect(Math.abs((note?.y ?? 9999) - (text?.y ?? 0))).toBeLessThan(24)
      expect(await page.locator('#n6').isVisible()).toBe(false)
      await page.locator('.lead summary').nth(1).click()
      expect(await page.locator('#n6').isVisible()).toBe(true)
    })
})

test('on paper every passage is a note and nothing waits for a click', async () => {
  for (const javaScriptEnabled of [true, false])
    await visit({ ...PHONE, javaScriptEnabled }, async page => {
      await page.emulateMedia({ media: 'print' })
      const numbers = await page.locator('.notes li').count()
      expect(numbers).toBeGreaterThan(30)
      for (let n = 1; n <= numbers; n++)
        expect(await page.locator(`#n${n} blockquote`).isVisible(), `note ${n}`).toBe(true)
      expect(await page.locator('nav').isVisible()).toBe(false)
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    })
})

test.each([
  ['light', WIDE],
  ['dark', WIDE],
  ['light', PHONE],
  ['dark', PHONE],
] as const)('axe finds nothing, %s', (colorScheme, size) =>
  visit({ ...size, colorScheme }, async page => {
    const broken = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(v => `${v.id}: ${v.nodes[0]?.html}`)
    expect(await broken()).toEqual([])
    await sentence(page, 'Corvany reopened the northern channel').click()
    expect(await broken()).toEqual([])
  }),
)

test.each([WIDE, PHONE])(
  'what changed: axe finds nothing, nothing is too wide, a repeated sentence opens beside itself',
  size =>
    visit(size, async page => {
      await page.setContent(toHtml(changedFixture()))
      for (const summary of await page.locator('details.changes > summary').all()) await summary.click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(v => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.viewport.width)
      const repeated = page.locator('#changed .s').first()
      await repeated.locator('.t').click()
      expect(await repeated.getAttribute('class')).toContain('on')
    }),
)

test('on paper what changed is unfolded', () =>
  visit(WIDE, async page => {
    await page.setContent(toHtml(changedFixture()))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('details.changes .s').first().isVisible()).toBe(true)
  }))
