import { type Span, within } from '../core/span.ts'
import type { Annotation, Doc, PlaceValue, Reading } from '../core/types.ts'

/** Between the members of a list of places: "in Kyiv, Kharkiv and Odesa". */
const LISTED = /^(?:, | and |, and | or )(?:the )?$/u
/** Between the parts of a count by place: "three died in Kherson and Odesa, four in Kharkiv". */
const COUNTED = /^[,;] (?:and )?(?:[\p{L}\p{Nd}-]+ ){1,4}in (?:the )?$/u
/** Between a verb of taking and what it took: "seized four villages, Novenke, Basivka and Loknia"; "control of Loknia". */
const TAKEN = /^ (?:\p{L}+ ){0,3}(?:villages|towns|settlements|cities|hamlets|communities)[,:] $/u

/** No further than the words of `TAKEN` reach. */
function isNear(trigger: Span, span: Span): boolean {
  return span.start >= trigger.end && span.start - trigger.end <= 60
}

/**
 * The other places a sentence puts the same happening at: those listed with its place, those of a count that goes on, and
 * the towns that were taken. Doubtful places and states are none.
 */
export function alsoAt(
  doc: Doc,
  sentence: Span,
  trigger: Span,
  where: Reading<PlaceValue> | undefined,
): readonly Reading<PlaceValue>[] {
  const { text } = doc.article
  const places = within(doc.layers.place, sentence).filter(
    ({ value }) => value.kind !== 'country' && value.doubtful !== true,
  )
  const main = where?.evidence[0]?.span.start
  const first = places.findIndex(
    ({ span }) => span.start === main || (isNear(trigger, span) && TAKEN.test(text.slice(trigger.end, span.start))),
  )
  if (first === -1) return []
  const goesOn = (a: Annotation<'place'>, b: Annotation<'place'>) => {
    const between = text.slice(a.span.end, b.span.start)
    return LISTED.test(between) || COUNTED.test(between)
  }
  let [from, to] = [first, first]
  while (from > 0 && goesOn(places[from - 1] as Annotation<'place'>, places[from] as Annotation<'place'>)) from -= 1
  while (to < places.length - 1 && goesOn(places[to] as Annotation<'place'>, places[to + 1] as Annotation<'place'>))
    to += 1
  const seen = new Set(where ? [where.value.id] : [])
  return places.slice(from, to + 1).flatMap(({ span, value, by }) => {
    if (seen.has(value.id)) return []
    seen.add(value.id)
    const { others: _, ...place } = value
    return [{ value: place, certainty: 'stated' as const, evidence: [{ article: doc.article.id, span, by }] as const }]
  })
}
