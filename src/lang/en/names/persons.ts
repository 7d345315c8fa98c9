import { passage, type Span } from '../../../core/span.ts'
import type { NameValue } from '../../../core/types.ts'
import { type Person, ROLES_END, roleOn } from './lists.ts'
import { pieceAt } from './pieces.ts'
import { titleAfter, titleBefore } from './titles.ts'
import type { View } from './view.ts'

/** A person of the lists: his office on the day, or the title beside the name where the lists know none or end before it. */
export function knownPerson(view: View, person: Person, from: number, to: number): NameValue {
  const roleSpan = titleOf(view, from, to)
  const said = roleSpan && passage(view.text, roleSpan)
  const { day } = view.setting
  const held = roleOn(person, day)
  const role = day !== undefined && day > ROLES_END ? (said ?? held) : (held ?? said)
  return {
    type: 'PERSON',
    label: person.label,
    actor: person.id,
    ...(person.country === '' ? {} : { country: person.country }),
    ...(role === undefined ? {} : { role }),
    ...(roleSpan === undefined ? {} : { roleSpan }),
  }
}

/** A person only this text knows: by the full name where it gives one. */
export function unknownPerson(view: View, from: number, to: number): NameValue {
  const written = view.text.slice(view.pieces[from]?.start, view.pieces[to - 1]?.end)
  const label = to - from === 1 ? (view.cast.unknown.get(written) ?? written) : written
  const roleSpan = titleOf(view, from, to)
  if (!roleSpan) return { type: 'PERSON', label }
  const country = stateOf(view, roleSpan)
  return { type: 'PERSON', label, ...(country && { country }), role: passage(view.text, roleSpan), roleSpan }
}

function titleOf(view: View, from: number, to: number): Span | undefined {
  return titleBefore(view, from) ?? titleAfter(view, to)
}

/** The state of an office: that which its words begin with ("Spanish interior minister"). */
function stateOf({ pieces, from }: View, { start }: Span): string | undefined {
  const at = pieceAt(pieces, start)
  for (const entry of from.get(at)?.entries ?? [])
    if (entry.kind === 'state' || entry.kind === 'adjective') return entry.id
  return undefined
}
