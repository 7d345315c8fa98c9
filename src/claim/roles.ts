import type { Span } from '../core/span.ts'
import { contains } from '../core/span.ts'
import type { Actor, Annotation, Doc, EventType, NameValue } from '../core/types.ts'
import type { References } from './references.ts'
import { sidesByParse } from './syntax.ts'
import type { Trigger } from './triggers.ts'
import type { Word } from './words.ts'

/** Types whose two sides are equals: both may stand before the trigger. */
const MUTUAL: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'RETREAT', 'COOPERATE'])

/** Who tells of an event and has no part in it. */
const reports = ({ by }: Annotation<'name'>) => by === 'name/media'
/** What may be done to news agencies and media; otherwise they only report. */
const AGAINST: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION'])

/**
 * Who acts and who is acted upon: by the parse of the sentence where it shows them, else the nearest actor before the trigger
 * and the nearest after it; a passive turns them round, its source being the by-phrase.
 */
export function rolesOf(
  doc: Doc,
  sentence: Span,
  words: readonly Word[],
  trigger: Trigger,
  references: References,
): { source?: Actor; target?: Actor } {
  const type = trigger.row.type
  const at = words[trigger.at]?.span
  if (!type || !at) return {}
  const names = doc.layers.name.filter(
    name => contains(sentence, name.span) && isActor(name.value) && (AGAINST.has(type) || !reports(name)),
  )
  const acting = (source: Annotation<'name'> | undefined, target: Annotation<'name'> | undefined) =>
    sides(source && reports(source) ? undefined : source, target)
  const parsed = sidesByParse(words, trigger, names, references, MUTUAL.has(type))
  if (parsed && ('source' in parsed || 'target' in parsed)) {
    // Where the parse has lost the subject, a name right before the verb is it: "after Russia fired 14 missiles".
    const beside = trigger.passive ? undefined : names.find(name => name.span.end + 1 === at.start)
    return acting(('source' in parsed ? parsed.source : beside) ?? undefined, parsed.target ?? undefined)
  }
  const before = names.filter(name => name.span.end <= at.start)
  const after = names.filter(name => name.span.start >= at.end)
  const left = before.at(-1)
  const right = after[0]
  if (trigger.passive) {
    const agent = after.find(name => precededBy(words, name.span, 'by'))
    return acting(agent, left)
  }
  if (MUTUAL.has(type) && (!left || !right)) {
    const all = left ? before : after
    const last = all.at(-1)
    return acting(
      all.find(name => last && differs(name.value, last.value)) ?? all[0],
      all.length > 1 ? last : undefined,
    )
  }
  return acting(left, right)
}

function sides(
  source: Annotation<'name'> | undefined,
  target: Annotation<'name'> | undefined,
): { source?: Actor; target?: Actor } {
  const from = source && actorOf(source.value)
  const to = target && actorOf(target.value)
  return { ...(from ? { source: from } : {}), ...(to && to.id !== from?.id ? { target: to } : {}) }
}

export function actorOf({ actor, label, type, country, described }: NameValue): Actor | undefined {
  // A town is where something happens; only what stands for a state or a body acts.
  const id =
    actor ??
    (type === 'PERSON' ? storyId(label, country) : undefined) ??
    (type === 'PLACE' ? undefined : country) ??
    (type === 'ORGANISATION' || described ? label : undefined)
  if (id === undefined) return undefined
  const kind =
    type === 'PERSON' ? 'person' : type === 'ORGANISATION' ? 'organisation' : id === country ? 'state' : 'group'
  return { id, label, kind, ...(country ? { country } : {}) }
}

/** A person no list has: by name, and by the state of his office where a text tells it. The same in every report of a story. */
function storyId(label: string, country: string | undefined): string {
  const name = label
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  return country === undefined ? `~${name}` : `~${name}@${country}`
}

function isActor(value: NameValue): boolean {
  return actorOf(value) !== undefined
}

function differs(a: NameValue, b: NameValue): boolean {
  return a.country === undefined || b.country === undefined ? a.label !== b.label : a.country !== b.country
}

function precededBy(words: readonly Word[], span: Span, norm: string): boolean {
  const at = words.findIndex(word => word.span.start >= span.start)
  return at > 0 && words.slice(Math.max(0, at - 3), at).some(word => word.norm === norm)
}
