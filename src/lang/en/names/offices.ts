import type { Day } from '../../../core/day.ts'
import type { NameLists, Person } from './lists.ts'

type Offices = NameLists['offices']

/** The words of a title that say which office it is: "the then Ukrainian Defense Minister" gives defence, minister. */
function officeWords(title: string, offices: Offices): readonly string[] {
  return wordsOf(title).flatMap(word => offices.get(word) ?? [])
}

/** Whether a title may be that of an office: "Defence Minister" and "Israeli defence minister", not "minister of energy". */
export function fits(title: string, office: string | undefined, offices: Offices): boolean {
  const asked = officeWords(title, offices)
  const held = new Set(office === undefined ? [] : officeWords(office, offices))
  return asked.length > 0 && asked.every(word => held.has(word))
}

/**
 * Whether a title names an office, and the person is known to have held offices by that day, but none that fits. Without
 * a day all offices count. A title that names no office ("Mr", "General") contradicts nobody.
 */
export function contradicts(title: string, person: Person, day: Day | undefined, offices: Offices): boolean {
  const held = person.roles.filter(({ from }) => day === undefined || from <= day)
  return (
    held.length > 0 && officeWords(title, offices).length > 0 && !held.some(({ role }) => fits(title, role, offices))
  )
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}.]+/u)
}
