import { describe, expect, test } from 'vitest'
import { habitFaults } from '../../scripts/habits.ts'
import { sourceOf } from '../../scripts/sources.ts'

const faults = (text: string, path = 'src/brief/a.ts') => habitFaults([sourceOf(path, text)])
const body = (lines: number) => 'f()\n'.repeat(lines)

describe('lengths', () => {
  test('a file of 400 lines passes, one of 401 does not', () => {
    expect(faults(body(400))).toEqual([])
    expect(faults(body(401))).toEqual(['src/brief/a.ts has 401 lines; at most 400'])
  })
  test('a function of 60 lines passes, one of 61 does not, in a test it may', () => {
    expect(faults(`function a() {\n${body(58)}}\n`)).toEqual([])
    const long = `const b = 1\nexport const a = () => {\n${body(59)}}\n`
    expect(faults(long)).toEqual(['src/brief/a.ts:2: a function of 61 lines; at most 60'])
    expect(faults(long, 'test/brief/a.test.ts')).toEqual([])
  })
  test('the doc comment of a function does not count', () => {
    expect(faults(`/**\n${' * x\n'.repeat(20)} */\nfunction a() {\n${body(58)}}\n`)).toEqual([])
  })
})

describe('what changes from run to run', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    "'a'.localeCompare('b')",
    '(1).toLocaleString()',
    'new Date(0).getDay()',
    'day.getFullYear()',
  ])('%s', code => {
    expect(faults(`export const a = () => ${code}\n`)).toHaveLength(1)
    expect(faults(`export const a = () => ${code}\n`, 'bench/run.ts')).toEqual([])
    expect(faults(`export const a = () => ${code}\n`, 'src/run/clock.ts')).toEqual([])
  })
  test.each(["new Date('2025-05-28T00:00:00Z')", 'Date.parse(text)', 'Date.UTC(2025, 0)', 'day.getUTCDay()'])(
    '%s is steady',
    code => {
      expect(faults(`export const a = () => ${code}\n`)).toEqual([])
    },
  )
})

test('a module keeps no changing state', () => {
  expect(faults('let a = 1\n')).toEqual(['src/brief/a.ts:1: a module keeps no changing state'])
  expect(faults('var a = 1\n')).toHaveLength(1)
  expect(faults('const a = 1\nfunction f() {\n  let b = 1\n  b++\n}\n')).toEqual([])
  expect(faults('let server = 1\n', 'test/serve/a.test.ts')).toEqual([])
})
