export type { Polled, Watched, WatchOptions } from './options.ts'
export { ago, type Staleness, stalenessOf } from './staleness.ts'
export { watch } from './watch.ts'
