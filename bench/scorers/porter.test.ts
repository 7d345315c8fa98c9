import { expect, test } from 'vitest'
import { porter } from './porter.ts'

test.each([
  ['is', 'is'],
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['agreed', 'agre'],
  ['feed', 'feed'],
  ['plastered', 'plaster'],
  ['sing', 'sing'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['vietnamization', 'vietnam'],
  ['possibly', 'possibl'],
  ['archaeology', 'archaeolog'],
  ['electrical', 'electr'],
  ['goodness', 'good'],
  ['adoption', 'adopt'],
  ['replacement', 'replac'],
  ['cease', 'ceas'],
  ['controlling', 'control'],
  ['roll', 'roll'],
])('%s has the stem %s', (word, stem) => {
  expect(porter(word)).toBe(stem)
})

test('step 4 takes endings off one after another', () => {
  expect(porter('environmental')).toBe(porter('environment'))
  expect(porter('congressional')).toBe('congress')
})
