import { describe, expect, test } from 'vitest'
import type { Source } from '../../src/core/briefing.ts'
import type { Article } from '../../src/core/types.ts'
import { outdated } from '../../src/run/index.ts'
import { fixture } from '../publish/fixture.ts'

const page = fixture()
const cited = page.sources.filter(source => source.cited && source.url && source.text !== '')
const source = cited[0] as Source

function versionOf({ article, title, publisher, lang, url, text }: Source, change: Partial<Article> = {}): Article {
  return {
    id: article,
    report: 'r',
    title,
    publisher,
    lang,
    text,
    related: [],
    promoted: [],
    ...(url ? { url } : {}),
    ...change,
  }
}

/** A store with these versions, in the order of arrival. */
const holding = (...versions: readonly Article[]) => ({
  articles: async function* ({ address }: { readonly address?: string } = {}) {
    yield* versions.filter(({ url }) => url === address)
  },
})

const stamp = { value: '2031-05-15T09:00:00+02:00', precision: 'second', certainty: 'stated', by: 'test/x' } as const

describe('a cited report that was edited', () => {
  test('says of each passage whether it still stands word for word', async () => {
    const [all] = await outdated(
      page,
      holding(versionOf(source), versionOf(source, { id: 'new', text: 'Nothing is left.' })),
    )
    const passage = all?.passages.find(one => one.in === undefined)
    expect(all?.passages.length).toBeGreaterThan(1)
    expect(all?.passages.map(({ stands }) => stands)).toEqual(all?.passages.map(one => one.in === 'title'))
    expect(passage?.text).toBe(source.text.slice(passage?.span.start, passage?.span.end))

    const kept = `Corrected. ${passage?.text.replaceAll(' ', '\n ')} More.`
    const edited = versionOf(source, { id: 'new', title: 'Another', text: kept, modified: stamp })
    const [some, ...none] = await outdated(page, holding(versionOf(source), edited))
    expect(none).toEqual([])
    expect(some).toMatchObject({
      number: source.number,
      article: source.article,
      at: stamp.value,
      later: { id: 'new' },
    })
    expect(some?.passages.find(({ span }) => span === passage?.span)?.stands).toBe(true)
    expect(some?.passages.some(({ stands }) => !stands)).toBe(true)
  })
  test('is compared with the last version', async () => {
    const versions = [
      versionOf(source),
      versionOf(source, { id: 'b', text: 'x' }),
      versionOf(source, { id: 'c', text: 'y' }),
    ]
    expect((await outdated(page, holding(...versions)))[0]?.later.id).toBe('c')
  })
})

test.each<readonly [string, readonly Article[]]>([
  ['alone', [versionOf(source)]],
  ['the last of its address', [versionOf(source, { id: 'old', text: 'x' }), versionOf(source)]],
  [
    'followed by its own words under another date',
    [versionOf(source), versionOf(source, { id: 'b', published: stamp })],
  ],
  ['not in the store', [versionOf(source, { id: 'other', text: 'x' })]],
  [
    'beside another part of a running report',
    [versionOf(source), versionOf(source, { id: 'b', text: 'x', url: `${source.url}#post-2` })],
  ],
])('a report that is %s is not outdated', async (_, versions) => {
  const store = {
    articles: async function* () {
      yield* versions
    },
  }
  expect((await outdated({ ...page, sources: [source] }, store)).map(({ article }) => article)).toEqual([])
})
