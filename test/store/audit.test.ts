import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type AuditEntry, memoryAuditLog, openAuditLog } from '../../src/store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const entry = (n: number): AuditEntry => ({
  at: `2025-06-01T12:00:0${n % 10}Z`,
  who: 'Ann',
  from: '127.0.0.1',
  method: 'POST',
  path: `/marks/${n}`,
  status: 303,
})
const lines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean)

test('what is told is on the disk when it is closed, one line each, for its owner only', async () => {
  const path = join(folder, 'new', 'a.jsonl')
  const log = await openAuditLog(path)
  for (let n = 0; n < 50; n++) log.add(entry(n))
  await log.close()
  expect(lines(path).map(line => JSON.parse(line))).toEqual(Array.from({ length: 50 }, (_, n) => entry(n)))
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(log.newest(2)).toEqual([entry(49), entry(48)])
})

test('a log opened again shows what is in it, and passes over half a line', async () => {
  const path = join(folder, 'b.jsonl')
  const first = await openAuditLog(path)
  first.add(entry(1))
  await first.close()
  appendFileSync(path, '{"at":"2025\n[]\n{"lost":3}\n')
  const again = await openAuditLog(path)
  again.add(entry(2))
  await again.close()
  expect(again.newest(10)).toEqual([entry(2), entry(1)])
})

test('it grows over a few files and no more', async () => {
  const path = join(folder, 'c.jsonl')
  const log = await openAuditLog(path, { bytes: 300 })
  for (let n = 0; n < 40; n++) {
    log.add(entry(n))
    await log.close()
  }
  expect(
    readdirSync(folder)
      .filter(name => name.startsWith('c.'))
      .sort(),
  ).toEqual(['c.jsonl', 'c.jsonl.1', 'c.jsonl.2', 'c.jsonl.3'])
  expect(JSON.parse(lines(path).at(-1) ?? '')).toEqual(entry(39))
  expect(statSync(path).size).toBeLessThan(600)
})

test('a disk that takes nothing is told once, and nobody waits', async () => {
  const path = join(folder, 'd.jsonl')
  mkdirSync(path)
  const faults: string[] = []
  const log = await openAuditLog(path, { onFault: message => faults.push(message) })
  for (let n = 0; n < 5; n++) {
    log.add(entry(n))
    await log.close()
  }
  expect(log.newest(1)).toEqual([entry(4)])
  expect(faults).toEqual([expect.stringContaining('cannot be written')])
})

test('memory holds the newest thousand', () => {
  const log = memoryAuditLog()
  for (let n = 0; n < 1500; n++) log.add(entry(n))
  expect([log.newest(5000).length, log.newest(1)[0]?.path]).toEqual([1000, '/marks/1499'])
})
