import { expect, test } from 'vitest'
import { marksOn, readTarget, targetOf, writeTarget } from '../../src/core/mark.ts'
import type { Evidence, Mark } from '../../src/core/types.ts'

const at = (start: number, end: number, place?: 'title'): Evidence => ({
  article: 'a1',
  ...(place ? { in: place } : {}),
  span: { start, end },
  by: 'brief/copy',
})
const mark = (target: string): Mark => ({
  id: target,
  at: '2025-05-29T10:00:00Z',
  by: 'Ada',
  action: 'confirm',
  target,
})

test('a target is read as it was written', () => {
  expect(targetOf(at(120, 184))).toBe('passage:a1:text:120-184')
  expect(targetOf(at(0, 9, 'title'))).toBe('passage:a1:title:0-9')
  for (const text of ['passage:a1:text:120-184', 'passage:a1:title:0-9', 'article:a1']) {
    const target = readTarget(text)
    expect(target && writeTarget(target)).toBe(text)
  }
})

test.each([
  '',
  'event:1',
  'article:',
  'passage:a1:text:9-9',
  'passage:a1:body:1-2',
  'passage:a:b:text:1-2',
  'article:a1\n',
])('what is written otherwise is no target: %j', text => expect(readTarget(text)).toBeUndefined())

test.each([
  ['passage:a1:text:100-200', 1],
  ['passage:a1:text:110-150', 1],
  ['passage:a1:text:150-260', 1],
  ['passage:a1:text:151-260', 0],
  ['passage:a1:text:200-260', 0],
  ['passage:a1:title:100-200', 0],
  ['passage:a2:text:100-200', 0],
  ['article:a1', 1],
  ['article:a2', 0],
])('%s on the passage 100–200 of a1: %i', (target, found) =>
  expect(marksOn({ evidence: [at(100, 200), { ...at(100, 200), article: 'a2' }] }, [mark(target)])).toHaveLength(found),
)
