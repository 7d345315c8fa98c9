import { readTable } from '../core/table.ts'
import type { Link } from '../core/types.ts'
import type { Block } from './blocks.ts'

const ROWS = readTable('extract/boilerplate.tsv', ['phrase', 'kind', 'place', 'needs'])
const WHOLE = new Map(ROWS.filter(row => row.place === 'whole').map(row => [row.phrase, row]))
const END = ROWS.filter(row => row.place === 'end')
const START = ROWS.filter(row => row.place === 'start')
/** The starting phrases by their first two characters. */
const BY_START = Map.groupBy(START, ({ phrase }) => phrase.slice(0, 2))

/** Longer blocks are prose, whatever they begin with. */
const LONGEST = 200
/** Longer blocks are no credit. */
const CREDIT = 120
/** From this share of linked characters on, a block is a link. */
const LINKED = 0.6

export type Filtered = {
  readonly kept: readonly Block[]
  readonly related: readonly Link[]
  readonly promoted: readonly Link[]
}

/**
 * Leaves out share bars, calls to subscribe, credits, notices and lists of other articles; the links of "related" and
 * "sponsored" lists are kept apart. A list begins with such a heading and ends at the first block that is not a link.
 */
export function filterBlocks(blocks: readonly Block[]): Filtered {
  const kept: Block[] = []
  const links = { related: [] as Link[], promoted: [] as Link[] }
  let list: keyof typeof links | undefined
  for (const block of blocks) {
    const kind = kindOf(block)
    if (kind === 'related' || kind === 'promo') list = kind === 'promo' ? 'promoted' : 'related'
    else if (!isLink(block)) list = undefined
    if (kind === undefined && list === undefined) kept.push(block)
    else if (list) links[list].push(...block.links)
  }
  return { kept, ...links }
}

/** What kind of furniture a block is, if it is. */
export function kindOf(block: Block): string | undefined {
  if (block.text.length > LONGEST) return undefined
  if (/^(?:[^\p{L}\p{N}]+|\d{1,3}\s?\/\s?\d{1,3})$/u.test(block.text)) return 'furniture'
  const text = block.text
    .toLowerCase()
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/^[\s\u2022\u25ba\u25b6\u25b8>»|·-]+|[\s>»›→|·]+$/gu, '')
  const whole = WHOLE.get(text)
  if (whole && (whole.needs !== 'link' || isLink(block))) return whole.kind
  const row = BY_START.get(text.slice(0, 2))?.find(
    ({ phrase, needs }) => startsWith(text, phrase) && (needs !== 'link' || isLink(block)),
  )
  if (row) return row.kind
  return text.length <= CREDIT && !/[.!?]["'\u201d]?$|[.!?]\s\p{L}/u.test(text)
    ? END.find(({ phrase }) => text.endsWith(phrase))?.kind
    : undefined
}

function startsWith(text: string, phrase: string): boolean {
  return text.startsWith(phrase) && !/^[\p{L}]/u.test(/[\p{L}]$/u.test(phrase) ? text.slice(phrase.length) : '')
}

function isLink(block: Block): boolean {
  return block.linked >= LINKED && block.text.length <= LONGEST
}
