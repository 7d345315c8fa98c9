import { kilometres } from '../../src/core/sphere.ts'
import type { Annotation, PlaceValue } from '../../src/core/types.ts'
import { english } from '../../src/lang/en/index.ts'
import type { Language } from '../../src/lang/language.ts'
import { type GoldPlace, type PlaceText, readGeoVirus, readLgl } from '../loaders/places.ts'
import { distanceScores, FARTHEST } from '../scorers/distance.ts'
import { f1, SpanScore } from '../scorers/spans.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * Places. `recognition_f1`: exact spans of the place layer beside every toponym marked in running text (LGL marks words for
 * peoples too, GeoVirus does not; neither is changed). `accuracy_161` and `median_km`: given the gold spans as names, how far
 * our point lies from gold's, over all that have one; a name we leave without a point counts as wrong. Rules were written
 * with the even half of each set in view (by source, in order of first appearance); the odd half, `:held`, was never looked into.
 */
export const suite: Suite = {
  name: 'places',
  datasets: [
    { name: 'geovirus', path: 'bench/places/geovirus', run: folder => figures('geovirus', readGeoVirus(folder)) },
    { name: 'lgl', path: 'bench/places/lgl', run: folder => figures('lgl', readLgl(folder)) },
  ],
}

export type Half = 'tuned' | 'held'

/** Every second source, in order of first appearance. */
export function halves(texts: readonly PlaceText[]): readonly Half[] {
  const order = new Map<string, number>()
  for (const { source } of texts) if (!order.has(source)) order.set(source, order.size)
  return texts.map(({ source }) => ((order.get(source) ?? 0) % 2 === 0 ? 'tuned' : 'held'))
}

function figures(dataset: string, texts: readonly PlaceText[]): readonly Figure[] {
  const language = english()
  const started = performance.now()
  const half = halves(texts)
  const results = texts.map(text => measured(text, language))
  const seconds = (performance.now() - started) / 1000
  const over = (part: Half | undefined) => results.filter((_, i) => part === undefined || half[i] === part)
  return [undefined, 'tuned' as const, 'held' as const].flatMap(part => {
    const own = over(part)
    const score = new SpanScore()
    for (const { gold, given } of own) score.add(gold, given)
    const errors = own.flatMap(result => result.errors)
    const { accuracy, median } = distanceScores(errors)
    const base = { suite: 'places', dataset, ...(part && { detail: true }) }
    const name = (metric: string) => (part ? `${metric}:${part}` : metric)
    return [
      { ...base, metric: name('recognition_f1'), value: f1(score.all), n: score.all.gold, ...(!part && { seconds }) },
      {
        ...base,
        metric: name('recognition_precision'),
        value: score.all.right / Math.max(1, score.all.given),
        n: score.all.given,
        detail: true,
      },
      {
        ...base,
        metric: name('recognition_recall'),
        value: score.all.right / Math.max(1, score.all.gold),
        n: score.all.gold,
        detail: true,
      },
      { ...base, metric: name('accuracy_161'), value: accuracy, n: errors.length },
      { ...base, metric: name('median_km'), value: median, n: errors.length, detail: true },
    ]
  })
}

type Measured = {
  readonly gold: readonly { key: string; type: string }[]
  readonly given: readonly { key: string; type: string }[]
  readonly errors: readonly number[]
}

function measured({ text, places }: PlaceText, language: Language): Measured {
  const { found, resolved } = placesOf(text, places, language)
  const keyed = ({ start, end }: { start: number; end: number }) => ({ key: `${start} ${end}`, type: 'PLACE' })
  const errors = places.flatMap(gold => {
    if (gold.latitude === undefined || gold.longitude === undefined) return []
    const point = resolved.get(`${gold.start} ${gold.end}`)
    return [point ? kilometres(point, { latitude: gold.latitude, longitude: gold.longitude }) : FARTHEST]
  })
  return { gold: places.map(keyed), given: found.map(({ span }) => keyed(span)), errors }
}

/** What is found in running text, and what the gold names are resolved to. */
export function placesOf(text: string, gold: readonly GoldPlace[], language: Language) {
  const bare = language.tokens(text)
  const sentence = language.sentences(text, bare)
  const token = language.syntax(text, { token: bare, sentence })
  const name = language.names(text, { token, sentence }, {})
  const found = language.places(text, { token, sentence, name }, {})
  const given = gold.map(
    ({ start, end }): Annotation<'name'> => ({
      span: { start, end },
      value: { type: 'PLACE', label: text.slice(start, end) },
      by: 'name/given',
    }),
  )
  const others = name.filter(({ span }) => gold.every(({ start, end }) => span.end <= start || end <= span.start))
  const names = [...others, ...given].sort((a, b) => a.span.start - b.span.start)
  const resolved = new Map<string, PlaceValue>(
    language
      .places(text, { token, sentence, name: names }, {})
      .map(it => [`${it.span.start} ${it.span.end}`, it.value]),
  )
  return { found, resolved, name }
}
