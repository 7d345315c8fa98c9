import type { AmountWords } from './amounts-words.ts'
import { isCapital, isWord, norm, type View } from './quotes-view.ts'

/** What is counted: its unit, and the token range from after the figure to the head noun's end. */
export type Counted = { readonly unit: string; readonly end: number }

const MAX_NOUN = 6
const SKIP = new Set([
  'more',
  'other',
  'additional',
  'further',
  'new',
  'of',
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'these',
  'those',
  'such',
])
const VERBS = new Set(
  'is are was were be been has have had will would can could may might must should did does do said says say came went left fell stood get got hit struck gave took made held led met told saw won lost'.split(
    ' ',
  ),
)
/** Modifiers that change what is counted. */
const KINDS = new Set(['ballistic', 'cruise', 'hypersonic', 'decoy', 'glide'])
const NO_HEADS = new Set(
  'times percent ways sides days weeks months years hours minutes seconds decades series means thus always across towards besides sports others as its us this was has is his yes perhaps afterwards upwards ones things'.split(
    ' ',
  ),
)
const PLURALS_AS_MODIFIERS = new Set([
  'sports',
  'arms',
  'operations',
  'goods',
  'communications',
  'states',
  'armaments',
  'systems',
])

/**
 * The noun counted by a figure that ends before token `i`: the first plural (or listed) noun among the next words that no
 * verb, function word or mark cuts off. Undefined when there is none.
 */
export function countedAt(view: View, words: AmountWords, i: number, sentenceEnd: number): Counted | undefined {
  let start = i
  while (start < sentenceEnd && SKIP.has(norm(view, start)) && start < i + 3) start += 1
  for (let at = start; at < sentenceEnd && at < start + MAX_NOUN; at++) {
    const word = norm(view, at)
    if (!isWord(view, at) || word === "'s") return undefined
    if (word === 'others') return { unit: 'person', end: at + 1 }
    if (isHead(view, words, at) && !(PLURALS_AS_MODIFIERS.has(word) && isHead(view, words, at + 1)))
      return together(view, words, at)
    if (words.stop.has(word) || VERBS.has(word) || (words.harm.has(word) && at === start)) return undefined
    if (/(?:ly)$/u.test(word) && !isCapital(view, at)) return undefined
  }
  return undefined
}

/** "367 drones and missiles" counts both together: the unit is "drone and missile". */
function together(view: View, words: AmountWords, at: number): Counted {
  const first = unitOf(view, words, at)
  const isBoth = /^(?:and|or)$/u.test(norm(view, at + 1)) && [at, at + 2].every(i => words.nouns.has(norm(view, i)))
  return isBoth ? { unit: `${first} and ${unitOf(view, words, at + 2)}`, end: at + 3 } : { unit: first, end: at + 1 }
}

/** A plural by its look, or a noun that the list knows. */
function isHead(view: View, words: AmountWords, i: number): boolean {
  const word = norm(view, i)
  if (!isWord(view, i) || NO_HEADS.has(word) || words.harm.has(word)) return false
  if (words.nouns.has(word)) return !isProper(view, i)
  return (
    /\p{L}{3,}s$/u.test(word) &&
    !/(?:ss|us|is|'s)$/u.test(word) &&
    !VERBS.has(word) &&
    !words.stop.has(word) &&
    !isProper(view, i)
  )
}

/** A capital on the word itself: "Patriots" is a name, "Ukrainians" and "POWs" are counted. */
function isProper(view: View, i: number): boolean {
  return isCapital(view, i) && !/(?:ans|ians|ese|ers|POWs|UAVs|ish)$/u.test(rawOf(view, i))
}

function rawOf(view: View, i: number): string {
  const token = view.tokens[i]
  return token === undefined ? '' : view.text.slice(token.span.start, token.span.end)
}

function unitOf(view: View, words: AmountWords, i: number): string {
  const word = norm(view, i)
  const unit = singular(words, isCapital(view, i) && !words.nouns.has(word) ? rawOf(view, i) : word)
  return KINDS.has(norm(view, i - 1)) ? `${norm(view, i - 1)} ${unit}` : unit
}

/** The singular of a plural noun in lower case: by the list, else by spelling. */
export function singular(words: Pick<AmountWords, 'nouns'>, noun: string): string {
  const known = words.nouns.get(noun)
  if (known !== undefined) return known
  if (/(?:ans|ians)$/u.test(noun) && noun.length > 6) return noun.slice(0, -1)
  if (/[^aeiou]ies$/u.test(noun)) return `${noun.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz)es$/u.test(noun)) return noun.slice(0, -2)
  return /[^s]s$/u.test(noun) ? noun.slice(0, -1) : noun
}
