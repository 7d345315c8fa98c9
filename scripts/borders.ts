import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** What each folder of src may import besides itself; `index.ts` and `pipeline.ts` stand above all stages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lang: ['core'],
  ingest: ['core'],
  extract: ['core'],
  dedupe: ['core'],
  annotate: ['core', 'lang'],
  claim: ['core', 'lang'],
  merge: ['core'],
  brief: ['core', 'lang'],
  publish: ['core'],
  serve: ['core'],
  pipeline: ['core', 'lang', 'ingest', 'extract', 'dedupe', 'annotate', 'claim', 'merge', 'brief'],
  cli: [
    'core',
    'lang',
    'ingest',
    'extract',
    'dedupe',
    'annotate',
    'claim',
    'merge',
    'brief',
    'publish',
    'serve',
    'pipeline',
  ],
  index: ['core', 'lang', 'ingest', 'extract', 'dedupe', 'annotate', 'claim', 'merge', 'brief', 'publish', 'pipeline'],
}

/** Modules that reach outside, and the only files that may. */
const GUARDED: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:undici|node:(?:net|http|https|dns|tls)(?:\/.*)?)$/u, /^src\/(?:ingest\/fetch|serve\/)/u],
  [/^(?:hono|@hono\/.*)$/u, /^src\/serve\//u],
  [/^node:fs(?:\/promises)?$/u, /^src\/(?:ingest\/|cli\/|core\/table\.ts)/u],
  [/^node:child_process$/u, /^$/u],
]

export type Import = { readonly file: string; readonly to: string }

/** Breaches of the borders between folders, one line each; empty when all is well. Paths are relative to the root. */
export function breaches(imports: readonly Import[], dependencies: ReadonlySet<string>): readonly string[] {
  return [...imports.flatMap(i => breach(i, dependencies) ?? []), ...cycles(imports)]
}

function breach({ file, to }: Import, dependencies: ReadonlySet<string>): string | undefined {
  if (to.startsWith('src/')) {
    const [from, into] = [roomOf(file), roomOf(to)]
    if (from === into) return undefined
    return MAY_IMPORT[from]?.includes(into)
      ? undefined
      : `${file} imports ${to}: ${from} may import ${MAY_IMPORT[from]?.join(', ') || 'nothing of ours'}`
  }
  const guard = GUARDED.find(([module]) => module.test(to))
  if (guard && !guard[1].test(file)) return `${file} imports ${to}: only ${guard[1].source} may`
  if (to.startsWith('node:')) return undefined
  const name = to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/')
  return dependencies.has(name)
    ? undefined
    : `${file} imports ${name}, which is not among the dependencies of package.json`
}

/** The folder below src that a file belongs to, or its own name where it lies in src itself. */
function roomOf(file: string): string {
  const [, room = ''] = file.split('/')
  return room.replace(/\.ts$/u, '')
}

function cycles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>()
  for (const { file, to } of imports) if (to.startsWith('src/')) next.set(file, [...(next.get(file) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push(`import cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
      return
    }
    state.set(file, 'open')
    for (const to of next.get(file) ?? []) visit(to, [...path, file])
    state.set(file, 'done')
  }
  for (const file of next.keys()) visit(file, [])
  return found
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/gu

/** Imports of one file that matter at run time or to types, with relative ones resolved against the root. */
export function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(match => {
    const to = match[1] ?? match[2] ?? match[3] ?? ''
    return { file, to: to.startsWith('.') ? relative(resolve('/'), resolve('/', dirname(file), to)) : to }
  })
}

/** All imports of the sources below a folder. */
export function readImports(root: string): readonly Import[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  )
  return files
    .sort()
    .flatMap(name => importsOf(`src/${name.replaceAll('\\', '/')}`, readFileSync(join(root, 'src', name), 'utf8')))
}

const LONGEST = 400

/** Files with more lines than a reader can hold. */
export function longFiles(root: string, files: readonly string[]): readonly string[] {
  return files.flatMap(file => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1
    return lines > LONGEST ? [`${file} has ${lines} lines; at most ${LONGEST}`] : []
  })
}
