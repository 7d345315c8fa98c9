import { ROLE_FEATURES, type RoleModel, roleFeatures, rolesWith } from '../src/lang/en/syntax/roles.ts'
import { highest } from '../src/lang/en/syntax/tagger.ts'
import { Perceptron } from '../src/learn/perceptron.ts'
import { randomFrom, shuffled } from '../src/learn/random.ts'
import { freeze } from '../src/learn/weights.ts'
import type { ParseExample } from './parse-example.ts'
import { tell } from './places.ts'

const PASSES = 3
/** The most frequent roles are learned, no others. */
const ROLES = 100
const LEAST_UPDATES = 3

/** The role of each word in the treebank: label without subtype, side of the head, sides with children. */
function rolesOf({ heads, labels }: ParseExample, names: readonly string[]): readonly string[] {
  const size = heads.length
  const left = new Set<number>()
  const right = new Set<number>()
  heads.forEach((head, i) => {
    ;(i < head ? left : right).add(head)
  })
  return Array.from(heads, (head, i) => {
    const label = (names[labels[i] as number] as string).split(':')[0]
    const side = head === size ? '' : head < i ? 'L' : 'R'
    return `${label} ${side}${left.has(i) ? 'l' : ''}${right.has(i) ? 'r' : ''}`
  })
}

function roleNames(roles: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const role of roles.flat()) counts.set(role, (counts.get(role) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, ROLES)
    .map(([role]) => role)
}

type RoleExample = ParseExample & { readonly right: Int16Array }

/**
 * Trains the roles on all examples, and gives the examples with the roles guessed by a model that did not see their fold
 * (`fold`: the number of each example's).
 */
export function learnRoles(
  examples: readonly ParseExample[],
  labels: readonly string[],
  fold: readonly number[],
): { model: RoleModel; guessed: readonly ParseExample[] } {
  const roles = examples.map(example => rolesOf(example, labels))
  const names = roleNames(roles)
  const known = examples.map((example, i) => ({
    ...example,
    right: Int16Array.from(roles[i] as readonly string[], role => names.indexOf(role)),
  }))
  const model = trainRoles(known, names)
  const guessers = [...new Set(fold)].sort().map(k => {
    tell(`roles without fold ${k + 1}`)
    const rest = known.filter((_, i) => fold[i] !== k)
    return rolesWith(trainRoles(rest, names))
  })
  const guessed = examples.map((example, i) => {
    const given = new Uint8Array(example.tags.length)
    guessers[fold[i] as number]?.(example.forms, example.tags, given)
    return { ...example, roles: given }
  })
  return { model, guessed }
}

function trainRoles(examples: readonly RoleExample[], names: readonly string[]): RoleModel {
  const learner = new Perceptron(names.length)
  const random = randomFrom(3)
  for (let pass = 1; pass <= PASSES; pass++) {
    let wrong = 0
    for (const e of shuffled(examples.length, random)) wrong += learnSentence(learner, examples[e] as RoleExample)
    tell(`  pass ${pass} of ${PASSES}: ${wrong} roles wrong`)
  }
  return { names, weights: freeze(learner.averaged(LEAST_UPDATES), names.length, { least: 4 }) }
}

const features = new Int32Array(ROLE_FEATURES)
const given = new Uint8Array(1024)

function learnSentence(learner: Perceptron, { forms, tags, right }: RoleExample): number {
  const scores = new Float64Array(learner.classes)
  let wrong = 0
  for (let i = 0; i < forms.length; i++) {
    const count = roleFeatures(forms, tags, given, i, features)
    learner.tick()
    learner.score(features, count, scores)
    const best = highest(scores)
    given[i] = best
    const wanted = right[i] as number
    if (wanted === -1 || wanted === best) continue
    learner.update(features, count, wanted, best)
    wrong += 1
  }
  return wrong
}
