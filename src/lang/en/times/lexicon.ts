import { groupBy } from '../../../core/order.ts'
import { readTable } from '../../../core/table.ts'

export type WordKind =
  | 'month'
  | 'weekday'
  | 'weekdays'
  | 'unit'
  | 'units'
  | 'part'
  | 'noon'
  | 'season'
  | 'ampm'
  | 'zone'
  | 'zoneplace'
  | 'ordinal'
  | 'decade'
  | 'vague'
  | 'freq'
  | 'mod'
  | 'modnoun'
  | 'approx'
  | 'bc'
  | 'quarter'
  | 'half'

export type Cue = 'future' | 'weak-future' | 'forward'

/** The word lists of time expressions. */
export type Lexicon = {
  readonly words: ReadonlyMap<WordKind, ReadonlyMap<string, string>>
  /** Number words below a hundred and their scales. */
  readonly units: ReadonlyMap<string, number>
  readonly tens: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  /** Names of days, cut at blanks, by their first word; longest first. */
  readonly holidays: ReadonlyMap<string, readonly Holiday[]>
  readonly holidayRules: ReadonlyMap<string, string>
  readonly cues: ReadonlyMap<string, Cue>
  /** Words beside a number or name that tell whether it is a time: by kind. */
  readonly guards: ReadonlyMap<string, ReadonlySet<string>>
}

export type Holiday = { readonly words: readonly string[]; readonly name: string }

/** Reads the lists from data/lexicon/en; throws on a faulty table. */
export function timeLexicon(): Lexicon {
  const numbers = readTable('lexicon/en/number-words.tsv', ['word', 'kind', 'value'])
  const of = (kind: string) =>
    new Map(numbers.filter(row => row.kind === kind).map(row => [row.word, Number(row.value)] as const))
  const holidays = readTable('lexicon/en/time-holidays.tsv', ['name', 'day'])
  return {
    words: words(),
    units: of('unit'),
    tens: of('ten'),
    scales: new Map([...of('scale')].filter(([word]) => word === 'hundred' || word === 'thousand' || word === 'dozen')),
    holidays: byFirstWord(holidays.map(({ name }) => ({ name, words: cutName(name) }))),
    holidayRules: new Map(holidays.map(({ name, day }) => [name, day])),
    guards: guardWords(),
    cues: new Map(readTable('lexicon/en/time-cues.tsv', ['word', 'cue']).map(({ word, cue }) => [word, cueOf(cue)])),
  }
}

const KINDS: readonly WordKind[] = [
  'month',
  'weekday',
  'weekdays',
  'unit',
  'units',
  'part',
  'noon',
  'season',
  'ampm',
  'zone',
  'zoneplace',
  'ordinal',
  'decade',
  'vague',
  'freq',
  'mod',
  'modnoun',
  'approx',
  'bc',
  'quarter',
  'half',
]

function words(): Lexicon['words'] {
  const lists = new Map(KINDS.map(kind => [kind, new Map<string, string>()]))
  for (const { word, kind, value } of readTable('lexicon/en/time-words.tsv', ['word', 'kind', 'value'])) {
    const list = lists.get(KINDS.find(known => known === kind) ?? 'freq')
    if (!KINDS.some(known => known === kind)) throw new Error(`data/lexicon/en/time-words.tsv: "${kind}" is no kind`)
    list?.set(word, value)
  }
  return lists
}

function cueOf(cue: string): Cue {
  if (cue === 'future' || cue === 'weak-future' || cue === 'forward') return cue
  throw new Error(`data/lexicon/en/time-cues.tsv: "${cue}" is no cue`)
}

function guardWords(): Lexicon['guards'] {
  const rows = readTable('lexicon/en/time-guards.tsv', ['word', 'kind'])
  return new Map([...groupBy(rows, row => row.kind)].map(([kind, list]) => [kind, new Set(list.map(row => row.word))]))
}

/** As the tokens and pieces are cut: "'s" and "-" are words of their own. */
function cutName(name: string): readonly string[] {
  return name.replaceAll('-', ' - ').replaceAll("'s", " 's").replaceAll("s' ", "s ' ").split(' ')
}

function byFirstWord(list: readonly Holiday[]): ReadonlyMap<string, readonly Holiday[]> {
  const first = new Map<string, Holiday[]>()
  for (const holiday of list) {
    const key = holiday.words[0] ?? ''
    const same = first.get(key)
    if (same) same.push(holiday)
    else first.set(key, [holiday])
  }
  for (const same of first.values()) same.sort((a, b) => b.words.length - a.words.length)
  return first
}
