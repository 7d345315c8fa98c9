import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openMemory, openSqlite } from '../../src/store/index.ts'
import { exported, filled, storeContract } from '../contract/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function* names(): Generator<string> {
  for (let i = 0; ; i++) yield join(folder, `${i}.dragoman`)
}
const next = names()
const openFile = () => openSqlite(String(next.next().value))

storeContract('the store in memory', openMemory)
storeContract('the store in a file', openFile)

test('both stores export the same bytes and rank alike', async () => {
  const [memory, file] = [await filled(openMemory()), await filled(openFile())]
  expect(await exported(file)).toBe(await exported(memory))
  for (const words of ['talks', 'oslo over', '"the talks"', 'it'])
    expect((await file.search(words)).map(hit => [hit.article.id, hit.score.toFixed(6)])).toEqual(
      (await memory.search(words)).map(hit => [hit.article.id, hit.score.toFixed(6)]),
    )
  await file.close()
})
