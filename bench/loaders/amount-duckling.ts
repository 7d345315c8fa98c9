import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { type AmountWords, amountWords } from '../../src/lang/en/amounts/words.ts'
import { type AmountCase, type AmountKind, type AmountMark, currencyOfName, measureOfName } from './amount-case.ts'
import { filesBelow } from './time-case.ts'

const Line = z.object({ set: z.string().optional(), expect: z.string().nullable(), inputs: z.array(z.string()) })

type Part = { readonly set: string; readonly kind: AmountKind; readonly detail?: true }

const PARTS: Readonly<Record<string, Part>> = {
  'AmountOfMoney.jsonl': { set: 'money', kind: 'money' },
  'Numeral.jsonl': { set: 'numeral', kind: 'number', detail: true },
  'Quantity.jsonl': { set: 'quantity', kind: 'measure', detail: true },
}

/** Reads the files with Duckling's expected values that `PARTS` names; each input is one expression. */
export function readAmountDuckling(folder: string): readonly AmountCase[] {
  const words = amountWords()
  const cases = filesBelow(folder, '.jsonl').flatMap(path => {
    const part = PARTS[basename(path)]
    return part ? ducklingAmounts(part, readFileSync(path, 'utf8'), words) : []
  })
  if (cases.length === 0) throw new Error(`${folder}: none of ${Object.keys(PARTS).join(', ')}`)
  return cases
}

/**
 * The cases of one file. Its latent corpus holds bare numbers that could be amounts were they in a dialogue about them;
 * they are left out. Without an expected value nothing may be found.
 */
export function ducklingAmounts(part: Part, source: string, words: AmountWords): readonly AmountCase[] {
  const { set, kind, detail } = part
  return source
    .split('\n')
    .filter(line => line.trim() !== '')
    .flatMap((line, i): readonly AmountCase[] => {
      const given = Line.parse(JSON.parse(line))
      const meaning = given.expect === null ? undefined : expected(kind, given.expect, words)
      if (given.set === 'latentCorpus' || (given.expect !== null && !meaning)) return []
      return given.inputs.map(text => ({
        name: `${set}:${i + 1}`,
        set,
        ...(detail ? { detail } : {}),
        asks: kind === 'number' ? 'numbers' : 'amounts',
        text,
        kinds: [kind],
        marks: meaning ? [{ start: 0, end: text.length, kind, ...meaning }] : [],
      }))
    })
}

type Meaning = Pick<AmountMark, 'value' | 'upper' | 'bound' | 'unit'>

/** Duckling's text of a value: `simple Dollar 5`, `between EUR (10, 20)`, `under Pound 6 (Just "meat")`, `NumeralValue (-3)`. */
export function expected(kind: AmountKind, text: string, words: AmountWords): Meaning | undefined {
  const numeral = /^NumeralValue \(?(-?[\d.]+(?:e\d+)?)\)?$/u.exec(text)
  if (numeral) return { value: Number(numeral[1]) }
  const found = /^(simple|between|under|above) (\p{L}+) \(?([\d.]+(?:e\d+)?)(?:, ?([\d.]+(?:e\d+)?))?/u.exec(text)
  if (!found) return undefined
  const [, form, name = '', low, high] = found
  const { unit, share } = unitOfName(kind, name, words)
  return {
    value: Number(low) * share,
    ...(high === undefined ? {} : { upper: Number(high) * share }),
    ...(form === 'under' ? { bound: 'most' as const } : form === 'above' ? { bound: 'least' as const } : {}),
    ...(unit === undefined ? {} : { unit }),
  }
}

/** "Unnamed" is a currency that Duckling does not know by name ("bucks"). */
function unitOfName(
  kind: AmountKind,
  name: string,
  words: AmountWords,
): { readonly unit?: string; readonly share: number } {
  if (name === 'Unnamed') return { share: 1 }
  if (kind === 'measure') return { unit: measureOfName(words, name), share: 1 }
  return currencyOfName(words, name) ?? { unit: name, share: 1 }
}
