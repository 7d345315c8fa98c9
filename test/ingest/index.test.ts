import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ingest } from '../../src/ingest/index.ts'
import { chunked, codes, readAll } from './help.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-index-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), name)

test('inputs come in the order given', async () => {
  const { reports } = await readAll([join(folder, 'b.txt'), join(folder, 'a.txt')])
  expect(reports.map(({ body }) => body)).toEqual(['b.txt', 'a.txt'])
})

test('standard input, in any chunks', async () => {
  const { reports } = await readAll(['-'], { stdin: chunked(Buffer.from('{"title":"Київ"}\n{"title":"B"}\n'), 3) })
  expect(reports.map(({ title }) => title)).toEqual(['Київ', 'B'])
  expect(codes(await readAll(['-']))).toEqual(['no-input'])
})

test('progress is told before each file and at the end', async () => {
  const told: unknown[] = []
  await readAll([folder], { progress: (done, total, name) => told.push([done, total, name.split('/').at(-1)]) })
  expect(told).toEqual([
    [0, 2, 'a.txt'],
    [1, 2, 'b.txt'],
    [2, 2, ''],
  ])
})

test('an abort throws', async () => {
  const reading = ingest([folder], { signal: AbortSignal.abort(new Error('stop')) })
  await expect(reading.next()).rejects.toThrow('stop')
})

test('text stays as it is', async () => {
  writeFileSync(join(folder, 'exact.txt'), '  A.\r\n\r\n\tB \n')
  expect((await readAll([join(folder, 'exact.txt')])).reports[0]?.body).toBe('  A.\r\n\r\n\tB \n')
})
