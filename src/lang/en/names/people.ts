import type { Day } from '../../../core/day.ts'
import type { Annotation } from '../../../core/types.ts'
import type { Piece } from '../../gazetteer.ts'
import { type FamilyEntry, type NameLists, type Person, roleOn } from './lists.ts'
import type { Mention } from './mentions.ts'
import { contradicts, fits } from './offices.ts'

/** Who is named in full in a text: what bare family names in it refer to. */
export type Cast = {
  /** Known people by id, with the piece of each full mention. */
  readonly known: ReadonlyMap<string, readonly number[]>
  /** Labels of people the lists do not know, by the last word of their name. */
  readonly unknown: ReadonlyMap<string, string>
}

export function castOf(text: string, pieces: readonly Piece[], mentions: readonly Mention[]): Cast {
  const known = new Map<string, number[]>()
  const unknown = new Map<string, string>()
  for (const mention of mentions) {
    for (const entry of mention.entries) {
      if (entry.kind === 'person') known.set(entry.person.id, [...(known.get(entry.person.id) ?? []), mention.from])
    }
    const [first, last] = [pieces[mention.from], pieces[mention.to - 1]]
    if (mention.unknown && first && last && mention.to - mention.from > 1)
      unknown.set(last.text, text.slice(first.start, last.end))
  }
  return { known, unknown }
}

/**
 * Whom a bare family name means: somebody named in full in the same text (the last before, if several); else, without a
 * title, the one whose family name alone is enough; else the one whose office on that day fits the title; else the only
 * one of that name, unless his offices contradict the title. Undefined when it stays open.
 */
export function personOfFamily(
  { people }: FamilyEntry,
  at: number,
  cast: Cast,
  title: string | undefined,
  day: Day | undefined,
  { offices }: NameLists,
): Person | undefined {
  const inText = people.filter(person => cast.known.has(person.id))
  if (inText.length > 0) return latest(inText, at, cast)
  const sure = people.filter(person => person.surname === 'yes')
  if (title === undefined) return hasRival(people, cast) ? undefined : only(sure)
  const titled = people.filter(person => person.surname !== 'no')
  const fitting = titled.filter(person => fits(title, roleOn(person, day), offices))
  if (fitting.length === 1) return fitting[0]
  const person = only(titled)
  return person?.surname === 'titled' && contradicts(title, person, day, offices) ? undefined : person
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

/** Several people of one name, and a namesake whom only this text knows. */
function hasRival(people: readonly Person[], cast: Cast): boolean {
  return people.length > 1 && people.some(person => person.families.some(family => cast.unknown.has(family)))
}

/** The one named last before a place; the only one also where he is named later. */
function latest(people: readonly Person[], at: number, cast: Cast): Person | undefined {
  const before = people.flatMap(person =>
    (cast.known.get(person.id) ?? []).filter(from => from < at).map(from => ({ person, from })),
  )
  const last = before.reduce<(typeof before)[number] | undefined>(
    (best, next) => (best && best.from > next.from ? best : next),
    undefined,
  )
  return last?.person ?? only(people)
}

const TOWNS: ReadonlySet<string> = new Set(['name/capital', 'name/capital-government', 'name/place'])

/** A town's name is a person's where the text names somebody whose last name it is: "Rashid Amman … Amman had fled". */
export function namesakesOf(text: string, names: readonly Annotation<'name'>[]): readonly Annotation<'name'>[] {
  const people = new Map<string, string>()
  for (const { span, value } of names) {
    const written = text.slice(span.start, span.end)
    const family = written.slice(written.lastIndexOf(' ') + 1)
    if (value.type === 'PERSON' && value.actor === undefined && family !== written) people.set(family, value.label)
  }
  return names.map(name => {
    const label = TOWNS.has(name.by) ? people.get(text.slice(name.span.start, name.span.end)) : undefined
    return label === undefined ? name : { ...name, value: { type: 'PERSON', label }, by: 'name/family-unknown' }
  })
}
