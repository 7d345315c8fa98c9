import { figureAt } from '../numbers.ts'
import { isCapital, isWord, norm, type View } from '../quotes-view.ts'
import type { AmountWords } from './words.ts'

/**
 * What is counted: its unit, the end of its tokens, and the token that names it. In "244 of the 273 drones" the tokens of
 * 244 end with itself.
 */
export type Counted = { readonly unit: string; readonly end: number; readonly head: number }

const MAX_NOUN = 6

/**
 * The noun counted by a figure that ends before token `i`: the one that the figure hangs on, where the sentence is parsed
 * and nothing between them speaks against it; else the first plural (or listed) noun among the next words that no verb,
 * function word or mark cuts off. Undefined when there is none.
 */
export function countedAt(view: View, words: AmountWords, i: number, sentenceEnd: number): Counted | undefined {
  const start = skipTo(view, words, i, sentenceEnd)
  const whole = norm(view, i) === 'of' ? figureAt(view, words.numbers, start) : undefined
  if (whole !== undefined && start > i) {
    // The whole may not be a part again: "5 of the 6 of the 7 of …" would be read to its end from each of its figures.
    const from = skipTo(view, words, whole.end, sentenceEnd)
    const counted = byParse(view, words, whole.end, from, sentenceEnd) ?? byLooks(view, words, from, sentenceEnd, false)
    return counted && { ...counted, end: i }
  }
  const part = norm(view, i) === 'of'
  return byParse(view, words, i, start, sentenceEnd) ?? byLooks(view, words, start, sentenceEnd, part)
}

/** "job cuts of 10,000", "a crew of six": the noun stands before the figure that begins, with its bounds, at token `first`. */
export function countedBefore(view: View, words: AmountWords, first: number, value: number): Counted | undefined {
  const noun = first - 2
  if (norm(view, first - 1) !== 'of' || noun < 0 || view.sentenceOf[noun] !== view.sentenceOf[first]) return undefined
  if (words.numbers.has(norm(view, noun))) return undefined
  // "children of 8" have an age.
  const many = value >= 100 && isHead(view, words, noun) && !words.nouns.has(norm(view, noun))
  if (!many && !words.classes.holder.has(norm(view, noun))) return undefined
  return { unit: unitOf(view, words, noun), end: first, head: noun }
}

/** Over "more", "of the" and the like. */
function skipTo(view: View, words: AmountWords, i: number, sentenceEnd: number): number {
  let start = i
  while (start < sentenceEnd && words.classes.skip.has(norm(view, start)) && start < i + 3) start += 1
  return start
}

/** The noun that the figure before token `i` hangs on as its number. */
function byParse(view: View, words: AmountWords, i: number, start: number, sentenceEnd: number): Counted | undefined {
  const figure = view.tokens[i - 1]?.value
  const head = figure?.relation === 'nummod' ? figure.head : undefined
  if (head === undefined || head < start || head >= sentenceEnd || head > start + MAX_NOUN) return undefined
  for (let at = start; at < head; at++) if (!isModifier(view, words, at)) return undefined
  const noun = view.tokens[head]?.value
  const isNoun = noun?.pos === 'NOUN' || (noun?.pos === 'PROPN' && noun.xpos === 'NNPS')
  if (!isNoun || noun.kind !== 'word' || words.classes['no-head'].has(noun.norm) || isHarm(words, noun.norm))
    return undefined
  // A singular noun is only counted by one: "two-party", "50 percent share" count something else.
  if (noun.xpos === 'NN' && !words.nouns.has(noun.norm) && !/^(?:one|1)$/u.test(norm(view, i - 1))) return undefined
  // "18 HIMARS launchers": the name belongs to the noun after it.
  const named = noun.pos === 'PROPN' && view.tokens[head + 1]?.value.xpos === 'NNS' && head + 1 < sentenceEnd
  const own = named ? head + 1 : head
  return { ...together(view, words, own), head: own }
}

function isModifier(view: View, words: AmountWords, i: number): boolean {
  const { kind = '', pos = '', norm: word = '' } = view.tokens[i]?.value ?? {}
  if (isModel(view, i)) return true
  if (kind !== 'word' || isHarm(words, word)) return false
  return pos === 'ADJ' || pos === 'NOUN' || pos === 'PROPN' || pos === 'ADV' || pos === 'VERB'
    ? !words.stop.has(word)
    : false
}

function isHarm({ harm }: AmountWords, word: string): boolean {
  return harm.person.has(word)
}

function byLooks(
  view: View,
  words: AmountWords,
  start: number,
  sentenceEnd: number,
  part: boolean,
): Counted | undefined {
  const { verb, 'plural-modifier': plural } = words.classes
  for (let at = start; at < sentenceEnd && at < start + MAX_NOUN; at++) {
    const word = norm(view, at)
    // "60 Boeing 787 airliners", "20 of Boeing's planes"
    if (at > start && ((isModel(view, at) && at < sentenceEnd) || (part && word === "'s"))) continue
    if (!isWord(view, at) || word === "'s") return undefined
    if (word === 'others') return { unit: 'person', end: at + 1, head: at }
    if (isHead(view, words, at) && !(plural.has(word) && isHead(view, words, at + 1)))
      return { ...together(view, words, at), head: at }
    if (words.stop.has(word) || verb.has(word) || (isHarm(words, word) && at === start)) return undefined
    if (/(?:ly)$/u.test(word) && !isCapital(view, at)) return undefined
  }
  return undefined
}

/** A number that names a model: three digits after a capitalised word or an adjective. */
function isModel(view: View, i: number): boolean {
  if (!/^\d{3}$/u.test(norm(view, i))) return false
  return isCapital(view, i - 1) || view.tokens[i - 1]?.value.pos === 'ADJ'
}

/** "367 drones and missiles" counts both together: the unit is "drone and missile". */
function together(view: View, words: AmountWords, at: number): { readonly unit: string; readonly end: number } {
  const first = unitOf(view, words, at)
  const isBoth = /^(?:and|or)$/u.test(norm(view, at + 1)) && [at, at + 2].every(i => words.nouns.has(norm(view, i)))
  return isBoth ? { unit: `${first} and ${unitOf(view, words, at + 2)}`, end: at + 3 } : { unit: first, end: at + 1 }
}

/** A plural by its look, or a noun that the list knows. */
function isHead(view: View, words: AmountWords, i: number): boolean {
  const word = norm(view, i)
  if (!isWord(view, i) || words.classes['no-head'].has(word) || isHarm(words, word)) return false
  if (words.nouns.has(word)) return !isProper(view, i)
  return (
    /\p{L}{3,}s$/u.test(word) &&
    !/(?:ss|us|is|'s)$/u.test(word) &&
    !words.classes.verb.has(word) &&
    !words.stop.has(word) &&
    view.tokens[i]?.value.pos !== 'VERB' &&
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
  return words.classes.modifier.has(norm(view, i - 1)) ? `${norm(view, i - 1)} ${unit}` : unit
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
