import { documentFacts } from '../src/lang/en/names/document-facts.ts'
import { type NameView, nameRoom, nameView } from '../src/lang/en/names/learned-features.ts'
import type { WordLists } from '../src/lang/en/names/word-lists.ts'
import { type Form, openForms } from '../src/lang/en/syntax/forms.ts'
import { openTagger } from '../src/lang/en/syntax/tagger.ts'
import { stateCount } from '../src/learn/crf.ts'
import { type TrainSentence, TYPES, type Type } from './name-corpora.ts'

export const STATES = stateCount(TYPES.length)
/** Types that a corpus may mean which only knows "other"; outside is possible as well. */
const OTHER: readonly Type[] = ['GROUP', 'EVENT']

/** Calls `visit` for each labelled sentence, with what the name tagger sees of it. The view is only good during the call. */
export function eachLabelled(
  sentences: readonly TrainSentence[],
  lists: WordLists,
  visit: (view: NameView, sentence: TrainSentence) => void,
): void {
  const forms = openForms()
  const tagger = openTagger()
  const documents = new Map<string, { sentence: TrainSentence; forms: Form[] }[]>()
  for (const [i, sentence] of sentences.entries()) {
    const key = sentence.document.endsWith(' ') ? `${sentence.document}${i}` : sentence.document
    const group = documents.get(key) ?? []
    documents.set(key, group)
    group.push({ sentence, forms: sentence.words.map(word => forms.of(word)) })
  }
  const room = nameRoom()
  const tags = new Uint8Array(4096)
  for (const group of documents.values()) {
    const facts = documentFacts(
      group.map(({ forms }) => forms),
      lists,
    )
    for (const { sentence, forms } of group) {
      if (!sentence.names || forms.length === 0) continue
      tagger.tag(forms, tags)
      visit(nameView(forms, tags, facts, lists, room), sentence)
    }
  }
}

/** The states that the labels leave open, one byte a state, word after word. */
export function allowedOf({ words, names }: TrainSentence): Uint8Array {
  const allowed = new Uint8Array(words.length * STATES)
  for (let i = 0; i < words.length; i++) allowed[i * STATES] = 1
  for (const { start, end, type } of names ?? []) {
    for (let i = start; i < end; i++) {
      const states = (one: Type) => i * STATES + 4 * TYPES.indexOf(one) + 1
      if (type === 'other') for (const one of OTHER) allowed.fill(1, states(one), states(one) + 4)
      else {
        allowed[i * STATES] = 0
        allowed[states(type) + partOf(i, start, end)] = 1
      }
    }
  }
  return allowed
}

/** Begin, Inside, Last, Unit as 0 … 3. */
function partOf(i: number, start: number, end: number): number {
  if (end - start === 1) return 3
  if (i === start) return 0
  return i === end - 1 ? 2 : 1
}
