import { expect, test } from 'vitest'
import { dragoman } from '../help/command.ts'

test.each([
  [['--help'], 0],
  [['brief', '--help'], 0],
  [['--version'], 0],
  [['brief', '--no-such-option'], 2],
  [['no-such-command'], 2],
  [['export'], 2],
  [['brief'], 2],
] as const)('%j ends with %i, and says why without a stack', async (args, code) => {
  const { code: ended, out, err } = await dragoman(...args)
  expect(ended).toBe(code)
  expect(`${out}${err}`).toMatch(/\S/u)
  expect(err).not.toMatch(/^\s+at /mu)
})
