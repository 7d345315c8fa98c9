import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates, fingerprints } from '../../src/dedupe/candidates.ts'
import { interner } from '../../src/dedupe/words.ts'

const words = (length: number, from: number) => Uint32Array.from({ length }, (_, i) => from + i)

describe('fingerprints', () => {
  test('two texts with a run of twelve words share one, wherever it stands', () => {
    const ids = (min: number) => fc.uint32Array({ maxLength: 30, min, max: min + 1000 })
    fc.assert(
      fc.property(
        ids(1),
        ids(2000),
        ids(4000),
        ids(6000),
        fc.uint32Array({ minLength: 12, maxLength: 12 }),
        (a, b, c, d, run) => {
          const [one, two] = [Uint32Array.of(...a, ...run, ...b), Uint32Array.of(...c, ...run, ...d)]
          expect(fingerprints(one).intersection(fingerprints(two)).size).toBeGreaterThan(0)
        },
      ),
    )
  })
  test('are few', () => expect(fingerprints(words(10_000, 1)).size).toBeLessThan(3000))
  test('a text without words has none', () => expect(fingerprints(new Uint32Array()).size).toBe(0))
})

describe('candidates', () => {
  const pairs = (...texts: readonly string[]) => [...candidates(texts.map(interner()))]
  test('pairs, the earlier first', () => {
    const run = 'the gates were opened at noon and the water went down to the sea'
    expect(pairs(run, 'nothing of the kind was said here today by anybody at all', `so ${run} they say`)).toEqual([
      [0, 2],
    ])
  })
  test('a text without words has none', () => expect(pairs('', '', '…')).toEqual([]))
  test('each text is paired with fifty at most', () => {
    const texts = Array.from({ length: 300 }, () => words(40, 1))
    const found = [...candidates(texts)]
    expect(found.filter(([, text]) => text === 299)).toHaveLength(50)
    expect(found.length).toBeLessThan(300 * 50)
  })
})
