import type { Annotation, Layers, PlaceOption, PlaceValue } from '../../core/types.ts'
import type { Setting } from '../language.ts'
import { type Candidate, placeLists } from './places/candidates.ts'
import { placeMentions } from './places/mentions.ts'
import { type Ranked, rank } from './places/rank.ts'

type Place = Annotation<'place'>

/** By so much a place must lead the next one of its name to be sure, in powers of ten of people. */
const SURE = 0.8
/** So many other places of the name are kept. */
const OPTIONS = 4

/**
 * Gives a reader of places: names that the word lists or the learned weights read as a place, and rows of ours, each with its
 * point on the map. What a name means is weighed over the whole text (`places/rank.ts`): people, the area behind a comma,
 * words such as "oblast", the states the text speaks of, the places beside it; all mentions of a name mean one place unless
 * the words beside one say otherwise. A place that hardly leads the next of its name is doubtful. The outlet never decides.
 */
export function placeReader(): (
  text: string,
  before: Pick<Layers, 'token' | 'sentence' | 'name'>,
  setting: Setting,
) => readonly Place[] {
  const lists = placeLists()
  return (text, before) => rank(text, placeMentions(text, before, lists), before.name).map(placeOf)
}

function placeOf(ranked: Ranked): Place {
  const { mention, best, others, lead } = ranked
  const options = others.slice(0, OPTIONS).map(optionOf)
  const value: PlaceValue = {
    ...best.value,
    ...(lead < SURE && { doubtful: true }),
    ...(options.length > 0 && { others: options }),
  }
  return { span: { start: mention.start, end: mention.end }, value, by: ruleOf(ranked) }
}

function ruleOf({ best, within, others, mention, sense }: Ranked): string {
  if (within) return 'place/within'
  if (best.value.kind === 'country') return 'place/state'
  if (mention.types.length > 0) return 'place/type-word'
  if (others.length === 0) return 'place/listed'
  return sense ? 'place/one-sense' : 'place/ranked'
}

function optionOf({ value }: Candidate): PlaceOption {
  const { id, label, country, latitude, longitude } = value
  return { id, label, ...(country !== undefined && { country }), latitude, longitude }
}
