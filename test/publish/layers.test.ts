import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../src/core/span.ts'
import type { Annotation, Article, Claim, Doc, Kinds, Layers } from '../../src/core/types.ts'
import { layersArticle, layersPage } from '../../src/publish/layers.ts'
import { drawTree, type Word } from '../../src/publish/layers-arcs.ts'
import { linesOf, type Mark, marksOf, type Piece, piecesOf } from '../../src/publish/layers-marks.ts'
import { bodyOf, clean, texts } from './dom.ts'
import { PAYLOADS } from './nasty.ts'

const TEXT = 'Ann Lee told the BBC in Oslo on Monday: "Forty ships left Oslo." Talks go on.'

function at(words: string, from = 0): Span {
  const start = TEXT.indexOf(words, from)
  if (start < 0) throw new Error(`no "${words}" in the text`)
  return { start, end: start + words.length }
}

function note<K extends keyof Kinds>(span: Span, value: Kinds[K]): Annotation<K> {
  return { span, value, by: 'test/rule' }
}

const NONE: Layers = { sentence: [], token: [], name: [], time: [], place: [], amount: [], quote: [], mention: [] }
const oslo = (from = 0) => at('Oslo', from)
const LAST = TEXT.indexOf('left')
const POINT = { country: 'NOR', latitude: 59.91, longitude: 10.75 } as const
const OSLO = { label: 'Oslo', kind: 'city', ...POINT, precision: 'town', id: 'NOR-oslo' } as const

/** "Talks go on.": `go` is the root. */
const talks = (['Talks', 'go', 'on', '.'] as const).map((word, i) =>
  note<'token'>(at(word, TEXT.indexOf('Talks')), {
    kind: word === '.' ? 'punctuation' : 'word',
    norm: word.toLowerCase(),
    pos: ['NOUN', 'VERB', 'ADP', 'PUNCT'][i] ?? '',
    lemma: ['talk', 'go', 'on', '.'][i] ?? '',
    relation: ['nsubj', 'root', 'compound:prt', 'punct'][i] ?? '',
    ...(i !== 1 && { head: 1 }),
  }),
)

const LAYERED: Layers = {
  ...NONE,
  sentence: [
    note(at(TEXT.slice(0, TEXT.indexOf(' Talks'))), { kind: 'sentence', paragraph: 0 }),
    note(at('Talks go on.'), { kind: 'sentence', paragraph: 0 }),
  ],
  token: talks,
  name: [
    note(at('Ann Lee'), { type: 'PERSON', label: 'Ann Lee', actor: 'ann-lee', role: 'envoy', country: 'NOR' }),
    note(at('the BBC'), { type: 'ORGANISATION', label: 'BBC', described: true }),
    note(oslo(), { type: 'PLACE', label: 'Oslo' }),
    note(oslo(LAST), { type: 'PLACE', label: 'Oslo' }),
  ],
  place: [note(oslo(), OSLO), note(oslo(LAST), OSLO)],
  time: [
    note(at('on Monday'), {
      type: 'DATE',
      value: '2031-05-12',
      when: { earliest: '2031-05-12', latest: '2031-05-12', precision: 'day', edtf: '2031-05-12' },
      anchor: 'published',
      certainty: 'implied',
    }),
  ],
  amount: [note(at('Forty ships'), { kind: 'count', value: 40, bound: 'exact', unit: 'ship' })],
  quote: [
    note(at('"Forty ships left Oslo."'), {
      kind: 'direct',
      content: at('Forty ships left Oslo.'),
      speaker: at('Ann Lee'),
      cue: at('told'),
    }),
  ],
}

function article(values: Partial<Article> = {}): Article {
  return {
    id: 'a',
    report: 'r',
    publisher: 'Gazette',
    lang: 'en',
    title: 'Ships leave',
    url: 'https://gazette.example/1',
    text: TEXT,
    related: [],
    promoted: [],
    published: { value: '2031-05-13', precision: 'day', certainty: 'stated', by: 'test' },
    ...values,
  }
}

function claim(values: Partial<Claim> = {}): Claim {
  const sentence = LAYERED.sentence[1]?.span ?? { start: 0, end: 0 }
  return {
    id: 'c',
    article: 'a',
    type: 'CONSULT',
    flags: { negated: false, future: true, hypothetical: false, past: false },
    source: { id: 'ann-lee', label: 'Ann Lee', kind: 'person' },
    amounts: [],
    trigger: at('Talks'),
    sentence,
    evidence: [{ article: 'a', span: sentence, by: 'claim/talks' }],
    ...values,
  }
}

