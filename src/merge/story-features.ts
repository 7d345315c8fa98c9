import type { Doc } from '../core/types.ts'

/** How much a word tells, by its part of speech: proper nouns most, words of quality nothing. */
const BY_POS: Readonly<Record<string, number>> = { NOUN: 0.7, PROPN: 1.5, VERB: 0.5, NUM: 1 }
const NAME = 2
const PLACE = 1
const DATE = 1
/** The first words of a report, its title before them, count double. */
const LEAD = 80
const LEAD_COUNT = 2
/** What addresses and bylines bring in. */
const NOISE = new Set(['http', 'https', 'www', 'com', 'html', 'org', 'net', 'news'])

/** What a document is about, for comparing: weighted words, names, places and dates. */
export function featuresOf({ article, layers }: Doc): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const weights = new Map<string, number>()
  const add = (word: string, weight: number, count: number) => {
    if (weight === 0 || word.length < 2 || NOISE.has(word)) return
    counts.set(word, (counts.get(word) ?? 0) + count)
    weights.set(word, Math.max(weights.get(word) ?? 0, weight))
  }
  for (const word of article.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) add(word, 0.7, LEAD_COUNT)
  let place = 0
  for (const { value } of layers.token) {
    if (value.kind === 'punctuation' || value.kind === 'symbol') continue
    place++
    add((value.lemma ?? value.norm).toLowerCase(), BY_POS[value.pos ?? 'NOUN'] ?? 0, place <= LEAD ? LEAD_COUNT : 1)
  }
  const features = new Map<string, number>()
  for (const [word, count] of counts) features.set(word, (1 + Math.log(count)) * (weights.get(word) ?? 0))
  const named = Map.groupBy(layers.name, ({ value }) => value.label.toLowerCase())
  for (const [name, all] of named) features.set(`name ${name}`, NAME * (1 + Math.log(all.length)))
  for (const { value } of layers.place) if (!value.doubtful) features.set(`place ${value.id}`, PLACE)
  for (const { value } of layers.time) if (/^\d{4}/u.test(value.value)) features.set(`date ${value.value}`, DATE)
  return features
}
