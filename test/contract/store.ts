import { afterEach, describe, expect, test } from 'vitest'
import { knownBy } from '../../src/merge/index.ts'
import { briefingEntry, exportLines, importLines, type Store } from '../../src/store/index.ts'
import {
  articleEntry,
  articleOf,
  claimsEntry,
  layersEntry,
  markEntry,
  pageOf,
  reportOf,
  type Told,
  told,
} from './entries.ts'
import { sourcesContract } from './sources.ts'

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

export async function exported(store: Store): Promise<string> {
  return (await all(exportLines(store))).join('')
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}

const oslo: Told = {
  title: 'Talks in Oslo',
  text: 'Envoys met in Oslo. The talks go on.',
  published: '2025-05-10',
  url: 'https://www.a.org/x?utm_source=f',
}
const edited: Told = {
  ...oslo,
  text: 'Envoys met in Oslo. The talks are over.',
  published: '2025-05-11',
  url: 'https://a.org/x/',
}
const late: Told = {
  title: 'Rain',
  text: 'It rained in Łódź; the Умєров talks, 北京会谈.',
  published: '2025-05-12T01:30:00+02:00',
}
const undated: Told = { title: 'Fire', text: 'A fire broke out near the talks about talks on talks.' }
const every = [oslo, edited, late, undated]

/** A store that holds something of each kind. */
export async function filled(store: Store): Promise<Store> {
  await store.write(told(...every))
  await store.write([
    ...every.flatMap(one => [layersEntry(one), claimsEntry(one)]),
    {
      kind: 'notice',
      notice: { code: 'invalid-json', message: 'line "3"\n\u2028', cure: 'Mend it.', file: 'ü.jsonl', line: 3 },
    },
    { kind: 'source', source: { address: 'https://b.org/feed', etag: '"x"', failures: 2, fault: 'no answer' } },
    { kind: 'source', source: { address: 'https://a.org/feed', failures: 0, next: '2025-06-02T00:00:00Z' } },
    {
      kind: 'source',
      source: { address: 'https://a.org/2', of: 'https://a.org/feed', failures: 0, next: '2025-06-03' },
    },
    {
      kind: 'source',
      source: { address: 'https://a.org/1', of: 'https://a.org/feed', failures: 1, next: '2025-06-03' },
    },
    {
      kind: 'source',
      source: { address: 'https://a.org/0', of: 'https://a.org/feed', failures: 0, next: '2025-06-09' },
    },
    { kind: 'source', source: { address: 'https://a.org/feed', of: 'https://c.org/list', failures: 0 } },
    markEntry('m2', 'hide', 'event:1'),
    markEntry('m1', 'note', 'event:2'),
    markEntry('m3', 'undo', 'm2'),
  ])
  for (const [headline, day] of [
    ['First', '2025-05-10'],
    ['Second', '2025-05-12'],
    ['First', '2025-05-10'],
  ] as const)
    await publish(store, 'talks', headline, day)
  return store
}

async function publish(store: Store, crisis: string, headline: string, day: string): Promise<boolean> {
  const entry = briefingEntry(
    crisis,
    { briefing: pageOf(headline, day), events: [] },
    await store.latestBriefing(crisis),
  )
  if (entry) await store.write([entry])
  return entry !== undefined
}

/** What every store must do. `open` gives a new, empty one each time. */
export function storeContract(name: string, open: () => Store): void {
  const opened: Store[] = []
  const fresh = () => {
    const store = open()
    opened.push(store)
    return store
  }
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })
  describe(name, () => {
    facts(fresh)
    queries(fresh)
    searches(fresh)
    decisions(fresh)
    copies(fresh)
  })
}

