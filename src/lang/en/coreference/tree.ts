import type { CorefWord } from './types.ts'

/** A parsed sentence that can be walked downwards. */
export type Tree = {
  readonly words: readonly CorefWord[]
  readonly children: readonly (readonly number[])[]
  /** First and last word of everything below a word, itself included. */
  readonly leftmost: Int32Array
  readonly rightmost: Int32Array
}

/** Linear in the length of the sentence; a head outside of it counts as the root. */
export function treeOf(words: readonly CorefWord[]): Tree {
  const children = words.map((): number[] => [])
  const roots: number[] = []
  words.forEach((word, i) => {
    const below = word.head === i ? undefined : children[word.head]
    if (below) below.push(i)
    else roots.push(i)
  })
  const leftmost = Int32Array.from(words.keys())
  const rightmost = Int32Array.from(words.keys())
  const order = downwards(roots, children)
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k] as number
    for (const child of children[i] ?? []) {
      leftmost[i] = Math.min(leftmost[i] as number, leftmost[child] as number)
      rightmost[i] = Math.max(rightmost[i] as number, rightmost[child] as number)
    }
  }
  return { words, children, leftmost, rightmost }
}

/** Heads before what hangs on them. */
function downwards(roots: readonly number[], children: readonly (readonly number[])[]): readonly number[] {
  const order = [...roots]
  for (let k = 0; k < order.length; k++) order.push(...(children[order[k] as number] ?? []))
  return order
}

const INSIDE = new Set(
  'det det:predet amod compound nmod nmod:poss nmod:desc nmod:unmarked flat fixed goeswith nummod acl acl:relcl dep advmod'.split(
    ' ',
  ),
)
const OF_CLAUSE = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer', 'cop', 'expl', 'csubj'])

/** The first and last word of the noun phrase of a head: modifiers and clauses of it, no conjuncts, no apposition. */
export function phraseOf({ words, children, leftmost, rightmost }: Tree, head: number): readonly [number, number] {
  const below = children[head] ?? []
  const predicate = below.some(child => OF_CLAUSE.has(words[child]?.relation ?? ''))
  let first = head
  let last = head
  const clause = below.find(child => /^(?:cop|nsubj)/u.test(words[child]?.relation ?? '')) ?? -1
  const mark = below.findLast(child => child < head && words[child]?.relation === 'case') ?? -1
  const beside = nameBeside({ words, children, leftmost, rightmost }, head)
  for (const child of below) {
    const word = words[child]
    if (!word || (child !== beside && !belongs(word, child, head, predicate))) continue
    if (word.relation === 'dep' && child > head && words[leftmost[child] as number]?.upos === 'PUNCT') continue
    if (child < head && (child < mark || (predicate && child < clause))) continue
    if (child < head) first = Math.min(first, leftmost[child] as number)
    else last = Math.max(last, rightmost[child] as number)
  }
  while (last > head && words[last]?.upos === 'PUNCT') last -= 1
  while (first < head && words[first]?.upos === 'PUNCT') first += 1
  return [first, last]
}

const BESIDE = new Set(['flat', 'compound', 'nmod:unmarked', 'nmod', 'dep'])

/** The name right after a common noun that it belongs to: "English defender Kyle Walker". */
export function nameBeside({ words, children, leftmost }: Tree, head: number): number | undefined {
  const next = words[head + 1]?.name?.id
  if (next === undefined || words[head]?.name !== undefined) return undefined
  return (children[head] ?? []).find(child => {
    const word = words[child]
    if (word?.name?.id !== next || leftmost[child] !== head + 1) return false
    return word.relation === 'appos' || (words[head]?.upos === 'NOUN' && BESIDE.has(word.relation))
  })
}

function belongs({ relation, upos, text }: CorefWord, child: number, head: number, predicate: boolean): boolean {
  if (relation === 'case') return child === head + 1 && /^['’]s?$/u.test(text)
  if (relation === 'advmod') return child < head && !predicate && upos === 'ADV' && child >= head - 3
  if (relation === 'nmod:unmarked') return !predicate
  return INSIDE.has(relation)
}
