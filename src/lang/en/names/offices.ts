import type { Day } from '../../../core/day.ts'
import type { NameLists, Office, Person } from './entries.ts'

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

/** An office of a state in any spelling: "FRA foreign minister". */
export function officeKey(state: string, words: readonly string[], offices: Offices): string {
  return [state, ...words.map(word => offices.get(word) ?? word)].join(' ')
}

/** Offices of states by their key, from all people. A role is of a state when it begins or ends with its name or adjective. */
export function officesOfStates(
  people: readonly Person[],
  names: ReadonlyMap<string, readonly string[]>,
  offices: Offices,
): ReadonlyMap<string, readonly Office[]> {
  const found = new Map<string, Office[]>()
  for (const person of people)
    for (const { role, from, to } of person.roles) {
      const bare = withoutState(role.toLowerCase(), names.get(person.country) ?? [])
      if (bare === undefined) continue
      const key = officeKey(person.country, bare.split(/[ -]/u), offices)
      const list = found.get(key) ?? []
      found.set(key, list)
      list.push({ person, from, to })
    }
  return found
}

function withoutState(role: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    const plain = name.toLowerCase()
    if (role.startsWith(`${plain} `)) return role.slice(plain.length + 1)
    for (const link of [' of ', ' of the '])
      if (role.endsWith(link + plain)) return role.slice(0, -(link + plain).length)
  }
  return undefined
}

/** Who held an office on a day; undefined without a day, after the end of the table, and where none or several did. */
export function holderOf(lists: NameLists, key: string, day: Day | undefined): Person | undefined {
  if (day === undefined || day > lists.rolesEnd) return undefined
  const held = (lists.held.get(key) ?? []).filter(
    ({ from, to }) => (from === '' || from <= day) && (to === '' || day < to),
  )
  return held.length === 1 ? held[0]?.person : undefined
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}.]+/u)
}