function facts(fresh: () => Store): void {
  test('gives back what was written, in the order of arrival', async () => {
    const store = await filled(fresh())
    expect(await all(store.reports())).toEqual(every.map(reportOf))
    expect(await all(store.articles())).toEqual(every.map(articleOf))
    expect(await all(store.kept())).toEqual(
      every.map((one, i) => ({
        article: articleOf(one),
        arrival: i + 1,
        layers: layersEntry(one).layers,
        claims: claimsEntry(one).claims,
      })),
    )
    expect(await store.check()).toEqual([])
  })

  test('passes over what it has, and says so', async () => {
    const store = fresh()
    expect(await store.write(told(oslo))).toHaveLength(2)
    const again = { ...reportOf(oslo), origin: { file: 'other.jsonl' } }
    expect(await store.write([{ kind: 'report', report: again }, ...told(oslo, late)])).toEqual(told(late))
    expect((await all(store.reports())).map(report => report.origin.file)).toEqual(['a.jsonl', 'a.jsonl'])
  })

  test('goes on after an arrival, finds one by its id, and tells that something came', async () => {
    const store = fresh()
    const empty = await store.revision()
    await store.write(told(oslo, late))
    const [first, second] = await all(store.kept())
    const before = await store.revision()
    await store.write(told(edited))
    expect(before).toBeGreaterThan(empty)
    expect(await store.revision()).toBeGreaterThan(before)
    expect((await all(store.kept({ after: second?.arrival ?? 0 }))).map(({ article }) => article)).toEqual([
      articleOf(edited),
    ])
    expect((await all(store.articles({ after: first?.arrival ?? 0 }))).map(({ title }) => title)).toEqual([
      'Rain',
      'Talks in Oslo',
    ])
    expect(await all(store.articles({ id: articleOf(late).id }))).toEqual([articleOf(late)])
    expect(await all(store.articles({ id: 'nothing' }))).toEqual([])
    const quiet = await store.revision()
    await store.write([...told(late), layersEntry(late)])
    expect(await store.revision()).toBe(quiet)
    await store.write([markEntry('m1', 'note', 'event:2')])
    expect(await store.revision()).toBeGreaterThan(quiet)
  })

  test('keeps all entries of a write or none', async () => {
    const store = fresh()
    await expect(store.write([...told(oslo), articleEntry(late)])).rejects.toMatchObject({ fault: 'missing-reference' })
    expect(await store.counts()).toMatchObject({ report: 0, article: 0 })
    expect(await store.search('talks')).toEqual([])
    await expect(store.write([layersEntry(oslo)])).rejects.toMatchObject({ fault: 'missing-reference' })
    await expect(store.write([markEntry('m', 'undo', 'nothing')])).rejects.toMatchObject({ fault: 'missing-reference' })
  })

  test('a new version of extraction counts, the old one is kept, and what was read in it goes', async () => {
    const store = fresh()
    await store.write([...told(oslo, late), layersEntry(oslo), claimsEntry(oslo), layersEntry(late)])
    const better = { ...oslo, title: 'Peace in Oslo' }
    const entry = { ...articleEntry(better, 3), report: reportOf(oslo).id }
    expect(await all(store.reports({ extractedBefore: 3 }))).toEqual([oslo, late].map(reportOf))
    expect(await store.write([entry, { ...articleEntry(oslo, 2) }])).toHaveLength(2)
    expect(await all(store.reports({ extractedBefore: 3 }))).toEqual([reportOf(late)])
    expect(await store.counts()).toMatchObject({ article: 4, layers: 1, claims: 0 })
    expect((await all(store.articles())).map(article => article.title)).toEqual(['Rain', 'Peace in Oslo'])
    expect(await store.search('"talks in oslo"')).toEqual([])
    expect(await store.search('peace')).toHaveLength(1)
    expect(await store.write([layersEntry(oslo)])).toEqual([])
    expect(await store.check()).toEqual([])
  })

  test('a report without a text is extracted only once', async () => {
    const store = fresh()
    const report = reportOf(oslo)
    await store.write([
      { kind: 'report', report },
      { kind: 'article', report: report.id, version: 1, article: null },
    ])
    expect(await all(store.reports({ extractedBefore: 1 }))).toEqual([])
    expect(await all(store.articles())).toEqual([])
    expect(await store.check()).toEqual([])
  })

  test('two reports with one article give it once; it stays when one of them gives another', async () => {
    const store = fresh()
    const twin = { kind: 'report', report: { ...reportOf(oslo), id: 'twin' } } as const
    await store.write([...told(oslo), layersEntry(oslo), twin, { ...articleEntry(oslo), report: 'twin' }])
    expect(await all(store.articles())).toEqual([articleOf(oslo)])
    expect(await store.search('envoys')).toHaveLength(1)
    await store.write([{ ...articleEntry(late, 2), report: reportOf(oslo).id }])
    expect((await all(store.kept())).map(({ article, layers }) => [article.title, layers !== undefined])).toEqual([
      ['Talks in Oslo', true],
      ['Rain', false],
    ])
  })
}

