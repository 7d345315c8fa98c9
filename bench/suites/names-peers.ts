import compromise from 'compromise'
import type { NameSentence } from '../loaders/names.ts'
import { f1, SpanScore } from '../scorers/spans.ts'
import type { Figure } from '../types.ts'

type Found = readonly { readonly offset?: { readonly start: number; readonly length: number } }[]

/** What compromise finds in the same sentences: people, places, organisations, by their offsets without end punctuation. */
export function nameOfCompromise(
  dataset: string,
  documents: readonly (readonly NameSentence[])[],
  types: Readonly<Record<string, string>>,
): readonly Figure[] {
  const score = new SpanScore()
  const started = performance.now()
  for (const { words, names } of documents.flat()) {
    const text = words.join(' ')
    const starts = words.map((_, i) => words.slice(0, i).reduce((sum, word) => sum + word.length + 1, 0))
    const gold = names.flatMap(({ start, end, type }) => {
      const wanted = types[type]
      const to = (starts[end - 1] ?? 0) + (words[end - 1]?.length ?? 0)
      return wanted ? [{ key: `${starts[start]} ${to}`, type: wanted }] : []
    })
    score.add(gold, found(text))
  }
  const seconds = (performance.now() - started) / 1000
  return [
    { suite: 'names', dataset, metric: 'f1', value: f1(score.all), n: score.all.gold, seconds, peer: 'compromise' },
  ]
}

function found(text: string) {
  const read = compromise(text)
  const layers: readonly [string, Found][] = [
    ['PERSON', read.people().json({ offset: true }) as Found],
    ['PLACE', read.places().json({ offset: true }) as Found],
    ['ORGANISATION', read.organizations().json({ offset: true }) as Found],
  ]
  return layers.flatMap(([type, spans]) =>
    spans.flatMap(({ offset }) => {
      if (!offset) return []
      const written = text.slice(offset.start, offset.start + offset.length)
      const end = offset.start + written.replace(/[\s\p{P}]+$/u, '').length
      return [{ key: `${offset.start} ${end}`, type }]
    }),
  )
}
