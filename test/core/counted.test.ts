import { expect, test } from 'vitest'
import { counted } from '../../src/core/counted.ts'

test.each([
  [0, '0 reports'],
  [1, '1 report'],
  [2, '2 reports'],
])('%i', (count, words) => expect(counted(count, 'report')).toBe(words))
