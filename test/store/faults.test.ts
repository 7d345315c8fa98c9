import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { openSqlite } from '../../src/store/index.ts'
import { APPLICATION, MIGRATIONS } from '../../src/store/migrations.ts'
import { type Told, told } from '../contract/entries.ts'
import { exported, filled } from '../contract/store.ts'
import { chances } from '../help/kill.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-faults-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reports = (count: number, from = 0): readonly Told[] =>
  Array.from({ length: count }, (_, i) => ({ title: `Report ${from + i}`, text: 'Envoys met in Oslo. '.repeat(100) }))

test('a full disk loses only the step that did not fit, and goes on when there is room', async () => {
  const store = openSqlite(at('full'), { maxPages: 150 })
  let written = 0
  const fill = async () => {
    for (;;) written += (await store.write(told(...reports(10, written)))).length / 2
  }
  await expect(fill()).rejects.toMatchObject({ fault: 'full', cure: expect.stringContaining('space') })
  expect(written).toBeGreaterThan(0)
  expect(await store.counts()).toMatchObject({ report: written, article: written })
  expect(await store.check()).toEqual([])
  await store.close()
  const roomy = openSqlite(at('full'))
  await roomy.write(told(...reports(100, written)))
  expect(await roomy.counts()).toMatchObject({ report: written + 100 })
  await roomy.close()
})

describe('a file that is no sound store', () => {
  beforeAll(async () => {
    const store = await filled(openSqlite(at('sound')))
    await store.write(told(...reports(60)))
    await store.close()
  })

  const refuses = (name: string, fault: string) => {
    const before = readFileSync(at(name))
    expect(() => openSqlite(at(name))).toThrow(expect.objectContaining({ fault, cure: expect.stringMatching(/\.$/u) }))
    expect(readFileSync(at(name)).equals(before)).toBe(true)
  }

  test.each([
    ['text', 'these are notes, not a store'],
    ['short', 'x'],
    ['wrong after the magic', `SQLite format 3\0${'x'.repeat(5000)}`],
  ])('%s is refused and left as it was', (name, content) => {
    writeFileSync(at(name), content)
    refuses(name, 'not-a-store')
  })

  test('the database of another program is refused and left as it was', () => {
    const other = new DatabaseSync(at('other'))
    other.exec('CREATE TABLE letters (body TEXT)')
    other.close()
    refuses('other', 'not-a-store')
    const marked = new DatabaseSync(at('marked'))
    marked.exec('PRAGMA application_id = 7')
    marked.close()
    refuses('marked', 'not-a-store')
  })

  test('a newer one is refused and left as it was', () => {
    copyFileSync(at('sound'), at('newer'))
    const db = new DatabaseSync(at('newer'))
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
    db.exec('PRAGMA journal_mode = DELETE')
    db.close()
    refuses('newer', 'newer')
  })

  test('one cut off anywhere is refused', () => {
    const { size } = statSync(at('sound'))
    const chance = chances(7)
    for (let i = 0; i < 20; i++) {
      copyFileSync(at('sound'), at('cut'))
      truncateSync(at('cut'), 16 + Math.floor((size - 17) * chance.next().value))
      refuses('cut', 'truncated')
    }
  })

  test('damage in any page is told, by check or by what reads it, never passed over as sound', async () => {
    const pages = statSync(at('sound')).size / 4096
    let found = 0
    for (let page = 1; page < pages; page++) {
      copyFileSync(at('sound'), at('hurt'))
      const file = openSync(at('hurt'), 'r+')
      writeSync(file, Buffer.alloc(2048, 0x5a), 0, 2048, page * 4096)
      closeSync(file)
      try {
        const store = openSqlite(at('hurt'))
        const faults = await store.check()
        await store.close()
        if (faults.length > 0) found++
      } catch (error) {
        expect(error).toMatchObject({ name: 'StoreError', fault: expect.stringMatching(/^(?:corrupt|not-a-store)$/u) })
        found++
      }
    }
    expect(found).toBe(pages - 1)
  })

  test('a changed text is found by its id', async () => {
    copyFileSync(at('sound'), at('forged'))
    const db = new DatabaseSync(at('forged'))
    db.exec('DROP TRIGGER articles_never_change')
    db.exec(`UPDATE articles SET body = replace(body, 'Oslo', 'Bonn') WHERE seq = 1`)
    db.close()
    const store = openSqlite(at('forged'))
    expect(await store.check()).toEqual([expect.stringMatching(/^article [0-9a-f]{16} no longer says/u)])
    await store.close()
  })

  test('a folder, or a place where nothing can be', () => {
    mkdirSync(at('folder'))
    expect(() => openSqlite(at('folder'))).toThrow(expect.objectContaining({ fault: 'not-a-store' }))
    expect(() => openSqlite(join(folder, 'nowhere', 'x'))).toThrow(expect.objectContaining({ fault: 'unreadable' }))
  })

  test('a log that was cut off gives what was whole in it', async () => {
    const store = openSqlite(at('log'))
    await store.write(told(...reports(5)))
    copyFileSync(at('log'), at('log2'))
    copyFileSync(at('log-wal'), at('log2-wal'))
    appendFileSync(at('log2-wal'), Buffer.alloc(1000, 1))
    const again = openSqlite(at('log2'))
    expect(await again.counts()).toMatchObject({ report: 5 })
    expect(await again.check()).toEqual([])
    await again.close()
    await store.close()
  })
})

