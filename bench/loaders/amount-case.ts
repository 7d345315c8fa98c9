import type { AmountWords } from '../../src/lang/en/amounts/words.ts'

/** What a passage measures; `number`: a bare figure. */
export type AmountKind = 'money' | 'percent' | 'measure' | 'count' | 'number'

/** An amount as a data set gives it, or as a reader finds it. */
export type AmountMark = {
  readonly start: number
  readonly end: number
  readonly kind: AmountKind
  /** The point, or the lower end of a range; of "under 7" the 7. */
  readonly value: number
  readonly upper?: number
  /** Given where a data set says that the value is a lower or an upper bound. */
  readonly bound?: 'least' | 'most'
  /** ISO 4217 or a symbol; absent in a data set: it gives none, so that any is right. */
  readonly unit?: string
}

/** A text with its amounts. */
export type AmountCase = {
  readonly name: string
  /** Which file or part it is of: figures are also given by it. */
  readonly set: string
  /** Not part of the data set's own figure. */
  readonly detail?: boolean
  /** `numbers`: every figure in the text, whatever it counts. */
  readonly asks: 'amounts' | 'numbers'
  readonly text: string
  readonly marks: readonly AmountMark[]
  /** The kinds that are marked; findings of others are not scored. */
  readonly kinds: readonly AmountKind[]
  /** Marked passages whose value cannot be told: findings there are not scored. */
  readonly unscored?: readonly { readonly start: number; readonly end: number }[]
}

export type Unit = { readonly unit: string; readonly share: number }

/** The ISO 4217 code of a currency by its English name, with the share of it that the name stands for ("cent": a hundredth). */
export function currencyOfName(words: AmountWords, name: string): Unit | undefined {
  const known = words.moneyAfter.get(name.toLowerCase())
  if (known !== undefined) return { unit: known.code, share: known.share }
  return /^[A-Z]{3}$/u.test(name) ? { unit: name, share: 1 } : undefined
}

/** The symbol of a unit of measure by its English name; the name itself when our list lacks it, so that nothing equals it. */
export function measureOfName(words: AmountWords, name: string): string {
  return words.units.get(name.toLowerCase()) ?? words.units.get(`degrees ${name.toLowerCase()}`) ?? name
}
