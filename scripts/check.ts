import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { breaches, longFiles, readImports } from './borders.ts'
import { docFaults } from './docs.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

type Step = { readonly name: string; readonly run: () => Promise<readonly string[]> }

/** Runs a program of node_modules on this Node.js; its output is the fault when it fails. */
function tool(path: string, ...args: readonly string[]): Promise<readonly string[]> {
  return new Promise(done => {
    const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    })
    let out = ''
    child.stdout.on('data', chunk => (out += chunk))
    child.stderr.on('data', chunk => (out += chunk))
    child.on('close', code => done(code === 0 ? [] : [out.trim()]))
  })
}

function borders(): readonly string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const files = ['src', 'bench', 'scripts', 'bin', 'test'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:ts|mjs)$/u.test(name))
      .map(name => join(folder, name)),
  )
  return [...breaches(readImports(root), new Set(Object.keys(dependencies))), ...longFiles(root, files)]
}

const STEPS: readonly Step[] = [
  { name: 'types', run: () => tool('typescript/bin/tsc', '-p', '.') },
  { name: 'lint and format', run: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  { name: 'import borders, file lengths', run: async () => borders() },
  { name: 'documentation', run: async () => docFaults(root) },
  { name: 'tests, data', run: () => tool('vitest/vitest.mjs', 'run', '--reporter=default') },
]

const started = performance.now()
const results = await Promise.all(
  STEPS.map(async step => {
    const faults = await step.run()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds} s)\n`)
    for (const fault of faults) process.stdout.write(`${fault}\n`)
    return faults.length === 0
  }),
)
const failed = results.filter(ok => !ok).length
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
