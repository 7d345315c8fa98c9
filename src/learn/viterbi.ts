import { mayFollow } from './crf.ts'

/** Scores of transitions as whole numbers: state b after state a at a × states + b. */
export type Decoder = { best(scores: Int32Array, length: number, path: Uint8Array): void }

const NEVER = -1e9

/** Finds the path of highest score through states that may follow each other (Viterbi 1967). Keeps its arrays. */
export function decoder(transitions: Int32Array, states: number): Decoder {
  // For each state the states that may stand before it.
  const before = Array.from({ length: states }, (_, b) =>
    Uint8Array.from(Array.from({ length: states }, (_, a) => a).filter(a => mayFollow(a, b))),
  )
  let back = new Uint8Array(states * 256)
  let here = new Int32Array(states)
  let last = new Int32Array(states)
  return {
    best(scores, length, path) {
      if (back.length < length * states) back = new Uint8Array(length * states * 2)
      for (let y = 0; y < states; y++) last[y] = mayFollow(-1, y) ? (scores[y] as number) : NEVER
      for (let t = 1; t < length; t++) {
        for (let y = 0; y < states; y++) {
          const sources = before[y] as Uint8Array
          let from = sources[0] as number
          let best = NEVER * 2
          for (let k = 0; k < sources.length; k++) {
            const x = sources[k] as number
            const score = (last[x] as number) + (transitions[x * states + y] as number)
            if (score > best) {
              best = score
              from = x
            }
          }
          back[t * states + y] = from
          here[y] = best + (scores[t * states + y] as number)
        }
        const kept = last
        last = here
        here = kept
      }
      let state = 0
      let best = NEVER * 2
      for (let y = 0; y < states; y++)
        if (mayFollow(y, -1) && (last[y] as number) > best) {
          best = last[y] as number
          state = y
        }
      for (let t = length - 1; t >= 0; t--) {
        path[t] = state
        state = back[t * states + state] as number
      }
    },
  }
}
