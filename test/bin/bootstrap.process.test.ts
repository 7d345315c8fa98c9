import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const own = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** A project that has what is needed installed, and whose command writes what it was given. */
const root = mkdtempSync(join(tmpdir(), 'bin-'))

const MAIN = `
const [, , ...args] = process.argv
if (args[0] === 'fail') process.exit(3)
if (args[0] === 'wait' || args[1] === 'wait') {
  process.on('SIGTERM', () => { process.stdout.write('told\\n'); process.exit(0) })
  setInterval(() => {}, 1000)
  process.stdout.write('waiting\\n')
} else process.stdout.write(JSON.stringify({ args, cwd: process.cwd(), version: process.versions.node }) + '\\n')
`

beforeAll(async () => {
  for (const folder of ['bin', 'src/cli', 'node_modules']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['bootstrap.mjs', 'dragoman.mjs']) await copyFile(join(own, 'bin', file), join(root, 'bin', file))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'src', 'cli', 'main.ts'), MAIN)
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{}')
  utimesSync(join(root, 'package-lock.json'), 1, 1)
  symlinkSync(join(own, 'node_modules', 'node'), join(root, 'node_modules', 'node'))
})
afterAll(() => rmSync(root, { recursive: true }))

function run(file: string, args: readonly string[], node = process.execPath) {
  const { status, stdout, stderr } = spawnSync(node, [join(root, 'bin', file), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('tasks', () => {
  test('an unknown one is named with those there are', () => {
    expect(run('bootstrap.mjs', ['toString'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Dragoman: unknown task "toString". Known: start, test, check, bench, e2e.\n',
    })
    expect(run('bootstrap.mjs', []).status).toBe(2)
  })
  test('start runs the command in the project, with what follows', () => {
    const { status, stdout } = run('bootstrap.mjs', ['start', '--port', '0'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ args: ['start', '--port', '0'], cwd: root })
  })
})

describe('dragoman', () => {
  test('runs where the caller stands, with the arguments as given', () => {
    const { status, stdout } = run('dragoman.mjs', ['brief', 'a b.jsonl', '--topic', '"x" $HOME'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ args: ['brief', 'a b.jsonl', '--topic', '"x" $HOME'], cwd: tmpdir() })
  })
  test("gives the command's exit code", () => {
    expect(run('dragoman.mjs', ['fail']).status).toBe(3)
  })
})

/** Another Node.js of this machine, too old for the project; undefined where there is none. */
function oldNode(): string | undefined {
  return ['/usr/bin/node', '/usr/local/bin/node'].find(path => {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
    return /^v2[0-3]\./u.test(stdout ?? '')
  })
}

describe.runIf(oldNode())("on a Node.js too old for the project, the project's own takes over", () => {
  const old = oldNode()
  test.each(['bootstrap.mjs', 'dragoman.mjs'])('%s', file => {
    const { status, stdout } = run(file, ['start'], old)
    expect(status).toBe(0)
    expect(Number(JSON.parse(stdout).version.split('.')[0])).toBeGreaterThanOrEqual(24)
  })
  test('exit codes come through', () => {
    expect(run('dragoman.mjs', ['fail'], old).status).toBe(3)
  })
})

test('the program ends with the one that started it, and in its own way', async () => {
  const child = spawn(process.execPath, [join(root, 'bin', 'bootstrap.mjs'), 'start', 'wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  const code = await new Promise(done => {
    child.stdout.on('data', chunk => {
      if (out === '') child.kill('SIGTERM')
      out += chunk
    })
    child.on('close', done)
  })
  expect(out).toBe('waiting\ntold\n')
  expect(code).toBe(0)
})
