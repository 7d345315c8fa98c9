import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Line, openTestDesk, type TestDesk } from '../../help/desk-app.ts'
import { nasty, PAYLOADS } from '../../publish/nasty.ts'
import { appOf } from './app.ts'
import { type Dom, documentOf } from './dom.ts'

const SCRIPT = 'javascript:alert(1)'

/** Reports on the topic that hold a payload wherever a report may hold text. */
const LINES: readonly Line[] = [
  ...PAYLOADS.flatMap((payload, i) =>
    [0, 1].map(copy => ({
      url: copy === 0 ? SCRIPT : `https://evil.example/${i}?a="><b>&c=${encodeURIComponent(payload.toWellFormed())}`,
      publisher: `evil ${payload}`,
      published: '2025-05-28T10:00:00Z',
      title: `Talks ${payload} of Russia and Ukraine`,
      text: `Russia and Ukraine will hold talks in Istanbul on June 2, number ${i}, Vladimir Medinsky ${payload} said. Russia attacked Kyiv with ${10 + i} ${payload} drones.`,
    })),
  ),
  {
    url: 'https://formula.example/',
    publisher: '=cmd|calc',
    published: '2025-05-28T10:00:00Z',
    title: '=1+1',
    text: '=HYPERLINK("http://evil.example") Russia attacked Ukraine on Tuesday before the talks in Istanbul.',
  },
]

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk(LINES)
  await desk.store.write(
    PAYLOADS.flatMap((payload, i) => [
      { kind: 'notice', notice: { code: `odd${payload}`, message: payload, cure: payload, file: payload, line: i } },
      {
        kind: 'source',
        source: { address: SCRIPT + i + payload, failures: 4, answered: payload, asked: payload, fault: payload },
      },
    ]),
  )
})

/** What of a page could act: anything but text, our own pictures, and links that lead where links may. */
function dangers(page: Dom): readonly string[] {
  const strange = page.all('#part *').flatMap(element => {
    const attributes = [...element.attributes].map(({ name, value }) => [name.toLowerCase(), value] as const)
    const bad = attributes.filter(([name]) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
    const links = attributes.filter(
      ([name, value]) => ['href', 'src', 'action'].includes(name) && !/^(?:\/(?!\/)|#|https?:\/\/)/u.test(value),
    )
    return [...bad, ...links].map(([name, value]) => `${element.tagName} ${name}=${value}`)
  })
  const elements = page.all('#part :is(img, iframe, object, embed, base, meta, link, style, script)')
  return [...strange, ...elements.map(({ tagName }) => tagName)]
}

async function paths(): Promise<readonly string[]> {
  const articles: string[] = []
  for await (const { id, publisher } of desk.store.articles())
    if (publisher.startsWith('evil')) articles.push(`/articles/${id}?passage=0-40`)
  const views = ['events', 'statements', 'disagreements', 'expected', 'reports'].map(view => `/c/talks/${view}`)
  return [...views, '/c/talks/events?sort=actor', '/sources', '/notices', '/search?q=Medinsky', ...articles]
}

test('what a report smuggles in stays text in every view', async () => {
  const all = await paths()
  expect(all.length).toBeGreaterThan(20)
  for (const path of all) {
    const { status, text } = await desk.get(path)
    expect([path, status]).toEqual([path, 200])
    expect([path, dangers(documentOf(text))]).toEqual([path, []])
  }
})

test.each([
  ['/c/talks/events', '"><img src=x onerror=alert(1)>'],
  ['/c/talks/reports', "' onmouseover='alert(1)"],
  ['/search?q=Medinsky', '"><img src=x onerror=alert(1)>'],
  ['/notices', '</script><script>alert(1)</script>'],
])('%s shows it as it is', async (path, words) => {
  expect(documentOf((await desk.get(path)).text).text('#part')).toContain(words)
})

describe.each(PAYLOADS)('an address that holds %j', payload => {
  const { ask } = appOf({})
  const query = encodeURIComponent(payload.toWellFormed())
  test.each([
    `/search?q=${query}`,
    `/notices?code=${query}`,
    `/c/strait/events?actor=${query}&place=${query}&month=${query}`,
    `/c/strait/events?kind=${query}`,
    `/c/strait/statements?side=${query}&actor=${query}`,
    `/c/strait/reports?publisher=${query}&lang=${query}`,
    `/articles/${query}`,
    `/articles/x?passage=${query}`,
  ])('is told back as text by %s', async path => {
    const { status, text } = await ask(path)
    expect([200, 400, 404]).toContain(status)
    expect(dangers(documentOf(text))).toEqual([])
  })
})

test.each(PAYLOADS)('a briefing that holds %j behind every text stays text', async payload => {
  const { ask } = appOf({ page: () => nasty(payload, SCRIPT) })
  for (const view of ['events', 'statements', 'disagreements', 'expected', 'reports']) {
    const { status, text } = await ask(`/c/strait/${view}`)
    expect([view, status, dangers(documentOf(text))]).toEqual([view, 200, []])
  }
})

test('what a spreadsheet would run is text there', async () => {
  const { text } = await desk.get('/c/talks/coded-events.csv')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  const cells = rows.flatMap(row => Object.values(row))
  expect(cells.filter(cell => /^\s*[=+@-]/u.test(cell))).toEqual([])
  expect(cells.some(cell => cell.startsWith("'=HYPERLINK"))).toBe(true)
})
