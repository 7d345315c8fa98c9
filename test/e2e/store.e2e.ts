import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chances, killWriter } from '../help/kill.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a writer killed at 50 moments loses nothing it acknowledged', { timeout: 180_000 }, async () => {
  const chance = chances(50)
  let before = 0
  for (let i = 0; i < 50; i++) {
    const [acknowledged, milliseconds] = [Math.floor(6 * chance.next().value), 15 * chance.next().value]
    const batches = await killWriter(join(folder, 'store'), acknowledged, milliseconds)
    expect(batches).toBeGreaterThan(before)
    before = batches
  }
})
