/** Writes batches into a store for ever and tells how many are in it after each: what `kill.ts` starts and kills. */
import { writeSync } from 'node:fs'
import { openSqlite } from '../../src/store/index.ts'
import { told } from '../contract/entries.ts'

const [path = '', size = ''] = process.argv.slice(2)
const store = openSqlite(path)
const { report } = await store.counts()
for (let batch = report / Number(size); ; batch++) {
  const reports = Array.from({ length: Number(size) }, (_, i) => ({
    title: `Batch ${batch}`,
    text: `Report ${i}. ${'Envoys of both sides met again. '.repeat(60)}`,
    published: '2025-05-10',
  }))
  await store.write(told(...reports))
  writeSync(1, `${batch + 1}\n`)
}
