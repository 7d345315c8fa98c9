/** Watches one feed into a store for ever, many times a second: what `watch.e2e.ts` starts and kills. */
import { CHANCE, CLOCK } from '../../src/run/clock.ts'
import { watch } from '../../src/run/index.ts'
import { openSqlite } from '../../src/store/index.ts'

const [path = '', address = ''] = process.argv.slice(2)
const store = openSqlite(path)
await watch(store, [{ address, every: 0.001 }], { clock: CLOCK, chance: CHANCE, gap: 0, allowPrivate: true })
