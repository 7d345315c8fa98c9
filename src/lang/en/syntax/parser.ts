import { ModelFile } from '../../../learn/container.ts'
import { addScores, readWeights, type Weights } from '../../../learn/weights.ts'
import type { Form } from './forms.ts'
import { ParseFeatures } from './parse-features.ts'
import { NONE, ParseState } from './parse-state.ts'
import { type RoleModel, rolesWith } from './roles.ts'
import { highest } from './tagger.ts'

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export type ParserModel = {
  readonly labels: readonly string[]
  /** The part of speech of each tag of the tagger, as a number. */
  readonly upos: readonly number[]
  /** The label that words of a tag nearly always have, as its place and one; 0 for tags with several. */
  readonly sure: readonly number[]
  readonly roles: RoleModel
  readonly moves: Weights
  readonly arcs: Weights
}

/** Gives the head of each word (the number of words stands for the root) and its label (a place in `labels`). */
export type Parser = {
  readonly labels: readonly string[]
  parse(forms: readonly Form[], tags: Uint8Array, heads: Int32Array, labels: Uint8Array): void
}

/** Opens models/en/parser.bin. */
export function openParser(): Parser {
  const file = ModelFile.read('en/parser.bin')
  const { labels, upos, sure, roles } = file.meta as {
    labels: readonly string[]
    upos: readonly number[]
    sure: readonly number[]
    roles: readonly string[]
  }
  return parserWith({
    labels,
    upos,
    sure,
    roles: { names: roles, weights: readWeights(file, 'roles', roles.length) },
    moves: readWeights(file, 'moves', 3),
    arcs: readWeights(file, 'arcs', labels.length),
  })
}

/**
 * A greedy transition-based dependency parser, arc-hybrid (Kuhlmann et al. 2011): first a role for each word, guessed from
 * its surroundings, then move by move, and for an arc its label. Linear in the length of the sentence.
 */
export function parserWith({ labels, upos, sure, roles, moves, arcs }: ParserModel): Parser {
  const state = new ParseState()
  const features = new ParseFeatures(state)
  const moveScores = new Int32Array(3)
  const labelScores = new Int32Array(labels.length)
  const giveRoles = rolesWith(roles)
  const ofTag = Uint8Array.from(upos)
  let guessed = new Uint8Array(256)
  let tagged: Uint8Array = guessed
  const labelOf = (head: number, child: number) => {
    const known = sure[tagged[child] as number] as number
    if (known !== 0) return known - 1
    labelScores.fill(0)
    addScores(arcs, features.features, features.ofLabel(head, child), labelScores)
    return highest(labelScores)
  }
  return {
    labels,
    parse(forms, tags, heads, given) {
      if (guessed.length < forms.length) guessed = new Uint8Array(forms.length * 2)
      tagged = tags
      giveRoles(forms, tags, guessed)
      state.begin(forms, tags, guessed, ofTag)
      while (!state.done) {
        moveScores.fill(0)
        if (isOpen(state)) addScores(moves, features.features, features.ofMove(), moveScores)
        take(state, allowed(state, moveScores), labelOf)
      }
      for (let i = 0; i < forms.length; i++) {
        heads[i] = state.head[i] as number
        given[i] = state.label[i] as number
      }
    },
  }
}

/** The best move that may be made: one root only, nothing left over. */
export function allowed(state: ParseState, scores: Int32Array | Float64Array): number {
  let best = NONE
  for (let move = 0; move < 3; move++)
    if (may(state, move) && (best === NONE || (scores[move] as number) > (scores[best] as number))) best = move
  return best
}

/** Whether more than one move may be made. */
function isOpen(state: ParseState): boolean {
  let moves = 0
  for (let move = 0; move < 3; move++) if (may(state, move)) moves += 1
  return moves > 1
}

export function may(state: ParseState, move: number): boolean {
  if (move === SHIFT) return state.front < state.size
  if (move === LEFT) return state.depth > 0 && (state.front < state.size || state.depth === 1)
  return state.depth > 1
}

export function take(state: ParseState, move: number, labelOf: (head: number, child: number) => number): void {
  if (move === SHIFT) {
    state.shift()
    return
  }
  const child = state.onStack(0)
  if (move === LEFT) state.attachLeft(labelOf(state.front, child))
  else state.attachRight(labelOf(state.onStack(1), child))
}
