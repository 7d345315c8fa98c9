import { cueAt, type QuoteWords } from './quotes-cues.ts'
import { type Speaker, speakerAfter, subjectBefore } from './quotes-speakers.ts'
import { isCapital, norm, type View } from './quotes-view.ts'

/** Who spoke in each sentence, for pronouns after it. */
export type Focus = {
  /** The one person speaking in a sentence, or carried on by "he" or "she"; undefined when there is none or more than one. */
  readonly of: (sentence: number) => Speaker | undefined
  /** The person a pronoun at token `i` stands for, when only one is possible. */
  /** The one person speaking in the sentence of token `i`, before it. */
  readonly speakerBefore: (i: number) => Speaker | undefined
  /** Whether a name is a person's by its look, or its surname stands after a first name elsewhere in the text. */
  readonly isKnown: (speaker: Speaker) => boolean
  readonly resolve: (i: number) => Speaker | undefined
}

/**
 * Finds for each sentence the one person who speaks in it. A pronoun stands for the one person speaking earlier in its
 * sentence, else in the sentence before; where two persons speak it stays unresolved.
 */
export function focusOf(view: View, words: QuoteWords, quoted: Uint8Array): Focus {
  const surnames = surnamesOf(view, words)
  const persons = (first: number, end: number, floor: number) =>
    speakersIn(view, words, quoted, surnames, first, end, floor)
  const found: (Speaker | undefined)[] = []
  for (let s = 0; s < view.sentences.length; s++) {
    const range = view.sentences[s]
    if (range === undefined) continue
    const speakers = persons(range.first, range.end, range.first)
    const carried = /^(?:s?he|his|her)$/u.test(norm(view, range.first)) && speakers.length === 0
    found[s] = speakers.length === 1 ? speakers[0] : carried ? found[s - 1] : speakers.length ? undefined : opener(s)
  }
  function opener(s: number): Speaker | undefined {
    const first = view.sentences[s]?.first ?? 0
    if (!isCapital(view, first) || quoted[first]) return undefined
    const speaker = speakerAfter(view, words, first)
    return speaker?.kind === 'name' && isPerson(view, words, surnames, speaker) ? speaker : undefined
  }
  return {
    of: sentence => found[sentence],
    speakerBefore: i => {
      const range = view.sentences[view.sentenceOf[i] ?? 0]
      const here = range === undefined ? [] : persons(range.first, i, range.first)
      return here.length === 1 ? here[0] : undefined
    },
    isKnown: speaker => speaker.person || surnames.has(norm(view, speaker.range.end - 1)),
    resolve: i => {
      const s = view.sentenceOf[i] ?? 0
      const range = view.sentences[s]
      if (range === undefined) return undefined
      const here = persons(range.first, i, range.first)
      if (here.length > 0) return here.length === 1 ? here[0] : undefined
      return found[s - 1]
    },
  }
}

/** Last words of capitalised runs of two words and more: "Keith Kellogg" makes "Kellogg" a person later. */
function surnamesOf(view: View, words: QuoteWords): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 1; i < view.tokens.length; i++) {
    if (!isCapital(view, i) || !isCapital(view, i - 1) || isCapital(view, i + 1)) continue
    const word = norm(view, i)
    if (!words.speakers.has(word)) found.add(word)
  }
  return found
}

/** Whether a name can be a person's: by its shape, as a surname seen before, or as a single word that is no place or body. */
function isPerson(view: View, words: QuoteWords, surnames: ReadonlySet<string>, speaker: Speaker): boolean {
  if (speaker.person) return true
  const last = norm(view, speaker.range.end - 1)
  return (
    surnames.has(last) ||
    (speaker.range.end - speaker.range.first === 1 && !words.speakers.has(last) && last.length > 3)
  )
}

/** Persons named as subjects of saying verbs in a token range, each name once. */
function speakersIn(
  view: View,
  words: QuoteWords,
  quoted: Uint8Array,
  surnames: ReadonlySet<string>,
  first: number,
  end: number,
  floor: number,
): readonly Speaker[] {
  const byName = new Map<string, Speaker>()
  for (let i = first; i < end; i++) {
    if (quoted[i] || cueAt(view, words, i) === undefined) continue
    const subject = subjectBefore(view, words, i, floor)
    const after = subject === undefined && norm(view, i - 1) !== 'and' ? speakerAfter(view, words, i + 1) : subject
    if (after?.kind !== 'name' || !isPerson(view, words, surnames, after)) continue
    if (subject === undefined && !/^[,"”]$/u.test(norm(view, i - 1))) continue
    const name = norm(view, after.range.end - 1)
    if (!byName.has(name)) byName.set(name, after)
  }
  return [...byName.values()]
}
