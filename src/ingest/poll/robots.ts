/** What a robots.txt (RFC 9309) says to one agent. */
export type Robots = {
  readonly rules: readonly Rule[]
  /** Seconds between two requests, where it asks for that (no part of the RFC, but common). */
  readonly delay?: number
}

type Rule = { readonly allow: boolean; readonly pattern: string }

export const ALLOW_ALL: Robots = { rules: [] }

/** So much of a file is read (RFC 9309, section 2.5: at least 500 KiB). */
export const ROBOTS_BYTES = 500 * 1024

type Group = { agents: string[]; rules: Rule[]; delay?: number }

/** The rules of all groups that name the agent, else of those for `*`. */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text.slice(0, ROBOTS_BYTES))
  const name = agent.toLowerCase()
  const own = groups.filter(({ agents }) => agents.includes(name))
  const mine = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const delay = mine.find(group => group.delay !== undefined)?.delay
  return { rules: mine.flatMap(({ rules }) => rules), ...(delay === undefined ? {} : { delay }) }
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = []
  let naming = false
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)) {
    const [key, value] = fieldOf(line)
    if (/^user-?\s?agent$/u.test(key)) {
      if (!naming) groups.push({ agents: [], rules: [] })
      naming = true
      groups.at(-1)?.agents.push(agentOf(value))
    } else if (/^(?:dis)?allow$/u.test(key) || MISSPELT.has(key)) {
      naming = false
      // An empty pattern matches nothing.
      if (value !== '') groups.at(-1)?.rules.push({ allow: key === 'allow', pattern: normal(value) })
    } else if (key === 'crawl-delay') {
      naming = false
      const group = groups.at(-1)
      if (group && /^\d{1,6}(?:\.\d{1,3})?$/u.test(value)) group.delay ??= Number(value)
    }
  }
  return groups
}

/** Spellings of "disallow" that stand in many files. */
const MISSPELT: ReadonlySet<string> = new Set(['dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw'])

/** Longer lines are no rules. */
const LONGEST_LINE = 16 * 1024

/** Name and value of a line; a colon that was forgotten is a space between two words. */
function fieldOf(line: string): readonly [string, string] {
  const bare = (line.length > LONGEST_LINE ? '' : line).split('#', 1)[0]?.trim() ?? ''
  const colon = bare.indexOf(':')
  const at = colon === -1 ? bare.search(/\s/u) : colon
  if (at === -1) return ['', '']
  return [bare.slice(0, at).trim().toLowerCase(), bare.slice(at + 1).trim()]
}

/** The product token: "Dragoman/1.0" names Dragoman. */
function agentOf(value: string): string {
  if (/^\*(?:\s|$)/u.test(value)) return '*'
  return (/^[a-z_-]+/iu.exec(value)?.[0] ?? '').toLowerCase()
}

/** Whether a path with its query may be asked: the longest pattern that matches decides, of equals the one that allows. */
export function allows({ rules }: Robots, path: string): boolean {
  const asked = normal(path || '/')
  if (asked === '/robots.txt') return true
  let [length, allow] = [-1, true]
  for (const rule of rules) {
    const size = rule.pattern.length
    if (size < length || (size === length && allow) || !matches(rule.pattern, asked)) continue
    ;[length, allow] = [size, rule.allow]
  }
  return allow
}

/** Matches from the beginning; `*` is any characters, a `$` at the end is the end. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const [first = '', ...rest] = (ends ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = ends ? rest.pop() : undefined
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  if (!ends) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}

/** Percent-encoding as RFC 9309, section 2.2.2, compares it: unreserved characters plain, all others encoded in upper case. */
function normal(path: string): string {
  return path
    .replace(/%([0-9a-f]{2})/giu, (written, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16))
      return /[\w.~-]/u.test(character) ? character : written.toUpperCase()
    })
    .replace(/[^\x21-\x7e]/gu, character => (character.isWellFormed() ? encodeURIComponent(character) : ''))
}