function queries(fresh: () => Store): void {
  test('tells what was known by the end of a day as the page does', async () => {
    const store = await filled(fresh())
    for (const day of ['2025-05-09', '2025-05-10', '2025-05-11', '2025-05-12', '2025-06-01']) {
      const known = every.filter(one => knownBy(articleOf(one), day))
      expect(await all(store.articles({ knownBy: day }))).toEqual(known.map(articleOf))
      expect(await all(store.reports({ knownBy: day }))).toEqual(known.map(reportOf))
    }
    expect(await all(store.articles({ knownBy: '2025-05-11' }))).toHaveLength(3)
  })

  test('an edited page is a version of its address, whatever its tracking parameters', async () => {
    const store = await filled(fresh())
    expect(await all(store.articles({ address: 'https://a.org/x?fbclid=1' }))).toEqual([oslo, edited].map(articleOf))
    expect(await all(store.articles({ address: 'https://a.org/y' }))).toEqual([])
    expect(await all(store.articles({ address: 'nonsense' }))).toEqual([])
  })

  test('tells what a new version of a stage must make again', async () => {
    const store = fresh()
    await store.write([...told(oslo, late), layersEntry(oslo, 'old'), layersEntry(late, 'new')])
    const lacking = (kind: 'layers' | 'claims', version: string) => all(store.articles({ lacking: { kind, version } }))
    expect(await lacking('layers', 'new')).toEqual([articleOf(oslo)])
    expect(await lacking('claims', 'new')).toHaveLength(2)
    await store.write([layersEntry(oslo, 'new')])
    expect(await lacking('layers', 'new')).toEqual([])
    expect(await store.counts()).toMatchObject({ layers: 2 })
  })

  test('goes on while others write', async () => {
    const store = fresh()
    const many = Array.from({ length: 450 }, (_, i) => ({ ...oslo, text: `Report ${i}` }))
    await store.write(told(...many))
    let seen = 0
    for await (const article of store.articles({ lacking: { kind: 'claims', version: '1' } })) {
      seen++
      await store.write([{ kind: 'claims', article: article.id, version: '1', claims: [] }])
    }
    expect(seen).toBe(450)
    expect(await store.counts()).toMatchObject({ claims: 450 })
  })
}

