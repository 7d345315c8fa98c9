import { articleId, textId } from '../../src/core/article.ts'
import type { Span } from '../../src/core/span.ts'
import type {
  AmountValue,
  Annotation,
  Article,
  Doc,
  Kinds,
  NameValue,
  PlaceValue,
  QuoteValue,
  TimeValue,
  When,
} from '../../src/core/types.ts'
import { sentences } from '../../src/lang/en/sentences.ts'
import { tokens } from '../../src/lang/en/tokens.ts'

/** Layers written down by hand: the words as they stand in the text, and their value. */
export type Marked = {
  readonly names?: readonly (readonly [string, Partial<NameValue>])[]
  readonly times?: readonly (readonly [string, string, Partial<TimeValue>?])[]
  readonly places?: readonly (readonly [string, Partial<PlaceValue>])[]
  readonly amounts?: readonly (readonly [string, Partial<AmountValue>])[]
  /** Content of the quotation, and the words that name its speaker. */
  readonly quotes?: readonly (readonly [string, string?])[]
  readonly dateline?: string
}

/** The span of the first place where words stand in a text; throws when they do not. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`)
  return { start, end: start + words.length }
}

export function whenOf(edtf: string): When {
  const [from = '', to = from] = edtf.split('/')
  return { earliest: from, latest: to, precision: from === to ? 'day' : 'range', edtf }
}

/** A document with real tokens and sentences and the other layers as written down. */
export function docOf(text: string, marked: Marked = {}, given: Partial<Article> = {}): Doc {
  const token = tokens(text)
  const mark = <K extends keyof Kinds>(words: string, value: Kinds[K]): Annotation<K> => ({
    span: spanOf(text, words),
    value,
    by: 'test/hand',
  })
  const layers: Doc['layers'] = {
    token,
    sentence: sentences(text, token),
    mention: [],
    name: (marked.names ?? []).map(([words, value]) => mark<'name'>(words, { type: 'PERSON', label: words, ...value })),
    time: (marked.times ?? []).map(([words, edtf, more]) =>
      mark<'time'>(words, {
        type: 'DATE',
        value: edtf,
        when: whenOf(edtf),
        anchor: 'published',
        certainty: 'implied',
        ...more,
      }),
    ),
    place: (marked.places ?? []).map(([words, value]) =>
      mark<'place'>(words, {
        label: words,
        kind: 'city',
        id: words.toLowerCase(),
        latitude: 0,
        longitude: 0,
        precision: 'town',
        ...value,
      }),
    ),
    amount: (marked.amounts ?? []).map(([words, value]) =>
      mark<'amount'>(words, { kind: 'count', value: 1, bound: 'exact', unit: 'thing', ...value }),
    ),
    quote: (marked.quotes ?? []).map(([words, speaker]) => {
      const content = spanOf(text, words)
      const value: QuoteValue = { kind: 'direct', content, ...(speaker ? { speaker: spanOf(text, speaker) } : {}) }
      return { span: { start: content.start - 1, end: content.end + 1 }, value, by: 'test/hand' }
    }),
  }
  return { article: articleOf(text, marked, given), layers }
}

function articleOf(text: string, marked: Marked, given: Partial<Article>): Article {
  const base = {
    report: 'r',
    publisher: 'example.org',
    lang: 'en',
    title: 'A title of a report',
    published: { value: '2025-05-28', precision: 'day', certainty: 'stated', by: 'test/hand' } as const,
    text,
    related: [],
    promoted: [],
    ...(marked.dateline ? { dateline: { place: marked.dateline, span: spanOf(text, marked.dateline) } } : {}),
    ...given,
  }
  return { ...base, id: given.id ?? articleId(base, textId(text)) }
}

/** The first sentence of a document. */
export function firstSentence(doc: Doc): Span {
  const [first] = doc.layers.sentence
  if (!first) throw new Error('no sentence')
  return first.span
}
