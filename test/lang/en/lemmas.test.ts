import { expect, test } from 'vitest'
import { lemmas } from '../../../src/lang/en/lemmas.ts'

const of = lemmas()

test.each([
  ['met', 'meet', 'past'],
  ['talks', 'talk', 'plural'],
  ['carries', 'carry', 'present'],
  ['denied', 'deny', 'past'],
  ['refusing', 'refuse', 'gerund'],
  ['stopped', 'stop', 'participle'],
  ['fired', 'fire', 'past'],
  ['attacked', 'attack', 'past'],
])('%s may be %s (%s)', (norm, lemma, form) => {
  expect(of(norm)).toContainEqual({ lemma, form })
})

test('a form is always its own base form, and nothing else without a reason', () => {
  expect(of('peace')).toEqual([{ lemma: 'peace', form: 'base' }])
  expect(of('is').map(l => l.lemma)).toContain('be')
})
