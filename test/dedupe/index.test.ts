import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/core/types.ts'
import { lineages } from '../../src/dedupe/index.ts'
import { generated } from './generated.ts'
import { article, OTHER, origins, stamp, WIRE } from './help.ts'

const text = WIRE.join('\n\n')
const wire = article('wire.example', text)
const later = { published: '2025-05-29' }

describe('one lineage', () => {
  test.each<[string, string, Pick<Partial<Article>, 'byline' | 'title' | 'dateline'>?]>([
    ['an exact copy', text],
    ['head cut', WIRE.slice(2).join('\n\n')],
    ['tail cut', WIRE.slice(0, 3).join('\n\n')],
    [
      'a paragraph added',
      [...WIRE.slice(0, 3), 'Our reporter saw lorries turn back at Orlin.', ...WIRE.slice(3)].join('\n\n'),
    ],
    ['a background of its own added', `${text}\n\n${OTHER}`],
    ['byline swapped', text, { byline: 'By our own staff' }],
    ['headline changed', text, { title: 'Thousands flee as dam nears its limit' }],
    ['an agency credit line', `${text}\n\n(Reporting by Reuters)`],
    [
      'another dateline',
      `ORLIN, May 28 (AFP) - ${text}`,
      { dateline: { place: 'Orlin', span: { start: 0, end: 23 } } },
    ],
    ['paragraphs in one, quotation marks and dashes changed', text.replaceAll('\n\n', ' ').replaceAll(', ', ' – ')],
    ['capitals', text.toUpperCase()],
    [
      'words changed here and there',
      text.replace('some 1,400', 'about 1,400').replace('hardly', 'scarcely').replace('brought', 'took'),
    ],
  ])('%s', (_, copy, given) =>
    expect(origins([article('paper.example', copy, { ...later, ...given }), wire])).toEqual([
      ['wire.example', 'paper.example'],
    ]),
  )
  test('a shortened copy, where both credit one agency', () => {
    const agency = article('one.example', `MERESK, May 28 (Reuters) - ${text}`)
    const own = 'We went to see the place ourselves. '.concat(OTHER.split('\n\n').slice(0, 2).join(' '))
    const half = `${WIRE[0].split(' ').slice(0, 23).join(' ')}. ${WIRE[2].split(' ').slice(0, 20).join(' ')}. ${own}`
    expect(origins([agency, article('two.example', `${half} (Reuters)`, later)])).toEqual([
      ['one.example', 'two.example'],
    ])
    expect(origins([agency, article('two.example', half, later)])).toHaveLength(2)
  })
  test('versions of one address', () => {
    const url = 'https://www.paper.example/dam?id=7&utm_source=feed'
    const first = article('paper.example', text, { url })
    const second = article('paper.example', OTHER, { url: 'http://paper.example/dam/?id=7#top', ...later })
    expect(origins([first, second])).toHaveLength(1)
  })
  test('stubs with one title', () => {
    const stub = (at: string) => article(at, '', { title: 'Dam at Meresk holds for now, engineers say' })
    expect(origins([stub('a.example'), stub('b.example')])).toHaveLength(1)
  })
  test('many near copies', () => {
    const copies = Array.from({ length: 450 }, (_, i) =>
      article(`paper${i}.example`, `Edition ${i} of the day.\n\n${WIRE.slice(i % 3).join('\n\n')}`, later),
    )
    expect(origins([wire, ...copies])).toHaveLength(1)
  })
})

describe('separate lineages', () => {
  test('the same happening told by another author', () => {
    expect(origins([wire, article('paper.example', OTHER, later)])).toEqual([['wire.example'], ['paper.example']])
  })
  test('the same, both crediting one agency', () => {
    const credited = (at: string, body: string) => article(at, `${body}\n\nWith material from AFP`)
    expect(origins([credited('a.example', text), credited('b.example', OTHER)])).toHaveLength(2)
  })
  test('two authors who quote the same words', () => {
    const said =
      '“We were told at four that the gates would open at five, and nobody in the office could say which of the roads would still be dry by then, so we took the children and the old car and simply drove uphill”'
    const a = `Nela Brandt, a baker, was among the last to leave. ${said}, she said. Her shop stands in water.`
    const b = `In the hall people sleep beside strangers. ${said}, a woman from Lower Meresk recalls. Outside, lorries unload bread.`
    expect(origins([article('a.example', a), article('b.example', b)])).toHaveLength(2)
  })
  test('pages of one host without addresses of their own', () => {
    const url = 'https://paper.example/'
    expect(origins([article('a.example', text, { url }), article('b.example', OTHER, { url })])).toHaveLength(2)
  })
  test('a short line that another text holds', () => {
    const line = 'He did not say when talks would resume.'
    expect(origins([article('a.example', line), article('b.example', `${OTHER} ${line}`)])).toHaveLength(2)
  })
  test('stubs with different titles', () => {
    const stub = (at: string, title: string) => article(at, 'Read more.', { title })
    expect(origins([stub('a.example', 'Dam holds'), stub('b.example', 'Dam breaks')])).toHaveLength(2)
  })
  test('articles without title and text', () => {
    const bare = (at: string) => article(at, '', { title: '' })
    expect(origins([bare('a.example'), bare('b.example')])).toHaveLength(2)
  })
})

describe('the origin', () => {
  test('is published first, in whatever zone', () => {
    const at = (publisher: string, published: string) => article(publisher, text, { published })
    expect(
      origins([
        at('b.example', '2025-05-28T10:00:00+02:00'),
        at('c.example', '2025-05-28T11:00:00+02:00'),
        at('a.example', '2025-05-28T09:30:00+03:00'),
      ]),
    ).toEqual([['a.example', 'b.example', 'c.example']])
  })
  test('is known first where publication is not given; without any time last', () => {
    const { published: _, ...none } = article('none.example', text)
    const known: Article = { ...none, id: 'known', publisher: 'known.example', known: stamp('2025-05-20') }
    expect(origins([none, wire, known])).toEqual([['known.example', 'wire.example', 'none.example']])
  })
})

describe('all input', () => {
  const some = [...generated(40)]
  test('nothing gives nothing', () => expect(lineages([])).toEqual([]))
  test('order does not matter, each article is in exactly one lineage', () => {
    const expected = lineages(some)
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), mixed => {
        expect(lineages(mixed)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
    expect(expected.flatMap(lineage => lineage.articles).sort()).toEqual(some.map(one => one.id).sort())
  })
  test('the same articles twice give the same', () => expect(lineages([...some, ...some])).toEqual(lineages(some)))
  test('any texts at all', () => {
    const words = fc.array(fc.constantFrom('rain', 'dam', 'the', '"', '“', '”', '.', '\n\n', '水', '1,400', "it's"), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), texts => {
        const all = texts.map((parts, i) => article(`p${i}.example`, parts.join(' ')))
        const ids = lineages(all).flatMap(lineage => lineage.articles)
        expect([...ids].sort()).toEqual([...new Set(all.map(one => one.id))].sort())
      }),
    )
  })
  test('an article joins those it shares an origin with, whatever else is there', () => {
    fc.assert(
      fc.property(fc.nat(WIRE.length - 3), fc.subarray(some), (cut, others) => {
        const copy = article('copy.example', WIRE.slice(cut, cut + 3).join('\n\n'), later)
        const found = lineages([...others, copy, wire]).find(lineage => lineage.articles.includes(wire.id))
        expect(found?.articles).toEqual([wire.id, copy.id])
      }),
    )
  })
})
