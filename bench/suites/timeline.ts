import { join } from 'node:path'
import { annotate } from '../../src/annotate/index.ts'
import { daysOf, scoreDates } from '../../src/brief/dates.ts'
import { chooseEntries, type EntrySentence, sentencesPerDay } from '../../src/brief/entries.ts'
import { contentTerms } from '../../src/brief/select-terms.ts'
import type { Day } from '../../src/core/day.ts'
import { byText } from '../../src/core/order.ts'
import { within } from '../../src/core/span.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { lineages } from '../../src/dedupe/index.ts'
import { english } from '../../src/lang/en/index.ts'
import type { Language } from '../../src/lang/language.ts'
import { readSystemResults } from '../loaders/timeline-systems.ts'
import { plainLine, readTimelineCorpora, type TimelineArticle, type TimelineCorpus } from '../loaders/timeline17.ts'
import { type RougeWords, readRougeWords } from '../scorers/rouge.ts'
import { meanScore, scoreTimeline, type Timeline, type TimelineScore, timelineOf } from '../scorers/timeline.ts'
import type { Figure, Suite, SuiteOptions } from '../types.ts'

/**
 * Timelines of long stories beside those that editors made of them.
 *
 * Articles inside the first and last day of a gold timeline are read as text, copies are found, days and sentences are
 * chosen with the functions that fill the page's key developments; as many days as the gold one has, and about as many
 * sentences a day. Sentences of fewer than 8 or more than 60 words are left out; the page's stricter tests of what stands
 * by itself are not applied, as gold timelines do not ask for them.
 * `ar1_f`, `ar2_f`: alignment-based ROUGE, "align+ m:1" (Martschat and Markert 2017); `date_f1`: the days alone. Each is F
 * of mean precision and mean recall over timelines, words in ROUGE's lists of `bench/timeline/rouge` below the root.
 * Peers: the systems whose timelines lie in `bench/timeline/system-results`, scored again.
 */
export const suite: Suite = {
  name: 'timeline',
  datasets: [{ name: 'timeline17', path: 'bench/timeline/timeline17', run: runTimeline17 }],
}

const NAME = { suite: 'timeline', dataset: 'timeline17' } as const
const METRICS = [
  ['ar1', 'ar1_f'],
  ['ar2', 'ar2_f'],
  ['date', 'date_f1'],
] as const
const LEAST_WORDS = 8
const MOST_WORDS = 60

function runTimeline17(folder: string, { root, peers }: SuiteOptions): readonly Figure[] {
  const words = readRougeWords(join(root, 'bench/timeline/rouge'))
  const corpora = readTimelineCorpora(folder)
  const started = performance.now()
  const language: Language = { ...english(), names: () => [], places: () => [], amounts: () => [] }
  const scored = corpora.flatMap(corpus => scoreCorpus(corpus, language, words))
  const seconds = (performance.now() - started) / 1000
  return [
    ...means(scored.map(({ score }) => score)).map(figure => ({ ...figure, seconds })),
    ...scored.flatMap(({ name, score }) => METRICS.map(([part, metric]) => detail(`${metric}:${name}`, score[part].f))),
    ...(peers ? peerFigures(join(root, 'bench/timeline/system-results'), corpora, words) : []),
  ]
}

function means(scores: readonly TimelineScore[]): readonly Figure[] {
  return METRICS.map(([part, metric]) => {
    const { f } = meanScore(scores.map(score => score[part]))
    return { ...NAME, metric, value: f, n: scores.length }
  })
}

function detail(metric: string, value: number): Figure {
  return { ...NAME, metric, value, n: 1, detail: true }
}

function scoreCorpus(corpus: TimelineCorpus, language: Language, words: RougeWords) {
  const docs = corpus.articles.map(article => annotate(articleOf(article, corpus.name), language))
  return corpus.golds.map((gold, i) => ({
    name: corpus.golds.length > 1 ? `${corpus.name}/${i}` : corpus.name,
    score: scoreTimeline(timelineLike(gold, docs, language), gold, words),
  }))
}

function articleOf({ name, day, lines }: TimelineArticle, publisher: string): Article {
  const text = lines.map(plainLine).join(' ')
  const published = { value: day, precision: 'day', certainty: 'stated', by: 'bench' } as const
  return { id: name, report: name, publisher, lang: 'en', title: '', published, text, related: [], promoted: [] }
}

type Line = EntrySentence & {
  /** Words and marks with a blank between, as gold sentences are written. */
  readonly shown: string
  /** Neither a scrap nor several lines that ran into one. */
  readonly whole: boolean
}

/** Our timeline of as many days and sentences as a given one, from the articles inside its days. */
export function timelineLike(gold: Timeline, docs: readonly Doc[], language: Language): Timeline {
  const days = [...gold.keys()].sort(byText)
  const inside = (day: Day) => day >= (days[0] ?? '') && day <= (days.at(-1) ?? '')
  const lines = linesOf(
    docs.filter(({ article }) => inside(article.published?.value ?? '')),
    language,
  )
  const sentences = [...gold.values()].reduce((sum, entry) => sum + entry.length, 0)
  const counts = sentencesPerDay(days.length, Math.max(1, Math.round(sentences / days.length)))
  const ranked = scoreDates(lines)
    .filter(({ day }) => inside(day))
    .slice(0, days.length)
  const entries = chooseEntries(
    lines,
    ranked.map(({ day }) => day),
    counts,
    { may: ({ whole }) => whole },
  )
  return timelineOf([...entries].map(([day, entry]) => [day, entry.map(({ shown }) => shown)]))
}

function linesOf(docs: readonly Doc[], language: Language): readonly Line[] {
  const origins = lineages(docs.map(({ article }) => article))
  const lineageOf = new Map(origins.flatMap(({ id, articles }) => articles.map(article => [article, id])))
  return docs.flatMap(doc => linesOfDoc(doc, lineageOf.get(doc.article.id) ?? doc.article.id, language))
}

function linesOfDoc(doc: Doc, lineage: string, { words }: Language): readonly Line[] {
  const { article, layers } = doc
  return layers.sentence.map((sentence, index) => {
    const tokens = within(layers.token, sentence.span)
    const spoken = tokens.filter(({ value }) => value.kind === 'word' || value.kind === 'number')
    return {
      lineage,
      published: article.published?.value ?? '',
      index,
      days: daysOf(within(layers.time, sentence.span)),
      terms: contentTerms(
        spoken.map(({ value }) => value.norm),
        words.stop,
      ),
      shown: tokens.map(({ span }) => article.text.slice(span.start, span.end)).join(' '),
      whole: spoken.length >= LEAST_WORDS && spoken.length <= MOST_WORDS,
    }
  })
}

function peerFigures(folder: string, corpora: readonly TimelineCorpus[], words: RougeWords): readonly Figure[] {
  const golds = new Map(corpora.map(({ name, golds }) => [name, golds]))
  return [...readSystemResults(folder)].flatMap(([peer, results]) => {
    const scores = results.flatMap(({ corpus, gold, predicted }) => {
      const timeline = golds.get(corpus)?.[gold]
      return timeline ? [scoreTimeline(predicted, timeline, words)] : []
    })
    return scores.length === 0 ? [] : means(scores).map(figure => ({ ...figure, peer }))
  })
}
