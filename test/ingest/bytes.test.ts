import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { collect, isNotice, join, lines, peek } from '../../src/ingest/bytes.ts'
import { notice } from '../../src/ingest/report.ts'
import { chunked } from './help.ts'

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

test('peeking loses nothing', async () => {
  const { head, all } = await peek(chunked(Buffer.from('abcdefghij'), 3), 4)
  expect(text(head)).toBe('abcd')
  expect(text((await collect(all, 100)).bytes)).toBe('abcdefghij')
})

test('more bytes than the limit are not collected', async () => {
  expect((await collect(chunked(Buffer.from('abcdef'), 2), 5)).bytes).toBeUndefined()
  expect(text((await collect(chunked(Buffer.from('abcde'), 2), 5)).bytes)).toBe('abcde')
})

test('notices among the bytes are kept apart', async () => {
  const told = notice('x', 'm', 'c', 'f')
  const found = await collect(
    (async function* () {
      yield Buffer.from('a')
      yield told
    })(),
    5,
  )
  expect([text(found.bytes), found.notices]).toEqual(['a', [told]])
  expect(isNotice(told)).toBe(true)
})

test.each([
  [
    'a\nb\n',
    2,
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    'a\n\nb',
    1,
    [
      ['a', 1],
      ['', 2],
      ['b', 3],
    ],
  ],
  ['abc', 100, [['abc', 1]]],
  ['', 1, []],
])('lines of %j in chunks of %i', async (content, size, expected) => {
  const found = []
  for await (const line of lines(chunked(Buffer.from(content), size), 'f', 10))
    if ('bytes' in line) found.push([text(line.bytes), line.number])
  expect(found).toEqual(expected)
})

test('a line beyond the limit is told of, not held', async () => {
  const found = []
  for await (const line of lines(chunked(Buffer.from(`${'x'.repeat(50)}\nok`), 7), 'f', 10))
    found.push('bytes' in line ? text(line.bytes) : [line.notice.code, line.notice.line])
  expect(found).toEqual([['line-too-long', 1], 'ok'])
})

test('joins parts', () => expect(text(join([Buffer.from('a'), Buffer.from('b')]))).toBe('ab'))
