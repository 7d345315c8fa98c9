import { expect, test } from 'vitest'
import { wordClasses } from '../../../src/lang/en/words.ts'

const classes = wordClasses()

test('words stand in the classes of the table', () => {
  expect(classes.stop.has('the')).toBe(true)
  expect(classes.stop.has('ceasefire')).toBe(false)
  expect(classes.pointing.has('he')).toBe(true)
  expect(classes.pointing.has('kyiv')).toBe(false)
  expect(classes.firstPerson.has('we')).toBe(true)
  expect(classes.thirdPerson.has('their')).toBe(true)
  expect(classes.selfReference).toContain('read more')
})