const page = (doc: Doc, claims: readonly Claim[] = []) => layersPage([layersArticle(doc, claims, 1)])
const whole = page({ article: article(), layers: LAYERED }, [claim()])
const document = parseHTML(whole).document
const tipOf = (selector: string) => clean(document.querySelector(`main ${selector} > .tip`))

describe('the page of layers', () => {
  test('says what the article is', () => {
    expect(texts(document.querySelectorAll('article h2'))).toEqual(['Ships leave'])
    expect(texts(document.querySelectorAll('.about'))).toEqual([
      'Gazette · 13 May 2031 · en · https://gazette.example/1',
      '2 sentences · 4 names · 2 places · 1 time · 1 amount · 1 quotation · 1 claim',
    ])
  })

  test('marks every layer with a label besides its colour', () => {
    const label = (kind: string) => clean(document.querySelector(`main .mark.${kind} rt`))
    expect(['person', 'organisation', 'place', 'time', 'amount'].map(label)).toEqual([
      'person',
      'org',
      'place',
      '2031-05-12',
      'amount',
    ])
    expect(document.querySelectorAll('main .mark.organisation.described').length).toBe(1)
    expect(clean(document.querySelector('main .direct .tag')?.firstChild)).toBe('said 1')
    expect(clean(document.querySelector('main .speaker .tag')?.firstChild)).toBe('speaker 1')
  })

  test('tells what is known of a mark', () => {
    expect(tipOf('.person')).toBe('Ann Lee type person role envoy actor ann-lee country NOR rule test/rule')
    expect(tipOf('.place')).toContain('place city NOR-oslo coordinates 59.91° N, 10.75° E')
    expect(tipOf('.time')).toContain('12 May 2031 TIMEX3 DATE 2031-05-12 from 12 May 2031 to 12 May 2031 how exact day')
    expect(tipOf('.amount')).toBe('40 ship kind count unit ship rule test/rule')
    expect(tipOf('.direct > .tag')).toBe('Quotation speaker Ann Lee said by told rule test/rule')
  })

  test('gives words of nobody named a label without a number', () => {
    const quote = LAYERED.quote.map(({ value: { speaker: _, ...value }, ...it }) => ({ ...it, value }))
    const body = bodyOf(layersArticle({ article: article(), layers: { ...LAYERED, quote } }, [], 1).markup.markup)
    expect(clean(body.querySelector('.voice.v0 .tag')?.firstChild)).toBe('quoted')
    expect(body.querySelector('.speaker')).toBeNull()
  })

  test('gives a speaker and his words one shade', () => {
    for (const part of ['.speaker', '.direct'])
      expect(document.querySelector(`main .voice${part}`)?.className, part).toMatch(/ v1$/u)
  })

  test('shows claims as chips beside their sentence', () => {
    const rows = [...document.querySelectorAll('.line')].map(line => line.querySelectorAll('.chip').length)
    expect(rows).toEqual([0, 1])
    expect(clean(document.querySelector('.chip'))).toMatch(/^● CONSULT Ann Lee → \? to come/u)
  })

  test('needs nothing from outside, runs no script, and its policy names its style', () => {
    expect(document.querySelectorAll('script, [src], [style], link:not([href="data:,"])').length).toBe(0)
    const hash = createHash('sha256')
      .update(document.querySelector('style')?.textContent ?? '')
      .digest('base64')
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content')
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
  })

  test('lists several articles, and one not', () => {
    expect(document.querySelector('nav')).toBeNull()
    const doc = { article: article(), layers: LAYERED }
    const two = parseHTML(layersPage([layersArticle(doc, [], 1), layersArticle(doc, [], 2)])).document
    expect([...two.querySelectorAll('nav a')].map(link => link.getAttribute('href'))).toEqual(['#a1', '#a2'])
    for (const link of two.querySelectorAll('nav a'))
      expect(two.getElementById((link.getAttribute('href') ?? '').slice(1))?.tagName).toBe('ARTICLE')
  })

  test('shows the text of an article in a language it does not read', () => {
    const text = 'Перша думка.\n\nДруга думка.'
    const body = bodyOf(layersArticle({ article: article({ text, lang: 'uk' }), layers: NONE }, [], 1).markup.markup)
    expect(texts(body.querySelectorAll('.said-text'))).toEqual(['Перша думка.', 'Друга думка.'])
    expect(clean(body.querySelector('.hint'))).toContain('(uk)')
  })

  test('cuts a very long article and says so', () => {
    const text = `${'a'.repeat(150_000)}\n\n${'b'.repeat(60_000)}`
    const body = bodyOf(layersArticle({ article: article({ text }), layers: NONE }, [], 1).markup.markup)
    expect(body.querySelectorAll('.line').length).toBe(1)
    expect(clean(body.querySelector('.cut'))).toContain('210002 characters')
    const short = bodyOf(layersArticle({ article: article(), layers: NONE }, [], 1).markup.markup)
    expect(short.querySelector('.cut')).toBeNull()
  })
})

