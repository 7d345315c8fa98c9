import { amountWords } from '../../src/lang/en/amounts/words.ts'
import { amountsReader } from '../../src/lang/en/amounts.ts'
import { sentences } from '../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../src/lang/en/syntax.ts'
import { timeReader } from '../../src/lang/en/times.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import type { AmountCase, AmountMark } from '../loaders/amount-case.ts'
import { readAmountDuckling } from '../loaders/amount-duckling.ts'
import { readAmountMeantime } from '../loaders/amount-meantime.ts'
import { readAmountRecognizers } from '../loaders/amount-recognizers.ts'
import { amountFigures, countAmounts } from '../scorers/amounts.ts'
import type { DataSet, Figure, Suite, SuiteOptions } from '../types.ts'
import { numbersReader } from './amounts-numbers.ts'
import { compromiseMarks, recognizersMarks } from './amounts-peers.ts'

/**
 * Amounts of English texts: the same value and unit (scorers/amounts). Peers: Recognizers-Text, which the first set was written
 * for and which knows no ranges of amounts and no counts, and compromise.
 */
export const amountsSuite: Suite = {
  name: 'amounts',
  datasets: [
    dataSet('recognizers', 'bench/amounts/recognizers', readAmountRecognizers),
    dataSet('duckling', 'bench/amounts', readAmountDuckling),
    dataSet('meantime', 'bench/meantime/intra_cross-doc_annotation', readAmountMeantime),
  ],
}

type Reader = (text: AmountCase) => readonly AmountMark[]

function dataSet(name: string, path: string, read: (folder: string) => readonly AmountCase[]): DataSet {
  return { name, path, run: (folder, options) => run(name, read(folder), options) }
}

function run(dataset: string, cases: readonly AmountCase[], { peers }: SuiteOptions): readonly Figure[] {
  const ours = score(dataset, cases, marksOf())
  if (!peers) return ours
  const words = amountWords()
  const peer = (name: string, read: Reader) => score(dataset, cases, read).map(figure => ({ ...figure, peer: name }))
  return [
    ...ours,
    ...peer('recognizers-text', text => recognizersMarks(text, words)),
    ...peer('compromise', text => compromiseMarks(text, words)),
  ]
}

/** F1 of the data set, and for each part of it F1, precision and recall. */
function score(dataset: string, cases: readonly AmountCase[], read: Reader): readonly Figure[] {
  const started = performance.now()
  const found = cases.map(read)
  const seconds = (performance.now() - started) / 1000
  const counts = cases.map((text, i) => countAmounts(text, found[i] ?? []))
  const part = (wanted: (one: AmountCase) => boolean) => ({
    figures: amountFigures(counts.filter((_, i) => wanted(cases[i] as AmountCase))),
    n: cases.reduce((sum, one) => sum + (wanted(one) ? one.marks.length : 0), 0),
  })
  const all = part(one => !one.detail)
  const sets = [...new Set(cases.map(one => one.set))]
  return [
    { suite: 'amounts', dataset, metric: 'f1', value: all.figures.f1, n: all.n, seconds },
    ...sets.flatMap(set => {
      const { figures, n } = part(one => one.set === set)
      return Object.entries(figures).map(([metric, value]) => ({
        suite: 'amounts',
        dataset,
        metric: `${metric}:${set}`,
        value,
        n,
        detail: true,
      }))
    }),
  ]
}

/** Our readers, from text to marks: of amounts, or of all numbers. */
export function marksOf(): Reader {
  const [syntax, times, amounts, numbers] = [syntaxReader('all'), timeReader(), amountsReader(), numbersReader()]
  return ({ text, asks }) => {
    const bare = tokens(text)
    const sentence = sentences(text, bare)
    if (asks === 'numbers')
      return numbers(text, { token: bare, sentence }).map(number => ({ ...number, kind: 'number' as const }))
    const token = syntax(text, { token: bare, sentence })
    const time = times(text, { token, sentence, quote: [] }, {})
    return amounts(text, { token, sentence, time }).map(({ span, value: { kind, value, upper, bound, unit } }) => ({
      ...span,
      kind,
      value,
      ...(upper === undefined ? {} : { upper }),
      ...(bound === 'least' || bound === 'most' ? { bound } : {}),
      unit,
    }))
  }
}
