import { recognizeNumber, recognizePercentage } from '@microsoft/recognizers-text-number'
import {
  recognizeCurrency,
  recognizeDimension,
  recognizeTemperature,
} from '@microsoft/recognizers-text-number-with-unit'
import compromise from 'compromise'
import type { AmountWords } from '../../src/lang/en/amounts/words.ts'
import {
  type AmountCase,
  type AmountKind,
  type AmountMark,
  currencyOfName,
  measureOfName,
} from '../loaders/amount-case.ts'
import { meaningOf, Resolution } from '../loaders/amount-recognizers.ts'

const CULTURE = 'en-us'
type Model = (
  text: string,
  culture: string,
) => readonly { readonly start: number; readonly end: number; readonly resolution: unknown }[]

const MODELS: readonly (readonly [AmountKind, Model])[] = [
  ['money', recognizeCurrency],
  ['percent', recognizePercentage],
  ['measure', recognizeDimension],
  ['measure', recognizeTemperature],
  ['number', recognizeNumber],
]

/** What Recognizers-Text finds; its bare numbers inside what it finds with a unit are left out. */
export function recognizersMarks({ text, kinds }: AmountCase, words: AmountWords): readonly AmountMark[] {
  const found: AmountMark[] = []
  for (const [kind, recognize] of MODELS) {
    if (!kinds.includes(kind)) continue
    for (const { start, end, resolution } of recognize(text, CULTURE)) {
      const meaning = meaningOf(kind, Resolution.parse(resolution ?? {}), words)
      const inside = found.some(mark => mark.start <= start && end < mark.end)
      if (meaning && !inside) found.push({ start, end: end + 1, kind, ...meaning })
    }
  }
  return found
}

type Json = {
  readonly offset?: { readonly start: number; readonly length: number }
  readonly money?: { readonly currency?: string; readonly num?: number | null }
  readonly number?: { readonly num?: number | null; readonly unit?: string }
}

/** What compromise finds: money, percentages, numbers with the unit that it gives. */
export function compromiseMarks({ text, kinds }: AmountCase, words: AmountWords): readonly AmountMark[] {
  const read = compromise(text)
  const layers: readonly (readonly [AmountKind, readonly Json[]])[] = [
    ['money', read.money().json({ offset: true }) as readonly Json[]],
    ['percent', read.percentages().json({ offset: true }) as readonly Json[]],
    ['number', read.numbers().json({ offset: true }) as readonly Json[]],
  ]
  const found: AmountMark[] = []
  for (const [layer, items] of layers)
    for (const { offset, money, number } of items) {
      const value = money?.num ?? number?.num
      if (!offset || value === undefined || value === null) continue
      const span = { start: offset.start, end: offset.start + Math.max(offset.length, 1) }
      if (found.some(mark => mark.start <= span.start && span.start < mark.end)) continue
      const name = money?.currency ?? number?.unit ?? ''
      const kind = layer === 'number' && name !== '' && words.units.has(name) ? 'measure' : layer
      if (!kinds.includes(kind)) continue
      if (kind === 'money') {
        const unit = currencyOfName(words, name) ?? { unit: name, share: 1 }
        found.push({ ...span, kind, value: value * unit.share, unit: unit.unit })
      } else
        found.push({
          ...span,
          kind,
          value,
          ...(kind === 'measure' ? { unit: measureOfName(words, name) } : kind === 'percent' ? { unit: '%' } : {}),
        })
    }
  return found
}
