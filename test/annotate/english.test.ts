import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import { claims, eventLexicon } from '../../src/claim/index.ts'
import { isInside } from '../../src/core/span.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { english } from '../../src/lang/en/index.ts'
import { milliseconds, timesAsLong } from '../help/cpu.ts'

const language = english()
const events = eventLexicon()

/** Pieces of news and of noise, so that rules of every layer fire in odd company. */
const PIECES = fc.oneof(
  fc.constantFrom(
    'Foreign Minister Sergey Lavrov said ',
    '“We will meet on Monday, ',
    'June 2.” ',
    'Russia attacked Kyiv with 14 missiles and 250 drones overnight. ',
    'KYIV, May 28 (Agency) - ',
    'at least 12 people were killed, ',
    'EUR 5 billion ',
    'U.S. officials told "reporters" ',
    'yesterday ',
    'from 23 to 25 May 2025. ',
    'She denied it. ',
    '1,000-for-1,000 ',
    'Nice, France, ',
    '\n\n',
    '’s ',
    ',, ',
    '"constructor " ',
    '2 toString ',
    '__proto__ ',
    'hasOwnProperty valueOf ',
    '— ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const TEXTS = fc.array(PIECES, { maxLength: 40 }).map(pieces => pieces.join(''))

function read(text: string): Doc {
  const article: Article = {
    id: 'a',
    report: 'r',
    publisher: 'example.org',
    lang: 'en',
    title: 'A title of a report',
    published: { value: '2025-05-28', precision: 'day', certainty: 'stated', by: 'test' },
    text,
    related: [],
    promoted: [],
  }
  return annotate(article, language)
}

test('every span of every layer and claim lies inside the text, in reading order', () => {
  fc.assert(
    fc.property(TEXTS, text => {
      const doc = read(text)
      for (const layer of Object.values(doc.layers)) {
        let last = 0
        for (const { span } of layer) {
          expect(isInside(text, span) && span.start >= last).toBe(true)
          last = span.start
        }
      }
      for (const { value, span } of doc.layers.quote) {
        expect(
          isInside(text, value.content) && span.start <= value.content.start && value.content.end <= span.end,
        ).toBe(true)
        for (const part of [value.speaker, value.cue]) expect(part === undefined || isInside(text, part)).toBe(true)
      }
      for (const claim of claims(doc, events))
        for (const span of [claim.trigger, claim.sentence, ...claim.evidence.map(e => e.span)])
          expect(isInside(text, span)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('a token is what stands in its span, and times keep their bounds in order', () => {
  fc.assert(
    fc.property(TEXTS, text => {
      const { layers } = read(text)
      for (const { span, value } of layers.token) {
        const plain = text.slice(span.start, span.end).toLowerCase().replace(/[’ʼ‘]/gu, "'")
        expect(value.norm).toBe(plain)
      }
      for (const { value } of layers.time) if (value.when) expect(value.when.earliest <= value.when.latest).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('the same article read twice gives the same', () => {
  fc.assert(
    fc.property(TEXTS, text => {
      expect(read(text)).toEqual(read(text))
    }),
    { numRuns: 60 },
  )
})

test('time grows with the length of the text, not faster', () => {
  const block = 'Russia attacked Kyiv with 14 missiles on May 24, 2025, and "Lavrov" said 12 12 12 May May 1,1,1,1. '
  const time = (copies: number) => milliseconds(() => read(block.repeat(copies)))
  time(20)
  expect(timesAsLong(time, { small: 50, large: 500, least: 20, limit: 40 })).toBeLessThan(40)
})