describe('hostile text', () => {
  const shape = (html: string) =>
    [...parseHTML(html).document.querySelectorAll('*')].map(
      element => `${element.tagName} ${element.attributes.length}`,
    )

  test.each(PAYLOADS)('stays text: %j', payload => {
    const own = (words: string) => words + payload
    const text = TEXT.replace(/ships/u, own('ships'))
    const spoilt: Layers = {
      ...LAYERED,
      quote: [],
      place: [],
      name: LAYERED.name.slice(0, 3).map(it => ({
        ...it,
        value: { ...it.value, label: own(it.value.label), role: own(it.value.role ?? 'r'), actor: own('actor') },
      })),
      amount: [],
      time: [],
      token: [],
      sentence: [note({ start: 0, end: text.length }, { kind: 'sentence', paragraph: 0 })],
    }
    const make = (title: string, body: string, layers: Layers, label: string) =>
      page({ article: article({ title, text: body, publisher: title, url: title }), layers }, [
        claim({ sentence: { start: 0, end: 5 }, source: { id: label, label, kind: 'person' } }),
      ])
    const plainNames = spoilt.name.map(it => ({ ...it, value: { ...it.value, label: 'n', role: 'r', actor: 'a' } }))
    const sound = {
      ...spoilt,
      name: plainNames,
      sentence: [note<'sentence'>({ start: 0, end: TEXT.length }, { kind: 'sentence', paragraph: 0 })],
    }
    const html = make(own('Title'), text, spoilt, own('Ann'))
    expect(shape(html).filter(it => !it.startsWith('BDI'))).toEqual(
      shape(make('Title', TEXT, sound, 'Ann')).filter(it => !it.startsWith('BDI')),
    )
    expect(html).not.toContain('<script')
  })

  test('stays text in words, tags and relations', () => {
    const bad = '"><script>alert(1)</script>'
    const words: Word[] = [
      { text: bad, pos: bad, xpos: bad, lemma: bad, features: bad, relation: 'root' },
      { text: 'b', pos: 'X', xpos: '', lemma: '', features: '', relation: bad, head: 0 },
    ]
    expect(drawTree(words).markup).not.toContain('<script')
    expect(bodyOf(drawTree(words).markup).querySelectorAll('svg .w').length).toBe(2)
  })

  test('makes no link of an address that is none', () => {
    const html = page({ article: article({ url: 'javascript:alert(1)' }), layers: NONE })
    expect(parseHTML(html).document.querySelectorAll('a[href^="javascript"]').length).toBe(0)
  })
})

describe('words and dependencies', () => {
  test('are drawn with an arc for each dependent, a label each, and the root', () => {
    const [tree, ...more] = document.querySelectorAll('svg.tree')
    expect(more).toEqual([])
    expect(tree?.querySelectorAll('.arc path:not(.end)').length).toBe(3)
    expect(texts(tree?.querySelectorAll('.arc text') ?? [])).toEqual(['nsubj', 'compound:prt', 'punct'])
    expect(texts(tree?.querySelectorAll('.w') ?? [])).toEqual(['Talks', 'go', 'on', '.'])
    expect(texts(tree?.querySelectorAll('.p') ?? [])).toEqual(['NOUN', 'VERB', 'ADP', 'PUNCT'])
    expect(texts(tree?.querySelectorAll('.root .w') ?? [])).toEqual(['go'])
    expect(tree?.getAttribute('aria-label')).toBe('Talks nsubj of go; root go; on compound:prt of go')
  })

  test('are a table in a sentence of more than 80 words', () => {
    const made = (count: number) => {
      const text = Array.from({ length: count }, () => 'w').join(' ')
      const token = Array.from({ length: count }, (_, i) =>
        note<'token'>(
          { start: 2 * i, end: 2 * i + 1 },
          { kind: 'word', norm: 'w', pos: 'X', relation: i === 0 ? 'root' : 'dep', ...(i > 0 && { head: i - 1 }) },
        ),
      )
      const sentence = [note<'sentence'>({ start: 0, end: text.length }, { kind: 'sentence', paragraph: 0 })]
      const doc = { article: article({ text }), layers: { ...NONE, token, sentence } }
      return bodyOf(layersArticle(doc, [], 1).markup.markup)
    }
    expect(made(80).querySelectorAll('svg').length).toBe(1)
    const long = made(81)
    expect(long.querySelectorAll('svg').length).toBe(0)
    expect(long.querySelectorAll('tbody tr').length).toBe(81)
    expect(clean(long.querySelectorAll('tbody tr')[1])).toBe('2wXw (1)dep')
  })
})

