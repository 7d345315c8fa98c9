import type { CorefResources } from './resources.ts'
import { nameBeside, type Tree } from './tree.ts'
import type { CorefWord, Mention } from './types.ts'

type Name = NonNullable<Mention['name']>

/**
 * The name a phrase is headed by: its own, or that of an apposition right beside its head ("the film Solaris"). The name of an
 * institution reaches as far as its capitals do ("University" is "University of Basel"), a common noun alone is no name.
 */
export function properName(
  tree: Tree,
  head: number,
  [first, last]: readonly [number, number],
  { nouns }: CorefResources,
): Name | undefined {
  const { words } = tree
  const named = words[head]?.name ?? words[nameBeside(tree, head) ?? head]?.name
  if (named === undefined) return undefined
  const { type, id } = named
  let from = words.findIndex(word => word.name?.id === id)
  let to = words.findLastIndex(word => word.name?.id === id)
  if (type !== 'PERSON') {
    while (from > first && reachesLeft(words[from - 1])) from -= 1
    if (type !== 'PLACE') to = reachRight(words, to, last)
  }
  const own = words.slice(from, to + 1).map(word => word.text)
  while (own.length > 1 && /^['’]s?$/u.test(own.at(-1) ?? '')) own.pop()
  if (own.length > 1 && /^the$/iu.test(own[0] ?? '')) own.shift()
  return own.length === 1 && nouns.has((own[0] ?? '').toLowerCase()) ? undefined : { type, words: own }
}

function reachesLeft(word: CorefWord | undefined): boolean {
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false
  return word.upos === 'PROPN' || (word.upos !== 'DET' && word.name !== undefined && word.name.type !== 'PERSON')
}

/** The place of the last word of "… of the Congo", "… for Research" inside of a phrase. */
function reachRight(words: readonly CorefWord[], to: number, last: number): number {
  let end = to
  while (isProper(words[end + 1]) && end < last) end += 1
  if (!/^(?:of|for)$/u.test(words[end + 1]?.text ?? '')) return end
  const next = words[end + 2]?.text === 'the' ? end + 3 : end + 2
  return next <= last && isProper(words[next]) ? reachRight(words, next, last) : end
}

function isProper(word: CorefWord | undefined): boolean {
  return word !== undefined && word.upos === 'PROPN' && /^\p{Lu}/u.test(word.text)
}
