import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type AmountWords, amountWords } from '../../src/lang/en/amounts/words.ts'
import type { AmountCase, AmountMark } from './amount-case.ts'
import { filesBelow } from './time-case.ts'
import { attribute, decoded, joined, LAST_SENTENCE, type Token } from './time-meantime.ts'

/** Reads a folder with the CAT XML files of MEANTIME, in whatever folders below; of files with one name the first. */
export function readAmountMeantime(folder: string): readonly AmountCase[] {
  const words = amountWords()
  const cases = new Map<string, AmountCase>()
  for (const path of filesBelow(folder, '.xml')) {
    const name = basename(path)
    if (!cases.has(name)) cases.set(name, meantimeAmounts(name, readFileSync(path, 'utf8'), words))
  }
  return [...cases.values()]
}

/**
 * The annotated sentences of one file with their VALUE mentions. The annotation gives a type and a passage; value and unit
 * are told from the passage alone (`valueIn`), and passages that say no value ("many") are not scored. The corpus
 * writes "#" for the pound sign, which is put back.
 */
export function meantimeAmounts(name: string, source: string, words: AmountWords): AmountCase {
  const tokens = [...source.matchAll(/<token ([^>]*)>([^<]*)<\/token>/gu)]
    .map((match): Token => {
      const [, attributes = '', text = ''] = match
      return {
        id: attribute(attributes, 't_id'),
        sentence: Number(attribute(attributes, 'sentence')),
        text: text === '#' ? '£' : decoded(text),
      }
    })
    .filter(({ sentence }) => sentence <= LAST_SENTENCE)
  const { text, spans } = joined(tokens)
  const marks: AmountMark[] = []
  const unscored: { start: number; end: number }[] = []
  for (const [, attributes = '', body = ''] of source.matchAll(/<VALUE ([^>]*[^/>])>([\s\S]*?)<\/VALUE>/gu)) {
    const anchors = [...body.matchAll(/t_id="([^"]*)"/gu)].flatMap(anchor => spans.get(anchor[1] ?? '') ?? [])
    if (anchors.length === 0) continue
    const span = { start: Math.min(...anchors.map(a => a.start)), end: Math.max(...anchors.map(a => a.end)) }
    const meaning = valueIn(attribute(attributes, 'type'), text.slice(span.start, span.end), words)
    if (meaning) marks.push({ ...span, ...meaning })
    else unscored.push(span)
  }
  const kinds = ['money', 'percent', 'measure', 'count', 'number'] as const
  return { name, set: 'values', asks: 'amounts', text, kinds, marks: marks.sort((a, b) => a.start - b.start), unscored }
}

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const TENS: Readonly<Record<string, number>> = { score: 20, twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100 }
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
}

type Meaning = Pick<AmountMark, 'kind' | 'value' | 'upper' | 'unit'>

/** Value and unit of a marked passage: "US$ 7.2 bn", "15-20 %", "twelve", "2GB"; undefined when it says none. */
export function valueIn(type: string, passage: string, words: AmountWords): Meaning | undefined {
  const parts = passage.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|\p{L}+|[^\s\p{L}\d]/gu) ?? []
  const numbers: { value: number; scaled: boolean }[] = []
  for (const part of parts) {
    const small = SMALL.indexOf(part)
    const last = numbers.at(-1)
    const scale = SCALES[part]
    if (/^\d/u.test(part)) numbers.push({ value: Number(part.replaceAll(',', '')), scaled: false })
    else if (small >= 0 || TENS[part] !== undefined) numbers.push({ value: TENS[part] ?? small, scaled: false })
    else if (scale !== undefined && last) numbers[numbers.length - 1] = { value: last.value * scale, scaled: true }
  }
  const [first, second] = numbers
  if (!first || numbers.length > 2 || /\dx\d|\d(?:st|nd|rd|th)| th$/u.test(passage)) return undefined
  const low =
    second?.scaled && !first.scaled
      ? first.value * 10 ** (Math.round(Math.log10(second.value / first.value) / 3) * 3)
      : first.value
  const range = second ? { upper: second.value } : {}
  if (type === 'PERCENT') return { kind: 'percent', value: low, ...range, unit: '%' }
  const unit =
    type === 'MONEY' ? currencyIn(parts, words) : parts.map(part => words.units.get(part)).find(known => known)
  const kind = type === 'MONEY' ? 'money' : unit ? 'measure' : 'count'
  return { kind, value: low, ...range, ...(unit ? { unit } : {}) }
}

function currencyIn(parts: readonly string[], words: AmountWords): string | undefined {
  return parts.map(part => words.moneyBefore.get(part) ?? words.moneyAfter.get(part)?.code).find(known => known)
}