describe('marks', () => {
  const mark = (start: number, end: number): Mark => {
    const time = note<'time'>({ start, end }, { type: 'DATE', value: `${start}`, anchor: 'none', certainty: 'stated' })
    return { kind: 'time', span: time.span, time }
  }
  const draw = (pieces: readonly Piece[], text = 'abcdefgh'): string =>
    pieces
      .map(piece =>
        piece.mark
          ? `${piece.first ? '(' : '<'}${draw(piece.inside, text)})`
          : text.slice(piece.span.start, piece.span.end),
      )
      .join('')
  const check = (marks: readonly [number, number][], from = 0, to = 8) =>
    draw(
      piecesOf(
        { start: from, end: to },
        marks.map(([start, end]) => mark(start, end)),
      ),
    )

  test('nest, and are cut where they only overlap', () => {
    expect(check([])).toBe('abcdefgh')
    expect(
      check([
        [1, 3],
        [5, 8],
      ]),
    ).toBe('a(bc)de(fgh)')
    expect(
      check([
        [0, 8],
        [2, 4],
      ]),
    ).toBe('(ab(cd)efgh)')
    expect(
      check([
        [1, 4],
        [2, 6],
      ]),
    ).toBe('a(b(cd))<ef)gh')
    expect(
      check([
        [1, 4],
        [1, 4],
      ]),
    ).toBe('a((bcd))efgh')
    expect(
      check([
        [0, 4],
        [2, 7],
        [3, 5],
      ]),
    ).toBe('(ab(c(d)))<<e)fg)h')
  })

  test('that reach out of a passage are cut to it', () => {
    expect(check([[0, 8]], 2, 4)).toBe('<cd)')
    expect(check([[3, 8]], 2, 5)).toBe('c(de)')
  })

  test('hold a name that is also a place once', () => {
    const places = marksOf(LAYERED, article().text).filter(it => it.kind === 'place')
    expect(places.map(it => it.kind === 'place' && [it.name !== undefined, it.place !== undefined])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('make well-formed HTML where a place and an amount lie inside a quotation', () => {
    expect(texts(document.querySelectorAll('main .direct .mark .b'))).toEqual(['Forty ships', 'Oslo'])
    const tags = whole.slice(whole.indexOf('<main')).matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/gu)
    const open: string[] = []
    for (const [, close, name = '', empty] of tags) {
      if (empty === '/') continue
      if (close !== '/') open.push(name)
      else if (name !== 'body' && name !== 'html') expect(open.pop()).toBe(name)
    }
    expect(open).toEqual([])
  })
})

test('lines hold the whole text, also what lies between sentences', () => {
  const text = 'OSLO -\nOne. Two.\n\nThree'
  const sentence = [4, 0].map((_, i) =>
    note<'sentence'>({ start: 7 + 5 * i, end: 11 + 5 * i }, { kind: 'sentence', paragraph: 0 }),
  )
  const lines = linesOf(article({ text }), { ...NONE, sentence })
  expect(lines.map(({ span, opens }) => [text.slice(span.start, span.end), opens])).toEqual([
    ['OSLO -', true],
    ['One.', false],
    ['Two.', false],
    ['Three', true],
  ])
})

test('a pronoun that surely stands for a name says so, an unsure one and a bare description do not', () => {
  const text = 'Ann Lee left. She slept. It rained on the town.'
  const mention = (words: string, kind: 'name' | 'nominal' | 'pronoun', chain: number, sure = true) => {
    const start = text.indexOf(words)
    return note<'mention'>({ start, end: start + words.length }, { chain, kind, sure, head: start })
  }
  const layers: Layers = {
    ...NONE,
    mention: [
      mention('Ann Lee', 'name', 0),
      mention('She', 'pronoun', 0),
      mention('It', 'pronoun', 0, false),
      mention('the town', 'nominal', 1),
    ],
  }
  const shown = marksOf(layers, text).flatMap(it => (it.kind === 'mention' ? [`${it.span.start} ${it.means}`] : []))
  expect(shown).toEqual([`${text.indexOf('She')} Ann Lee`])
})
