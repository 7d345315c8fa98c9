import { annotate } from '../../src/annotate/index.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { storiesOf } from '../../src/merge/index.ts'
import { openTools } from '../../src/pipeline.ts'
import { readEcbPlus, readUciHeadlines, type StoryText } from '../loaders/clusters.ts'
import { bcubed } from '../scorers/bcubed.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * Stories: which texts belong together, by BCubed F1. `ecbplus`: 772 reports of 66 events, two alike events a topic, undated and
 * in an order by hash.
 * `uci`: 6,366 headlines of 90 stories in a day and a half, in the order of time. Weights and bars were chosen on the topics with
 * odd numbers and on the stories whose place in the order of first appearance is odd (`:tuned`), the others are `:held`;
 * halves are clustered apart, so that they are easier than the whole.
 */
export const suite: Suite = {
  name: 'clusters',
  datasets: [
    {
      name: 'ecbplus',
      path: 'bench/clusters/ecbplus',
      run: folder => figures('ecbplus', readEcbPlus(folder), ({ story }) => Number.parseInt(story, 10) % 2 === 1),
    },
    {
      name: 'uci',
      path: 'bench/clusters/uci-headlines',
      run: folder => {
        const texts = readUciHeadlines(folder)
        const order = [...new Set(texts.map(({ story }) => story))]
        return figures('uci', texts, ({ story }) => order.indexOf(story) % 2 === 1)
      },
    },
  ],
}

type Part = 'tuned' | 'held'

function figures(dataset: string, texts: readonly StoryText[], tuned: (text: StoryText) => boolean): readonly Figure[] {
  const { language } = openTools()
  const docs = texts.map(text => annotate(articleOf(text), language))
  const score = (part?: Part) => {
    const chosen = [...texts.keys()].filter(
      i => part === undefined || tuned(texts[i] as StoryText) === (part === 'tuned'),
    )
    const started = performance.now()
    const clusterOf = clusters(chosen.flatMap(i => docs[i] ?? []))
    const seconds = (performance.now() - started) / 1000
    const given = chosen.map(i => clusterOf.get(texts[i]?.id ?? ''))
    const { precision, recall, f1 } = bcubed(
      given,
      chosen.map(i => texts[i]?.story),
    )
    const base = { suite: 'clusters', dataset, n: chosen.length, ...(part && { detail: true }) }
    const name = (metric: string) => (part ? `${metric}:${part}` : metric)
    return [
      { ...base, metric: name('bcubed_f1'), value: f1, ...(!part && { seconds }) },
      { ...base, metric: name('bcubed_precision'), value: precision, detail: true },
      { ...base, metric: name('bcubed_recall'), value: recall, detail: true },
    ]
  }
  return [...score(), ...score('tuned'), ...score('held')]
}

function clusters(docs: readonly Doc[]): ReadonlyMap<string, number> {
  return new Map(storiesOf(docs).flatMap(({ articles }, i) => articles.map(id => [id, i] as const)))
}

function articleOf({ id, title, text, time }: StoryText): Article {
  return {
    id,
    report: id,
    publisher: '',
    lang: 'en',
    title,
    text,
    related: [],
    promoted: [],
    ...(time && {
      published: { value: time.replace(/\.\d+Z$/u, '+00:00'), precision: 'second', certainty: 'stated', by: 'bench' },
    }),
  }
}
