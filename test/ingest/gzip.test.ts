import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gunzip, isBomb, parts } from '../../src/ingest/gzip.ts'
import { LIMITS } from '../../src/ingest/types.ts'
import { chunked } from './help.ts'

async function inflate(bytes: Uint8Array): Promise<readonly [string, readonly string[]]> {
  const [texts, codes]: [Uint8Array[], string[]] = [[], []]
  for await (const chunk of gunzip(chunked(bytes, 100), 'a.gz', LIMITS))
    chunk instanceof Uint8Array ? texts.push(chunk) : codes.push(chunk.notice.code)
  return [Buffer.concat(texts).toString(), codes]
}

const long = Array.from({ length: 5000 }, (_, i) => `line ${i * i}`).join('\n')

test.each([
  ['one member', gzipSync('hello'), 'hello', []],
  ['two members', Buffer.concat([gzipSync('one '), gzipSync('two')]), 'one two', []],
  ['nothing', gzipSync(''), '', []],
  ['a long text', gzipSync(long), long, []],
])('inflates %s', async (_, bytes, text, codes) => expect(await inflate(bytes)).toEqual([text, codes]))

test('a wrong checksum is told of', async () => {
  const bytes = Buffer.from(gzipSync('hello'))
  bytes.writeUInt32LE(1, bytes.length - 8)
  expect(await inflate(bytes)).toEqual(['hello', ['damaged-archive']])
})

test('a break keeps what came before', async () => {
  const bytes = gzipSync(long)
  const [text, codes] = await inflate(bytes.subarray(0, bytes.length >> 1))
  expect(long.startsWith(text)).toBe(true)
  expect(text.length).toBeGreaterThan(1000)
  expect(codes).toEqual(['damaged-archive'])
})

test('steps cover the chunk', () =>
  expect([...parts(new Uint8Array(40_000))].map(part => part.length)).toEqual([16384, 16384, 7232]))

test.each([
  [1000, 300_000, false],
  [100_000, 9_000_000, false],
  [10_000, 9_000_000, true],
])('%i packed bytes to %i plain ones: bomb %s', (packed, plain, expected) =>
  expect(isBomb(packed, plain, LIMITS)).toBe(expected),
)
