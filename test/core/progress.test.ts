import { expect, test } from 'vitest'
import { progress } from '../../src/core/progress.ts'

function run(
  isTTY: boolean,
  quiet: boolean,
  steps: readonly (readonly [number, number | undefined, string?])[],
): string {
  let out = ''
  const bar = progress({ isTTY, columns: 80, write: text => (out += text) }, { quiet, label: 'reading' })
  for (const [done, total, name] of steps) bar.step(done, total, name)
  bar.end()
  return out
}

test('plain lines at each tenth where there is no terminal', () => {
  expect(
    run(
      false,
      false,
      Array.from({ length: 101 }, (_, i) => [i, 100] as const),
    ).split('\n'),
  ).toHaveLength(12)
  expect(
    run(false, false, [
      [999, undefined],
      [1000, undefined],
      [1001, undefined],
    ]),
  ).toBe('reading: 1000\n')
})

test('a bar on a terminal, wiped at the end; names cannot steer it', () => {
  const out = run(true, false, [[5, 10, 'a\u001b[31mb']])
  expect(out).toContain('5/10')
  expect(out).not.toContain('\u001b[31m')
  expect(out.endsWith('\r\u001b[2K')).toBe(true)
})

test('nothing when quiet', () => {
  expect(run(true, true, [[5, 10]]) + run(false, true, [[5, 10]])).toBe('')
})
