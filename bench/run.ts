import { bench } from './bench.ts'
import { dataRoot } from './root.ts'

process.exitCode = await bench(process.argv.slice(2), {
  root: dataRoot(),
  out: process.stdout,
  err: process.stderr,
})
