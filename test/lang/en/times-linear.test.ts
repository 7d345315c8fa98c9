import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside } from '../../../src/core/span.ts'
import type { Layers } from '../../../src/core/types.ts'
import { timeReader } from '../../../src/lang/en/times.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'
import { milliseconds, timesAsLong } from '../../help/cpu.ts'
import { tagged } from './tagged.ts'

const reader = timeReader()
const SETTING = { day: '2025-05-28' }

const WORDS =
  'May 28 of the 2025 - , Tuesday night last two weeks ago 3 pm . BC early à from to between and for a third day "said yesterday" Easter 14:30 UTC+3'.split(
    ' ',
  )

test('spans lie inside the text, in order, apart; ends inside their range; values have the days they say', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), words => {
      const text = words.join(' ')
      let end = 0
      for (const { span, value } of reader(text, tagged(text), SETTING)) {
        expect(isInside(text, span) && span.start >= end && span.end > span.start).toBe(true)
        for (const one of value.ends ?? []) expect(one.span.start >= span.start && one.span.end <= span.end).toBe(true)
        if (value.when) expect(value.when.earliest <= value.when.latest).toBe(true)
        if (value.alternatives) expect([value.alternatives[0].value, value.when]).toEqual([value.value, undefined])
        end = span.end
      }
    }),
  )
})

test.each([
  ['digits', '1'],
  ['numbers', '12 '],
  ['months', 'May '],
  ['dates', '28 May 2025 - '],
  ['number words', 'two hundred and '],
  ['hyphens', '12-May-'],
  ['ranges', 'from 23 to 25 May to '],
  ['weekdays', 'Monday to '],
  ['clock times', '14:30 - '],
  ['quotations', '"On Monday" he said on Tuesday '],
  ['open quotations', '"said on Monday '],
])('a long run of %s takes linear time, in one sentence or in many', (_, unit) => {
  const limit = 40
  for (const many of [false, true]) {
    const time = (length: number) => {
      const { text, layers } = whole(unit.repeat(Math.ceil(length / unit.length)), many)
      return milliseconds(() => reader(text, layers, SETTING))
    }
    expect(timesAsLong(time, { small: 2_500, large: 25_000, least: 5, limit })).toBeLessThan(limit)
  }
})

/** The text as one sentence, or cut into sentences of some ten characters; every second one is a quotation. */
function whole(text: string, many: boolean) {
  const step = many ? 10 : text.length
  const starts = Array.from({ length: Math.ceil(text.length / step) }, (_, i) => i * step)
  const spans = starts.map(start => ({ start, end: Math.min(text.length, start + step) }))
  const layers: Pick<Layers, 'token' | 'sentence' | 'quote'> = {
    token: tokens(text),
    sentence: spans.map(span => ({ span, value: { kind: 'sentence', paragraph: 0 }, by: 'x' })),
    quote: spans
      .filter((_, i) => i % 2 === 1)
      .map(span => ({ span, value: { kind: 'direct', content: span, cue: span }, by: 'x' })),
  }
  return { text, layers }
}
