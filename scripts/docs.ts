import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { program } from '../src/cli/program.ts'

/** What the documentation lacks or gets wrong, one line each; empty when all is well. */
export function docFaults(root: string): readonly string[] {
  const pages = markdown(root)
  return [
    ...commandFaults(root),
    ...noticeFaults(root),
    ...dataFaults(root),
    ...pages.flatMap(page => linkFaults(root, page)),
    ...pages.flatMap(page => wordFaults(root, page)),
  ]
}

function read(root: string, file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
}

/** Every command and every option stands in the reference. */
function commandFaults(root: string): readonly string[] {
  const page = read(root, 'docs/reference/cli.md')
  return program().commands.flatMap(command => {
    const missing = page.includes(`## ${command.name()}\n`)
      ? []
      : [`docs/reference/cli.md: no section on "${command.name()}"`]
    const options = command.options
      .filter(option => !page.includes(`\`${option.flags}`))
      .map(option => `docs/reference/cli.md: no row on ${command.name()} ${option.flags}`)
    return [...missing, ...options]
  })
}

/** Every notice code of the sources is explained, and none that no longer exists. */
function noticeFaults(root: string): readonly string[] {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  )
  const used = new Set(sources.flatMap(file => noticeCodes(read(root, join('src', file)))))
  const explained = new Set(
    [...read(root, 'docs/notices.md').matchAll(/^\| `([a-z-]+)` \|/gmu)].map(match => match[1] ?? ''),
  )
  return [
    ...[...used].filter(code => !explained.has(code)).map(code => `docs/notices.md: no row on ${code}`),
    ...[...explained].filter(code => !used.has(code)).map(code => `docs/notices.md: ${code} is no longer a notice`),
  ]
}

/** Codes as notices write them: `code: 'truncated-gzip'`, or the first argument of a helper that makes notices. */
export function noticeCodes(text: string): readonly string[] {
  return [...text.matchAll(/\bcode: '([a-z]+(?:-[a-z]+)+)'|\bnotice\(\s*'([a-z]+(?:-[a-z]+)+)'/gu)].map(
    match => match[1] ?? match[2] ?? '',
  )
}

/** Every table is described. */
function dataFaults(root: string): readonly string[] {
  const page = read(root, 'docs/reference/data.md')
  const tables = readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.tsv'),
  )
  return tables.filter(file => !page.includes(file)).map(file => `docs/reference/data.md: no row on ${file}`)
}

function linkFaults(root: string, page: string): readonly string[] {
  const text = read(root, page).replace(/```[\s\S]*?```/gu, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)].flatMap(match => {
    const target = (match[1] ?? '').split('#')[0] ?? ''
    if (target === '' || /^[a-z]+:/u.test(target)) return []
    return existsSync(resolve(root, dirname(page), target)) ? [] : [`${page}: link to ${target} leads nowhere`]
  })
}

/** Paths of somebody's machine have no place in documentation. */
function wordFaults(root: string, page: string): readonly string[] {
  return /(?:^|[\s`(])\/(?:home|root|work|Users)\//mu.test(read(root, page))
    ? [`${page}: names a path of one machine`]
    : []
}

function markdown(root: string): readonly string[] {
  const top = readdirSync(root).filter(file => file.endsWith('.md'))
  const below = ['docs', 'bench', 'examples'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.md'))
      .map(file => join(folder, file)),
  )
  return [...top, ...below].sort()
}
