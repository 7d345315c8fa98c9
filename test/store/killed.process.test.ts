import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chances, killWriter } from '../help/kill.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a writer killed at any moment loses nothing it acknowledged', { timeout: 60_000 }, async () => {
  const chance = chances(20250529)
  let before = 0
  for (let i = 0; i < 8; i++) {
    const batches = await killWriter(
      join(folder, 'killed'),
      Math.floor(3 * chance.next().value),
      12 * chance.next().value,
    )
    expect(batches).toBeGreaterThan(before)
    before = batches
  }
})
