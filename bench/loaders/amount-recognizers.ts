import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { type AmountWords, amountWords } from '../../src/lang/en/amounts/words.ts'
import { type AmountCase, type AmountKind, type AmountMark, currencyOfName, measureOfName } from './amount-case.ts'
import { filesBelow } from './time-case.ts'

export const Resolution = z.object({
  value: z.string().nullish(),
  unit: z.string().nullish(),
  isoCurrency: z.string().nullish(),
})
const Items = z.array(
  z.object({
    Input: z.string(),
    Results: z.array(z.object({ Start: z.number(), End: z.number(), Resolution: Resolution.nullish() })),
  }),
)

type Model = { readonly set: string; readonly kind: AmountKind; readonly detail?: true }

/** The files that are read, by name; those for `detail` have figures of their own only. */
const MODELS: Readonly<Record<string, Model>> = {
  'CurrencyModel.json': { set: 'currency', kind: 'money' },
  'DimensionModel.json': { set: 'dimension', kind: 'measure' },
  'NumberModel.json': { set: 'number', kind: 'number' },
  'PercentModel.json': { set: 'percent', kind: 'percent', detail: true },
  'TemperatureModel.json': { set: 'temperature', kind: 'measure', detail: true },
}

/** Reads the files of Recognizers-Text below a folder that `MODELS` names. Throws when there is none. */
export function readAmountRecognizers(folder: string): readonly AmountCase[] {
  const words = amountWords()
  const cases = filesBelow(folder, 'Model.json').flatMap(path => {
    const model = MODELS[basename(path)]
    return model ? recognizersAmounts(model, readFileSync(path, 'utf8'), words) : []
  })
  if (cases.length === 0) throw new Error(`${folder}: none of ${Object.keys(MODELS).join(', ')}`)
  return cases
}

/** The cases of one file. Results without a value are units that stand alone, and no amounts. */
export function recognizersAmounts(model: Model, source: string, words: AmountWords): readonly AmountCase[] {
  const { set, kind, detail } = model
  return Items.parse(JSON.parse(source.replace(/^\uFEFF/u, ''))).map(({ Input, Results }, i) => ({
    name: `${set}:${i + 1}`,
    set,
    ...(detail ? { detail } : {}),
    asks: kind === 'number' ? 'numbers' : 'amounts',
    text: Input,
    kinds: [kind],
    marks: Results.flatMap(({ Start, End, Resolution: given }): readonly AmountMark[] => {
      const meaning = meaningOf(kind, given ?? {}, words)
      return meaning ? [{ start: Start, end: End + 1, kind, ...meaning }] : []
    }),
  }))
}

/** Value and unit of a result in our terms; also for what the peer finds, which says them alike. */
export function meaningOf(
  kind: AmountKind,
  { value, unit, isoCurrency }: z.infer<typeof Resolution>,
  words: AmountWords,
): { readonly value: number; readonly unit?: string } | undefined {
  const number = Number.parseFloat(value ?? '')
  if (Number.isNaN(number)) return undefined
  if (kind === 'percent') return { value: number, unit: '%' }
  if (kind === 'number' || !unit) return { value: number }
  if (kind === 'measure') return { value: number, unit: measureOfName(words, unit) }
  const currency = currencyOfName(words, isoCurrency ?? unit) ?? { unit, share: 1 }
  return { value: number * currency.share, unit: currency.unit }
}