test('facts in the file cannot be changed or removed', async () => {
  await (await filled(openSqlite(at('facts')))).close()
  const db = new DatabaseSync(at('facts'))
  for (const table of ['reports', 'articles', 'briefings', 'marks', 'notices']) {
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('facts never go')
    expect(() => db.exec(`UPDATE ${table} SET body = ${table === 'briefings' ? "X'00'" : "'x'"}`)).toThrow(
      'facts never change',
    )
  }
  db.close()
})

test('two writers at once lose nothing; one that waits in vain is told', async () => {
  const [a, b] = [openSqlite(at('two')), openSqlite(at('two'), { waitMs: 50 })]
  await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? a : b).write(told(...reports(5, 3 * i)))))
  expect(await a.counts()).toMatchObject({ report: 62, article: 62 })
  expect(await a.check()).toEqual([])
  const other = new DatabaseSync(at('two'))
  other.exec('BEGIN IMMEDIATE')
  await expect(b.write(told(...reports(1, 500)))).rejects.toMatchObject({ fault: 'busy' })
  expect(await b.counts()).toMatchObject({ report: 62 })
  other.exec('ROLLBACK')
  other.close()
  expect(await b.write(told(...reports(1, 500)))).toHaveLength(2)
  await a.close()
  await b.close()
})

test('an export holds one moment, whatever is written meanwhile', async () => {
  const store = await filled(openSqlite(at('moment')))
  const before = await exported(store)
  let count = 0
  for await (const _ of store.entries()) if (count++ === 0) await store.write(told(...reports(3)))
  expect(count).toBe(before.split('\n').length - 2)
  await store.close()
})

test('an older file is brought up to date, one step after the other, or left as it was', () => {
  const steps = ['CREATE TABLE a (x) STRICT', 'CREATE TABLE b (x INTEGER) STRICT']
  const sound = steps.map(step => step.replace('(x)', '(x TEXT)'))
  expect(() => openDatabase(at('steps'), { migrations: steps })).toThrow()
  openDatabase(at('steps'), { migrations: sound.slice(0, 1) }).close()
  expect(() => openDatabase(at('steps'), { migrations: [...sound, 'CREATE TABLE c (x BAD) STRICT'] })).toThrow()
  const tables = (migrations: readonly string[]) => {
    const db = openDatabase(at('steps'), { migrations })
    const names = db.all('SELECT name FROM sqlite_schema ORDER BY name').map(({ name }) => name)
    const [version, application] = ['user_version', 'application_id'].map(name => db.all(`PRAGMA ${name}`)[0]?.[name])
    db.close()
    return { names, version, application }
  }
  expect(tables(sound.slice(0, 1))).toEqual({ names: ['a'], version: 1, application: APPLICATION })
  expect(tables([...sound, 'INSERT INTO b VALUES (1)'])).toEqual({
    names: ['a', 'b'],
    version: 3,
    application: APPLICATION,
  })
})
