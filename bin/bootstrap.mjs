// Plain JavaScript that runs on Node.js 20: installs what is missing, then runs one task on the project's own Node.js.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const MINIMUM = [24, 15]

/** Each task is an ordered list of commands; the first one that fails ends it. `node` is the project's own Node.js. */
const TASKS = {
  start: rest => [['node', 'src/cli/main.ts', 'start', ...rest]],
  test: rest => [['node', 'node_modules/vitest/vitest.mjs', 'run', ...rest]],
  check: () => [['node', 'scripts/check.ts']],
  bench: rest => [['node', 'bench/run.ts', ...rest]],
  e2e: rest => [['node', 'node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.e2e.config.ts', ...rest]],
}

function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : Number.NEGATIVE_INFINITY
}

/** Installs when `node_modules` is missing or older than the lock file. */
function install() {
  const lock = join(root, 'package-lock.json')
  if (!existsSync(lock)) return // installed from the registry: npm has done it
  if (modified(join(root, 'node_modules', '.package-lock.json')) >= modified(lock)) return
  process.stderr.write('Dragoman: first run, installing what it needs (about half a minute) …\n')
  // No shell but on Windows, where npm is a .cmd file; the arguments are constants.
  const result = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    process.stderr.write(
      'Dragoman: npm ci failed (see above). Check the connection to your package registry, then try again.\n',
    )
    process.exit(1)
  }
}

/** Compiles the gazetteer of places where it is missing and can be made: in a clone, once. */
export function compileGazetteer() {
  const [script, format] = ['cli/compile-gazetteer.ts', 'lang/geonames/format.ts'].map(file => join(root, 'src', file))
  if (!existsSync(script) || !existsSync(format)) return // installed from the registry: the package brings it along
  const name = /'(geonames-\d+\.bin)'/u.exec(readFileSync(format, 'utf8'))?.[1] ?? ''
  if (existsSync(join(root, '.cache', name))) return
  // Without it pages are made too, from fewer places and with a notice.
  spawnSync(nodePath(), [script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The Node.js to run on: this one when it is new enough, else the one the project brings along. */
export function nodePath() {
  if (newEnough(process.versions.node)) return process.execPath
  install()
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  // Some npm settings hold back install scripts; the one of the package `node` only unpacks the program.
  spawnSync('npm', ['rebuild', 'node', '--ignore-scripts=false'], {
    cwd: root,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  })
  if (existsSync(own)) return own
  process.stderr.write(
    `Dragoman needs Node.js ${MINIMUM.join('.')} or newer and found ${process.versions.node}.\n` +
      'Its own copy could not be unpacked: run "npm rebuild node --ignore-scripts=false", or install a newer Node.js.\n',
  )
  process.exit(1)
}

/** npm tells its shell to end, and some shells do not pass that on: then the shell is gone and this process has another parent. */
function watchParent(gone) {
  const parent = process.ppid
  return setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) gone()
  }, 250)
}

/** More room for short-lived objects: reading makes many, and clearing them away more rarely saves a tenth of the time. */
const YOUNG = '--max-semi-space-size=32'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program of the project on the right Node.js, with this terminal; gives its exit code, 128 and the signal's number
 * where a signal ended it. A signal to this process goes on to the program: none stays behind.
 */
export function run(args, cwd = process.cwd()) {
  install()
  compileGazetteer()
  // Compiled code is kept from run to run: a start saves half a second. Where that cannot be written, nothing is kept.
  const env = { NODE_COMPILE_CACHE: join(root, '.cache', 'code'), ...process.env }
  const child = spawn(nodePath(), [YOUNG, ...args], { cwd, stdio: 'inherit', env })
  const pass = signal => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return // Ctrl+C reaches the program by itself
    child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, pass)
  const watch = watchParent(() => child.kill('SIGTERM'))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      for (const own of SIGNALS) process.off(own, pass)
      done(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [task = '', ...rest] = process.argv.slice(2)
  const commands = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined
  if (!commands) {
    process.stderr.write(`Dragoman: unknown task "${task}". Known: ${Object.keys(TASKS).join(', ')}.\n`)
    process.exit(2)
  }
  for (const [, ...args] of commands(rest)) {
    const code = await run(args, root)
    if (code !== 0) process.exit(code)
  }
}
