import type { Day } from '../core/day.ts'
import { contains, within } from '../core/span.ts'
import { dayOfStamp } from '../core/stamp.ts'
import type { Annotation, Claim, CodedEvent, Disagreement, Doc, EventType, Lineage, When } from '../core/types.ts'
import type { WordClasses } from '../lang/language.ts'
import { fitness } from './fitness.ts'

/** All that a briefing is made of: the reports on the topic known by the as-of day, and what was read in them. */
export type Material = {
  readonly docs: readonly Doc[]
  readonly lineages: readonly Lineage[]
  readonly events: readonly CodedEvent[]
  readonly disagreements: readonly Disagreement[]
}

/** A source sentence that may stand on the page, with what choosing needs to know of it. */
export type Candidate = {
  readonly key: string
  readonly doc: Doc
  readonly sentence: Annotation<'sentence'>
  /** Position among the sentences of its article. */
  readonly index: number
  readonly lineage: string
  /** Day of publication. */
  readonly published: Day
  /** What it tells of happened, or is due, then. */
  readonly when: When
  /** Whether the sentence itself gives the day; else it is that of publication. */
  readonly dated: boolean
  readonly future: boolean
  readonly claims: readonly Claim[]
  readonly type?: EventType
  /** 0–1, see `fitness`. */
  readonly fit: number
  /** Content words, for likeness. */
  readonly terms: readonly string[]
}

/** PLOVER types by how much they move a crisis: 0–1, from the absolute Goldstein-like scores of the type. */
export const WEIGHT: Readonly<Record<EventType, number>> = {
  AGREE: 0.7,
  CONSULT: 0.6,
  SUPPORT: 0.3,
  CONCEDE: 0.6,
  COOPERATE: 0.7,
  AID: 0.9,
  RETREAT: 0.8,
  REQUEST: 0.4,
  ACCUSE: 0.4,
  REJECT: 0.5,
  THREATEN: 0.5,
  PROTEST: 0.5,
  SANCTION: 0.7,
  MOBILIZE: 0.7,
  COERCE: 0.8,
  ASSAULT: 0.9,
}

/** Every fit sentence of the material, in the order of the documents. */
export function candidatesOf(material: Material, classes: WordClasses): readonly Candidate[] {
  const lineageOf = lineageLookup(material.lineages)
  const claims = claimsBySentence(material.events)
  return material.docs.flatMap(doc => {
    const stamp = doc.article.published ?? doc.article.known
    if (!stamp) return []
    const published = dayOfStamp(stamp)
    return doc.layers.sentence.flatMap((sentence, index): Candidate[] => {
      const key = sentenceKey(doc.article.id, sentence.span.start)
      const own = claims.get(key) ?? []
      return [
        candidate(
          doc,
          sentence,
          {
            key,
            index,
            published,
            lineage: lineageOf(doc.article.id),
            claims: own,
            terms: termsIn(doc, sentence, classes.stop),
          },
          classes,
        ),
      ]
    })
  })
}

/** Whether a sentence quotes somebody word for word. */
export function quotes({ doc, sentence }: Candidate): boolean {
  return doc.layers.quote.some(quote => quote.value.kind === 'direct' && contains(sentence.span, quote.span))
}

export function lineageLookup(lineages: readonly Lineage[]): (article: string) => string {
  const of = new Map(lineages.flatMap(lineage => lineage.articles.map(article => [article, lineage.id] as const)))
  return article => of.get(article) ?? article
}

export function sentenceKey(article: string, start: number): string {
  return `${article}@${start}`
}

function claimsBySentence(events: readonly CodedEvent[]): ReadonlyMap<string, readonly Claim[]> {
  const map = new Map<string, Claim[]>()
  for (const event of events)
    for (const claim of event.claims) {
      const key = sentenceKey(claim.article, claim.sentence.start)
      map.set(key, [...(map.get(key) ?? []), claim])
    }
  for (const group of map.values()) group.sort((a, b) => a.trigger.start - b.trigger.start)
  return map
}

type Known = Pick<Candidate, 'key' | 'index' | 'published' | 'lineage' | 'claims' | 'terms'>

function candidate(doc: Doc, sentence: Annotation<'sentence'>, known: Known, classes: WordClasses): Candidate {
  const leading = [...known.claims].sort(
    (a, b) => WEIGHT[b.type] - WEIGHT[a.type] || a.trigger.start - b.trigger.start,
  )[0]
  const stated = doc.layers.time.find(
    t =>
      contains(sentence.span, t.span) &&
      t.value.when !== undefined &&
      (t.value.type === 'DATE' || t.value.type === 'TIME'),
  )
  const told = known.claims.find(claim => claim.when)?.when?.value ?? stated?.value.when
  const { published } = known
  const when = told ?? { earliest: published, latest: published, precision: 'day', edtf: published }
  return {
    doc,
    sentence,
    ...known,
    when,
    dated: stated !== undefined,
    future: when.earliest > published || (known.claims.length > 0 && known.claims.every(claim => claim.flags.future)),
    ...(leading ? { type: leading.type } : {}),
    fit: fitness(doc, sentence, classes),
  }
}

function termsIn(doc: Doc, sentence: Annotation<'sentence'>, stop: ReadonlySet<string>): readonly string[] {
  return within(doc.layers.token, sentence.span)
    .filter(({ value }) => (value.kind === 'word' || value.kind === 'number') && !stop.has(value.norm))
    .map(({ value }) => value.norm)
}
