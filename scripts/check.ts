import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { breaches, importsOf } from './borders.ts'
import { docFaults } from './docs.ts'
import { habitFaults } from './habits.ts'
import { readSources } from './sources.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

type Step = { readonly name: string; readonly run: () => Promise<readonly string[]> | readonly string[] }

/** Runs a program of node_modules on this Node.js; what it prints is the fault when it fails. */
function tool(path: string, ...args: readonly string[]): Promise<readonly string[]> {
  return new Promise(done => {
    const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => out.push(chunk))
    child.on('error', error => done([error.message]))
    child.on('close', (code, signal) =>
      done(code === 0 ? [] : [Buffer.concat(out).toString().trim() || `ended with ${signal ?? code}`]),
    )
  })
}

function sourceFaults(): readonly string[] {
  const sources = readSources(root, ['src', 'bench', 'scripts', 'test', 'train'])
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const allowed = {
    dependencies: new Set(Object.keys(dependencies)),
    development: new Set(Object.keys(devDependencies)),
  }
  return [...breaches(sources.flatMap(importsOf), allowed), ...habitFaults(sources)]
}

const STEPS: readonly Step[] = [
  {
    name: 'unit, data and contract tests',
    run: () => tool('vitest/vitest.mjs', 'run', '--reporter=dot', '--exclude', '**/*.process.test.ts'),
  },
  // The native compiler takes a third of the time; it has no API for tools, so the other one is there for those.
  { name: 'types', run: () => tool('typescript7/bin/tsc', '-p', '.') },
  { name: 'lint and format', run: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  { name: 'import borders, lengths, steadiness', run: sourceFaults },
  { name: 'documentation', run: () => docFaults(root) },
]

/** Runs one step and prints its line, with what is wrong below it; gives whether all was well. */
async function report({ name, run }: Step): Promise<boolean> {
  const started = performance.now()
  let faults: readonly string[]
  try {
    faults = await run()
  } catch (error) {
    faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const lines = [`${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`, ...faults]
  process.stdout.write(`${lines.join('\n')}\n`)
  return faults.length === 0
}

const results = await Promise.all(STEPS.map(report))
const failed = results.filter(ok => !ok).length
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
