import { ModelFile } from '../../../learn/container.ts'
import { BEGIN, LAST, OUTSIDE, stateCount, UNIT } from '../../../learn/crf.ts'
import { decoder } from '../../../learn/viterbi.ts'
import { addScores, readWeights, type Weights } from '../../../learn/weights.ts'
import type { Form } from '../syntax/forms.ts'
import { isCapital } from './document-facts.ts'
import { companyFeatures, NAME_FEATURES, nameRoom, nameView, PLACES, wordFeatures } from './learned-features.ts'
import { type NameNet, openNameNet } from './net.ts'
import { nearCapital } from './net-inputs.ts'
import type { WordLists } from './word-lists.ts'

/** A name found among the words of a sentence: from the word `start` to before `end`. */
export type FoundName = { readonly start: number; readonly end: number; readonly type: string }

/** Finds names in one sentence, given its tags and what the whole text tells (`documentFacts`). */
export type NameTagger = (
  forms: readonly Form[],
  tags: Uint8Array,
  facts: ReadonlyMap<number, number>,
) => readonly FoundName[]

export type NameModel = {
  readonly types: readonly string[]
  readonly weights: Weights
  readonly transitions: Int32Array
}

/** Opens models/en/names.bin. */
export function openNameTagger(lists: WordLists): NameTagger {
  const file = ModelFile.read('en/names.bin')
  const { types } = file.meta as { types: readonly string[] }
  const weights = readWeights(file, 'names', stateCount(types.length))
  return nameTaggerWith({ types, weights, transitions: file.array('transitions', 'i32') }, lists, openNameNet())
}

const NEVER = -100_000
/** Where the field's best state leads by this much, the net is not asked: it would change next to nothing, and take half the time. */
const DECIDED = 240

/** In a sentence that is written with capitals, words far from any are taken for no names unseen. */
export function nameTaggerWith(
  { types, weights, transitions }: NameModel,
  lists: WordLists,
  net?: NameNet,
): NameTagger {
  const states = stateCount(types.length)
  const decode = decoder(transitions, states)
  const features = new Int32Array(NAME_FEATURES)
  const one = new Int32Array(states)
  const scoresOf = keptScores(weights, states)
  const room = nameRoom()
  let scores = new Int32Array(states * 64)
  let path = new Uint8Array(64)
  return (forms, tags, facts) => {
    const length = forms.length
    if (length === 0) return []
    if (path.length < length) {
      path = new Uint8Array(length * 2)
      scores = new Int32Array(states * length * 2)
    }
    const view = nameView(forms, tags, facts, lists, room)
    const cased = forms.some((form, i) => i > 0 && isCapital(form))
    for (let i = 0; i < length; i++) {
      if (cased && !nearCapital(forms, i)) {
        scores.fill(NEVER, i * states, (i + 1) * states)
        scores[i * states + OUTSIDE] = 0
        continue
      }
      one.fill(0)
      for (let place = 0; place < PLACES; place++) {
        const near = forms[i + place - 2]
        if (near) addRow(scoresOf(near), place * states, one)
      }
      addScores(weights, features, companyFeatures(view, i, features, 0), one)
      if (lead(one) < DECIDED) net?.add(view, i, one)
      scores.set(one, i * states)
    }
    decode.best(scores, length, path)
    return spansOf(path, length, types)
  }
}

/** Words whose scores are kept; when there are more, all are forgotten. */
const KEPT = 40_000

/** Scores of what depends on a word alone, worked out once a word: a row of states for each place it is seen from. */
function keptScores(weights: Weights, states: number): (form: Form) => Int32Array {
  const kept = new Map<Form, Int32Array>()
  const features = new Int32Array(NAME_FEATURES)
  const one = new Int32Array(states)
  return form => {
    const before = kept.get(form)
    if (before) return before
    if (kept.size >= KEPT) kept.clear()
    const rows = new Int32Array(PLACES * states)
    for (let place = 0; place < PLACES; place++) {
      one.fill(0)
      addScores(weights, features, wordFeatures(form, place, features, 0), one)
      rows.set(one, place * states)
    }
    kept.set(form, rows)
    return rows
  }
}

/** How far the highest score is above the second. */
function lead(scores: Int32Array): number {
  let best = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (let y = 0; y < scores.length; y++) {
    const score = scores[y] as number
    if (score > best) {
      second = best
      best = score
    } else if (score > second) second = score
  }
  return best - second
}

function addRow(rows: Int32Array, from: number, to: Int32Array): void {
  for (let y = 0; y < to.length; y++) to[y] = (to[y] as number) + (rows[from + y] as number)
}

function spansOf(path: Uint8Array, length: number, types: readonly string[]): readonly FoundName[] {
  const found: FoundName[] = []
  let start = 0
  for (let i = 0; i < length; i++) {
    const state = path[i] as number
    if (state === OUTSIDE) continue
    const part = ((state - 1) % 4) + 1
    if (part === BEGIN || part === UNIT) start = i
    if (part === LAST || part === UNIT) found.push({ start, end: i + 1, type: types[(state - 1) >> 2] ?? '' })
  }
  return found
}
