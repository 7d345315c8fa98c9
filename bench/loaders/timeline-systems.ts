import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'
import { type Timeline, type TimelineScore, timelineOf } from '../scorers/timeline.ts'

/** A timeline of another system with the scores that the official scorer gave it. */
export type SystemResult = {
  readonly corpus: string
  readonly gold: number
  readonly predicted: Timeline
  readonly official: TimelineScore
}

/** Reads a folder of `SYSTEM.json`, by system; nothing where there is no such folder. */
export function readSystemResults(folder: string): ReadonlyMap<string, readonly SystemResult[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.json')) : []
  return new Map(
    files.sort(byText).map(file => {
      const rows: readonly ResultJson[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return [file.replace(/\.json$/u, ''), rows.map(resultOf)]
    }),
  )
}

type ScoreJson = { readonly precision: number; readonly recall: number; readonly f_score: number }
type ResultJson = {
  readonly corpus: string
  readonly timeline: number
  readonly predicted: readonly (readonly [string, readonly string[]])[]
  readonly rouge_1: ScoreJson
  readonly rouge_2: ScoreJson
  readonly date: ScoreJson
}

function resultOf({ corpus, timeline, predicted, rouge_1, rouge_2, date }: ResultJson): SystemResult {
  const score = ({ precision, recall, f_score: f }: ScoreJson) => ({ precision, recall, f })
  return {
    corpus,
    gold: timeline,
    predicted: timelineOf(predicted.map(([moment, sentences]) => [moment.slice(0, 10), sentences])),
    official: { ar1: score(rouge_1), ar2: score(rouge_2), date: score(date) },
  }
}
