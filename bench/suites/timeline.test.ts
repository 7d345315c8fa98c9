import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSystemResults } from '../loaders/timeline-systems.ts'
import { readTimelineCorpora } from '../loaders/timeline17.ts'
import { dataRoot } from '../root.ts'
import { readRougeWords } from '../scorers/rouge.ts'
import { type Score, scoreTimeline } from '../scorers/timeline.ts'
import { suite } from './timeline.ts'

const FOLDER = join(dataRoot(), 'bench', 'timeline')
const absent = existsSync(FOLDER) ? '' : ` (skipped: ${FOLDER} is not there)`

test.skipIf(absent)(`our scorer gives other systems their official scores${absent}`, () => {
  const words = readRougeWords(join(FOLDER, 'rouge'))
  const corpora = new Map(readTimelineCorpora(join(FOLDER, 'timeline17')).map(corpus => [corpus.name, corpus.golds]))
  const differences = [...readSystemResults(join(FOLDER, 'system-results'))].flatMap(([system, results]) =>
    results.flatMap(({ corpus, gold, predicted, official }) => {
      const timeline = corpora.get(corpus)?.[gold]
      if (!timeline) throw new Error(`${system}: no gold timeline ${gold} of ${corpus}`)
      const ours = scoreTimeline(predicted, timeline, words)
      return (['ar1', 'ar2', 'date'] as const).map(part => distance(ours[part], official[part]))
    }),
  )
  expect(differences.length).toBeGreaterThan(100)
  expect(Math.max(...differences)).toBeLessThan(0.001)
})

function distance(a: Score, b: Score): number {
  return Math.max(Math.abs(a.precision - b.precision), Math.abs(a.recall - b.recall), Math.abs(a.f - b.f))
}

/** A made-up corpus: the days 3 and 5 of May matter, and each has a sentence that says why. */
function corpus(root: string): string {
  const folder = join(root, 'bridge')
  const files = {
    '2031-05-03/a.txt': [
      'The old bridge over the Lenne collapsed on May 3 after two days of heavy rain .',
      'Nobody was on the bridge when it collapsed , police said in the morning .',
    ],
    '2031-05-03/b.txt': ['The old bridge over the Lenne collapsed on Saturday after the rain , the mayor said .'],
    '2031-05-05/c.txt': [
      'The council voted on May 5 to build a new steel bridge at the same place .',
      'The old bridge had collapsed on May 3 after the rain that flooded the town .',
    ],
    '2031-05-06/d.txt': ['A new steel bridge was agreed by the council on May 5 , two days after the collapse .'],
  }
  for (const [name, lines] of Object.entries(files)) {
    mkdirSync(join(folder, 'InputDocs', name.slice(0, 10)), { recursive: true })
    writeFileSync(join(folder, 'InputDocs', name), lines.join('\n'))
  }
  const gold = [
    ['2031-05-03', ['The bridge over the Lenne collapsed after heavy rain .']],
    ['2031-05-05', ['The council votes to build a new steel bridge .']],
  ]
  writeFileSync(join(folder, 'timelines.jsonl'), `${JSON.stringify(gold)}\n`)
  mkdirSync(join(root, 'bench', 'timeline', 'rouge'), { recursive: true })
  writeFileSync(join(root, 'bench', 'timeline', 'rouge', 'smart_common_words.txt'), 'the\non\n')
  writeFileSync(join(root, 'bench', 'timeline', 'rouge', 'wordnet-exceptions.tsv'), 'fell\tfall\n')
  return folder
}

test('a corpus is read, told and scored', async () => {
  const root = mkdtempSync(join(tmpdir(), 'timeline-'))
  const figures = await suite.datasets[0]?.run(corpus(root), { root, peers: true })
  rmSync(root, { recursive: true })
  const value = (metric: string) => figures?.find(figure => figure.metric === metric && !figure.detail)?.value
  expect(value('date_f1')).toBe(1)
  expect(value('ar1_f')).toBeGreaterThan(0.6)
  expect(figures?.filter(({ detail }) => !detail)).toHaveLength(3)
  expect(figures?.filter(({ detail }) => detail)).toHaveLength(3)
})
