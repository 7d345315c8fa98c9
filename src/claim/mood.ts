import type { Flags } from '../core/types.ts'
import type { Trigger } from './triggers.ts'
import { isFormOf, type Word } from './words.ts'

const NEGATORS = new Set(['not', "n't", 'never', 'no', 'without', 'neither', 'nor', 'nobody', 'none', 'cannot'])
/** Verbs that say the next one was not done. */
const REFUSALS = ['deny', 'refuse', 'fail', 'decline', 'cancel', 'avoid']
const FUTURE = new Set(['will', 'shall', "'ll"])
/** "is due to", "plans to", "is expected to" and the like. */
const PLANS = [
  'plan',
  'intend',
  'expect',
  'schedule',
  'set',
  'due',
  'ready',
  'prepare',
  'propose',
  'promise',
  'pledge',
  'vow',
  'offer',
  'want',
  'hope',
  'agree',
  'prepared',
  'likely',
]
const DOUBTS = new Set(['if', 'whether', 'unless', 'may', 'might', 'could', 'would', 'should'])
const REACH = 5

/**
 * Negated, future or hypothetical, by the words of the clause before the trigger. `past` is set by the caller, who knows
 * the day.
 */
export function moodOf(words: readonly Word[], trigger: Trigger): Omit<Flags, 'past'> {
  const before = clauseBefore(words, trigger.at)
  const near = before.slice(-REACH)
  const negated =
    near.some((word, i) => NEGATORS.has(word.norm) && (word.norm !== 'no' || i >= near.length - 3)) ||
    governed(near, REFUSALS)
  const isTo = (word: Word | undefined) => word?.norm === 'to'
  const future =
    trigger.row.future ||
    near.some(word => FUTURE.has(word.norm)) ||
    (governed(near, PLANS) && near.some(isTo)) ||
    toBe(near)
  const hypothetical =
    near.some(word => DOUBTS.has(word.norm)) || before.some(word => word.norm === 'if' || word.norm === 'unless')
  return {
    negated,
    future: future || (hypothetical && near.some(w => w.norm === 'would')),
    hypothetical: hypothetical && !future,
  }
}

function governed(near: readonly Word[], verbs: readonly string[]): boolean {
  return near.some(word => verbs.some(verb => isFormOf(word, verb)))
}

/** "is to meet", "are to be held". */
function toBe(near: readonly Word[]): boolean {
  return near.some(
    (word, i) =>
      ['is', 'are', 'was', 'were'].includes(word.norm) && near.slice(i + 1, i + 3).some(w => w.norm === 'to'),
  )
}

/** The words from the start of the clause to the trigger: a semicolon, colon, dash or "but" ends a clause. */
function clauseBefore(words: readonly Word[], at: number): readonly Word[] {
  let from = at
  while (from > 0 && at - from < 25 && ![';', ':', '–', '—', 'but', '"', '“'].includes(words[from - 1]?.norm ?? ''))
    from--
  return words.slice(from, at)
}
