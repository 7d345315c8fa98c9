#!/usr/bin/env node
// The command `dragoman`: plain JavaScript that runs on Node.js 20, brings up the right Node.js, then starts src/cli.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compileGazetteer, nodePath, run } from './bootstrap.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src', 'cli', 'main.ts')
const main = existsSync(source) ? source : join(root, 'dist', 'cli', 'main.js')

if (nodePath() === process.execPath && existsSync(join(root, 'node_modules'))) {
  compileGazetteer()
  process.argv[1] = main
  await import(pathToFileURL(main).href)
} else {
  process.exit(await run([main, ...process.argv.slice(2)]))
}