function searches(fresh: () => Store): void {
  const titles = async (store: Store, words: string, query = {}) =>
    (await store.search(words, query)).map(({ article }) => article.title + article.text.slice(-8))

  test('finds articles by all of their words, best first', async () => {
    const store = await filled(fresh())
    expect(await titles(store, 'OSLO over')).toEqual(['Talks in Oslore over.'])
    expect(await titles(store, 'talks')).toHaveLength(4)
    expect((await store.search('rain'))[0]?.article.title).toBe('Rain')
    expect(await titles(store, 'talks', { knownBy: '2025-05-10' })).toEqual(['Talks in Oslos go on.'])
    expect(await titles(store, 'talks', { limit: 2 })).toHaveLength(2)
    const scores = (await store.search('talks')).map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  test('takes accents, scripts, phrases and beginnings', async () => {
    const store = await filled(fresh())
    for (const words of ['УМЄРОВ', 'łódz', '北京', '会谈', 'rain*', '"it rained"', 'rained talks'])
      expect([words, (await titles(store, words)).length]).toEqual([words, 1])
    expect(await titles(store, '"rained it"')).toEqual([])
    expect(await titles(store, '京北')).toEqual([])
  })

  test.each([
    '',
    '   ',
    '"',
    '*',
    '" OR 1',
    'NEAR(a b)',
    'title:talks',
    '-talks',
    "'; DROP TABLE reports",
    '\0',
    'a*b"c',
  ])('takes any text: %j', async words => {
    const store = await filled(fresh())
    await store.search(words)
    expect(await store.counts()).toMatchObject({ report: 4 })
  })

  test('shows the passage, with the words found', async () => {
    const text = `${'Nothing here. '.repeat(60)}Envoys of both sides met in Oslo. ${'Nothing there. '.repeat(60)}`
    const store = fresh()
    await store.write(told({ title: 'Long', text }))
    const [hit] = await store.search('oslo envoys')
    const { text: passage = '', found = [] } = hit?.snippet ?? {}
    expect(found.map(({ start, end }) => passage.slice(start, end))).toEqual(['Envoys', 'Oslo'])
    expect(text).toContain(passage)
    expect(passage.length).toBeLessThanOrEqual(240)
    expect(passage).toMatch(/^\p{L}.*[\p{L}.]$/u)
  })
}

function decisions(fresh: () => Store): void {
  test('keeps every page of a crisis once, also one that comes back', async () => {
    const store = await filled(fresh())
    expect(await publish(store, 'talks', 'First', '2025-05-10')).toBe(false)
    expect(await publish(store, 'other', 'First', '2025-05-10')).toBe(true)
    const pages = await all(store.briefings('talks'))
    expect(pages.map(({ briefing }) => briefing.headline[0].text)).toEqual(['First', 'Second', 'First'])
    expect(pages[0]?.briefing).toEqual(pageOf('First', '2025-05-10'))
    expect(new Set(pages.map(page => page.id)).size).toBe(3)
    expect(await all(store.briefings())).toHaveLength(4)
    expect(await store.latestBriefing('talks')).toEqual(pages[2])
    expect((await store.latestBriefing('talks', '2025-05-11'))?.briefing.asOf).toBe('2025-05-10')
    expect(await store.latestBriefing('talks', '2025-05-01')).toBeUndefined()
    expect(await store.latestBriefing('nothing')).toBeUndefined()
  })

  test('a mark is undone, and the undoing too, by the order of writing, not by the clock', async () => {
    const store = fresh()
    const standing = async () => (await store.marksInForce()).map(mark => mark.id)
    await store.write([markEntry('a', 'hide', 'event:1', '2025-06-02T00:00:00Z'), markEntry('b', 'note', 'event:2')])
    await store.write([markEntry('c', 'undo', 'a', '2025-06-01T00:00:00Z')])
    expect(await standing()).toEqual(['b'])
    await store.write([markEntry('d', 'undo', 'c', '2025-05-01T00:00:00Z')])
    expect(await standing()).toEqual(['a', 'b'])
    expect((await store.marksInForce('event:2')).map(mark => mark.id)).toEqual(['b'])
    expect(await store.counts()).toMatchObject({ mark: 4 })
    expect(await store.write([markEntry('a', 'confirm', 'event:9')])).toEqual([])
  })

  sourcesContract(fresh)

  test('notices are kept once; of a source the last health counts', async () => {
    const store = await filled(fresh())
    const notices = await all(store.notices())
    expect(notices).toHaveLength(1)
    expect(await store.write(notices.map(notice => ({ kind: 'notice', notice }) as const))).toEqual([])
    const health = { kind: 'source', source: { address: 'https://b.org/feed', failures: 0 } } as const
    expect(await store.write([health, health])).toEqual([health])
    expect(await store.sources()).toEqual([
      { address: 'https://a.org/feed', failures: 0, next: '2025-06-02T00:00:00Z' },
      health.source,
    ])
  })
}

function copies(fresh: () => Store): void {
  test('an export is imported to the same bytes, and again without adding anything', async () => {
    const text = await exported(await filled(fresh()))
    const copy = fresh()
    const lines = text.split('\n').length - 2
    expect(await importLines(copy, linesOf(text))).toBe(lines)
    expect(await exported(copy)).toBe(text)
    expect(await importLines(copy, linesOf(text))).toBe(0)
    expect(await exported(copy)).toBe(text)
    expect(await copy.check()).toEqual([])
  })

  test.each([
    ['', /line 1/u],
    ['{"format":"dragoman-store/9"}', /another version/u],
    ['{"format":"dragoman-briefing/1"}', /line 1/u],
    ['{"format":"dragoman-store/1"}\n{"kind":"mark"}', /line 2/u],
    ['{"format":"dragoman-store/1"}\n{"kind":"constructor"}', /line 2/u],
    [
      '{"format":"dragoman-store/1"}\n\n{"kind":"layers","article":"a","version":"1","layers":{"words":["{"],"layers":{}}}',
      /line 3/u,
    ],
    ['{"format":"dragoman-store/1"}\n{"kind":"rep', /line 2/u],
  ])('a bad export is refused with its line: %j', async (text, message) => {
    const store = fresh()
    await expect(importLines(store, linesOf(text))).rejects.toThrow(message)
    expect(await exported(store)).toBe('{"format":"dragoman-store/1"}\n')
  })
}
