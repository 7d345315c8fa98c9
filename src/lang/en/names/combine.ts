import type { Span } from '../../../core/span.ts'
import type { Annotation, NameValue } from '../../../core/types.ts'
import type { Recognised } from './recognise.ts'

type Name = Annotation<'name'>

/** Rules that guess by shape; the learned weights know better. */
const GUESSES: ReadonlySet<string> = new Set(['name/person-shape', 'name/family-unknown'])
/** People that lists know whole: no learned border moves them. */
const WHOLE: ReadonlySet<string> = new Set(['name/person', 'name/family'])

/**
 * Names of the lists together with those that the learned weights find. Where both speak of the same words the lists win,
 * since they know who is meant; where a learned name is longer ("Kursk Oblast", "Bank of Russia") it takes the place of the
 * shorter one and keeps its state; guesses by shape give way.
 */
export function combine(
  listed: readonly Name[],
  learned: readonly Recognised[],
  toValue: (name: Recognised) => NameValue,
): readonly Name[] {
  const kept = new Set(listed)
  const added: Name[] = []
  let from = 0
  for (const name of learned) {
    while (from < listed.length && (listed[from] as Name).span.end <= name.span.start) from += 1
    const overlapping: Name[] = []
    for (let i = from; i < listed.length && (listed[i] as Name).span.start < name.span.end; i++)
      overlapping.push(listed[i] as Name)
    const choice = choose(name, overlapping)
    if (choice === 'listed') continue
    for (const other of overlapping) kept.delete(other)
    added.push({ span: name.span, value: { ...inherited(name, overlapping), ...toValue(name) }, by: 'name/learned' })
  }
  return [...listed.filter(name => kept.has(name)), ...added].sort((a, b) => a.span.start - b.span.start)
}

function choose({ span, type }: Recognised, overlapping: readonly Name[]): 'listed' | 'learned' {
  if (overlapping.length === 0) return 'learned'
  const same = overlapping.find(other => other.span.start === span.start && other.span.end === span.end)
  if (same) return GUESSES.has(same.by) && same.value.type !== type ? 'learned' : 'listed'
  // A given name and a family name are one person, also where the weights see only one of them.
  const wider = (other: Name) => other.value.type === type && holds(other.span, span)
  if (overlapping.every(other => GUESSES.has(other.by))) return overlapping.some(wider) ? 'listed' : 'learned'
  const inside = overlapping.every(other => holds(span, other.span))
  // "Russia-Ukraine" is two places; "the Ukraine-Russia Contact Group" one body.
  const several = overlapping.length > 1 && type !== 'ORGANISATION' && type !== 'EVENT'
  return inside && !several && !overlapping.some(other => WHOLE.has(other.by)) ? 'learned' : 'listed'
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The state of a place inside a longer name. */
function inherited({ type }: Recognised, overlapping: readonly Name[]): Partial<NameValue> {
  const country = overlapping.length === 1 ? overlapping[0]?.value.country : undefined
  return country !== undefined && (type === 'PLACE' || type === 'ORGANISATION') ? { country } : {}
}
