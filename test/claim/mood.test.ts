import { expect, test } from 'vitest'
import { brieflyIn } from '../help/claims.ts'

/** The flags of the last claim. */
function flags(text: string): string {
  return (brieflyIn(text).at(-1) ?? 'none').split(' ').slice(2).join(' ')
}

test.each([
  ['Troops attacked the town.', ''],
  ['Troops never attacked the town.', 'negated'],
  ["Troops didn't attack the town.", 'negated'],
  ['The army denied that it attacked the town.', 'negated'],
  ['Troops refused to attack the town.', 'negated'],
  ['Troops are to attack the town.', 'future'],
  ['Troops plan to attack the town.', 'future'],
  ['Troops may attack the town.', 'hypothetical'],
  ['Troops attack the town if rain stops.', ''],
  ['If rain stops the troops attack the town.', 'hypothetical'],
])('%s → %s', (text, expected) => {
  expect(flags(text)).toBe(expected)
})
