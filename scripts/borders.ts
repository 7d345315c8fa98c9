import { posix } from 'node:path'
import ts from 'typescript'
import { type Source, walk } from './sources.ts'

const STAGES = ['ingest', 'extract', 'dedupe', 'annotate', 'claim', 'merge', 'brief', 'publish']
const PIPELINE = ['core', 'lang', 'learn', ...STAGES, 'pipeline']
const ABOVE = [...PIPELINE, 'store']

/** What each folder of src may import besides itself: the table of ARCHITECTURE.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  learn: ['core'],
  lang: ['core', 'learn'],
  ingest: ['core'],
  extract: ['core'],
  dedupe: ['core'],
  annotate: ['core', 'lang'],
  claim: ['core', 'lang'],
  merge: ['core'],
  brief: ['core', 'lang'],
  publish: ['core'],
  pipeline: PIPELINE,
  index: PIPELINE,
  store: PIPELINE,
  run: ABOVE,
  serve: [...ABOVE, 'run'],
  cli: [...ABOVE, 'run', 'serve'],
}

/** Modules that reach outside of the program, and the only files that may use them. */
const GUARDED: readonly { readonly modules: RegExp; readonly files: RegExp; readonly who: string }[] = [
  {
    modules: /^(?:undici|node:(?:https|tls|dns|net))(?:\/|$)/u,
    files: /^src\/ingest\/fetch/u,
    who: 'src/ingest/fetch',
  },
  { modules: /^(?:node:http2?|hono|@hono\/.+)(?:\/|$)/u, files: /^src\/serve\//u, who: 'src/serve' },
  {
    modules: /^node:fs(?:\/|$)/u,
    files: /^src\/(?:(?:ingest|store|cli|learn)\/|(?:core\/table|run\/config)\.ts)/u,
    who: 'src/ingest, src/store, src/cli, src/run/config.ts and src/core/table.ts',
  },
  { modules: /^node:sqlite$/u, files: /^src\/store\//u, who: 'src/store' },
  { modules: /^node:(?:child_process|cluster|vm|repl)$/u, files: /^$/u, who: 'nothing in src' },
]

/** The file that imports, and what: a path below the root, or a module. */
export type Import = { readonly file: string; readonly to: string }

export type Allowed = {
  /** Libraries that come with the package. */
  readonly dependencies: ReadonlySet<string>
  /** Libraries for work on the code; src may not use them. */
  readonly development: ReadonlySet<string>
}

/** Breaches of the borders between folders, one line each; empty when all is well. */
export function breaches(imports: readonly Import[], allowed: Allowed): readonly string[] {
  return [...imports.flatMap(i => breach(i, allowed) ?? []), ...cycles(imports)]
}

function breach({ file, to }: Import, { dependencies, development }: Allowed): string | undefined {
  const inside = file.startsWith('src/')
  if (isOurs(to)) return inside ? roomBreach(file, to) : undefined
  const guard = inside ? GUARDED.find(({ modules }) => modules.test(to)) : undefined
  if (guard && !guard.files.test(file)) return `${file} imports ${to}: allowed is ${guard.who}`
  if (to.startsWith('node:')) return undefined
  const name = packageOf(to)
  // Formats that have types and no code ("geojson"): nothing of them is left at run time.
  if (dependencies.has(name) || development.has(`@types/${name}`)) return undefined
  if (development.has(name)) return inside ? `${file} imports ${name}, which is there for development only` : undefined
  return `${file} imports ${name}, which package.json does not name`
}

function roomBreach(file: string, to: string): string | undefined {
  if (!to.startsWith('src/')) return /^package\.json$|^schema\//u.test(to) ? undefined : `${file} imports ${to}`
  const [from, into] = [roomOf(file), roomOf(to)]
  if (from === into) return undefined
  const may = MAY_IMPORT[from]
  if (!may) return `${file}: src/${from} has no row in scripts/borders.ts`
  return may.includes(into)
    ? undefined
    : `${file} imports ${to}: ${from} may import ${may.join(', ') || 'nothing of ours'}`
}

const FOLDERS = /^(?:src|bench|scripts|test|train|bin|data|schema)\/|^package\.json$/u

function isOurs(to: string): boolean {
  return FOLDERS.test(to)
}

function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The folder below src that a file belongs to, or its own name where it lies in src itself. */
function roomOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/u, '') ?? ''
}

/** Each ring of imports once. */
function cycles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>()
  for (const { file, to } of imports) if (isOurs(to)) next.set(file, [...(next.get(file) ?? []), to])
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

/** What a file imports, for values and for types, at the top and later; relative paths are resolved against the root. */
export function importsOf({ path, tree }: Source): readonly Import[] {
  const found: string[] = []
  walk(tree, node => {
    const module = moduleOf(node)
    if (module && ts.isStringLiteralLike(module)) found.push(module.text)
  })
  return found.map(to => ({ file: path, to: to.startsWith('.') ? posix.join(posix.dirname(path), to) : to }))
}

function moduleOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0]
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  return undefined
}
