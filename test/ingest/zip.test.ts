import { Buffer } from 'node:buffer'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { LIMITS, type Limits } from '../../src/ingest/types.ts'
import { unzip } from '../../src/ingest/zip.ts'
import { chunked } from './help.ts'

async function entries(bytes: Uint8Array, limits: Limits = LIMITS): Promise<readonly (readonly [string, string])[]> {
  const found: [string, string][] = []
  for await (const entry of unzip(chunked(bytes, 1000), 'a.zip', limits)) {
    if ('notice' in entry) {
      found.push(['notice', entry.notice.code])
      continue
    }
    const texts: Uint8Array[] = []
    for await (const chunk of entry.chunks) if (chunk instanceof Uint8Array) texts.push(chunk)
    found.push([entry.name, Buffer.concat(texts).toString()])
  }
  return found
}

const zip = zipSync({
  'b/one.txt': Buffer.from('One.'),
  '.hidden': Buffer.from('h'),
  __MACOSX: { x: Buffer.from('m') },
  'two.txt': Buffer.from('Two. '.repeat(5000)),
})

test('files in the order of the archive, hidden ones passed over', async () => {
  expect(await entries(zip)).toEqual([
    ['b/one.txt', 'One.'],
    ['two.txt', 'Two. '.repeat(5000)],
  ])
})

test('an entry that is not read does not stop the next', async () => {
  const names: string[] = []
  for await (const entry of unzip(chunked(zip, 7), 'a.zip', LIMITS)) if ('name' in entry) names.push(entry.name)
  expect(names).toEqual(['b/one.txt', 'two.txt'])
})

test('too many files stop it', async () => {
  const found = await entries(
    zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.txt`, Buffer.from('x')]))),
    { ...LIMITS, entries: 3 },
  )
  expect(found).toContainEqual(['notice', 'archive-too-large'])
  expect(found.filter(([name]) => name.endsWith('.txt')).length).toBeLessThanOrEqual(3)
})

test('bytes that are no archive', async () =>
  expect((await entries(Buffer.from('PK\u0003\u0004 nonsense'))).every(([name]) => name === 'notice')).toBe(true))
