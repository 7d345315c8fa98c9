import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import ts from 'typescript'
import { program } from '../src/cli/program.ts'
import { shownCommandFaults } from './docs-commands.ts'
import { filesBelow, readSources, type Source, walk } from './sources.ts'
import { timesFaults } from './times.ts'

/** What the documentation lacks or gets wrong, one line each; empty when all is well. */
export function docFaults(root: string): readonly string[] {
  const commands = program()
  const pages = pagesOf(root)
  return [
    ...referenceFaults(read(root, 'docs/reference/cli.md'), commands),
    ...noticeFaults(read(root, 'docs/notices.md'), readSources(root, ['src']).flatMap(noticeCodes)),
    ...dataFaults(read(root, 'docs/reference/data.md'), filesBelow(root, 'data', /\.tsv$/u)),
    ...timesFaults(root),
    ...pages.flatMap(path => linkFaults(root, path, read(root, path))),
    ...pages.flatMap(path => shownCommandFaults(root, path, read(root, path), commands)),
    ...textsOf(root).flatMap(path => wordFaults(path, read(root, path))),
  ]
}

function read(root: string, path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
}

/** Every command has a section in the reference, and a row on each of its options; a row on nothing is a fault too. */
export function referenceFaults(page: string, commands: Command): readonly string[] {
  const name = 'docs/reference/cli.md'
  const known = new Set(commands.commands.flatMap(command => command.options.map(option => option.flags)))
  const rows = [...page.matchAll(/^\| `(-[^`]*)`/gmu)].map(match => match[1] ?? '')
  return [
    ...commands.commands.flatMap(command => {
      const section = sectionOf(page, command.name())
      if (section === undefined) return [`${name}: no section on "${command.name()}"`]
      return command.options
        .filter(({ flags }) => !section.includes(`\`${flags}\``))
        .map(({ flags }) => `${name}: no row on ${command.name()} ${flags}`)
    }),
    ...rows.filter(row => !known.has(row)).map(row => `${name}: no command takes ${row}`),
  ]
}

function sectionOf(page: string, command: string): string | undefined {
  return page.split(/^## /mu).find(section => section.startsWith(`${command}\n`))
}

/** Every notice code is explained, and none that no longer exists. */
export function noticeFaults(page: string, used: readonly string[]): readonly string[] {
  const codes = new Set(used)
  const explained = new Set([...page.matchAll(/^\| `([a-z-]+)` \|/gmu)].map(match => match[1] ?? ''))
  return [
    ...[...codes].filter(code => !explained.has(code)).map(code => `docs/notices.md: no row on ${code}`),
    ...[...explained].filter(code => !codes.has(code)).map(code => `docs/notices.md: nothing gives ${code} any more`),
  ]
}

const CODE = /^[a-z]+(?:-[a-z]+)+$/u
const TELLERS = /^(?:notice|tell)$/u

/** Codes as notices give them: the `code` of an object that has a `cure`, or the first argument of `notice` and `tell`. */
export function noticeCodes(source: Source): readonly string[] {
  const found: string[] = []
  const collect = (node: ts.Node) =>
    walk(node, inner => {
      if (ts.isStringLiteral(inner) && CODE.test(inner.text)) found.push(inner.text)
    })
  walk(source.tree, node => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && TELLERS.test(node.expression.text)) {
      if (node.arguments[0]) collect(node.arguments[0])
    } else if (ts.isObjectLiteralExpression(node)) {
      const named = (name: string) => node.properties.find(property => property.name?.getText(source.tree) === name)
      const code = named('code')
      if (code && named('cure') && ts.isPropertyAssignment(code)) collect(code.initializer)
    }
  })
  return found
}

/** Every table is described. */
export function dataFaults(page: string, tables: readonly string[]): readonly string[] {
  return tables
    .filter(table => !page.includes(table.replace(/^data\//u, '')))
    .map(table => `docs/reference/data.md: no row on ${table}`)
}

/** Links to files and headings of the project that lead nowhere. */
export function linkFaults(root: string, path: string, text: string): readonly string[] {
  const bare = text.replace(/^(`{3,})[\s\S]*?^\1/gmu, '').replace(/`[^`\n]*`/gu, '')
  return [...bare.matchAll(/\]\(<?([^)>\s]+)/gu), ...bare.matchAll(/^\[[^\]]+\]:\s*(\S+)/gmu)].flatMap(match => {
    const [file = '', heading] = (match[1] ?? '').split('#')
    if (/^[a-z]+:/u.test(file)) return []
    const target = file === '' ? resolve(root, path) : resolve(root, dirname(path), decodeURI(file))
    if (!target.startsWith(resolve(root))) return [`${path}: link to ${match[1]} leaves the project`]
    if (!existsSync(target)) return [`${path}: link to ${file} leads nowhere`]
    if (!heading || !target.endsWith('.md')) return []
    return headingsOf(readFileSync(target, 'utf8')).has(heading)
      ? []
      : [`${path}: ${file || path} has no heading #${heading}`]
  })
}

function headingsOf(text: string): ReadonlySet<string> {
  const lines = text.replace(/^(`{3,})[\s\S]*?^\1/gmu, '').matchAll(/^#+ +(.+)$/gmu)
  return new Set(
    [...lines].map(match =>
      (match[1] ?? '')
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/gu, '-'),
    ),
  )
}

/** What has no place in the project: paths of one machine, addresses of registries, work left for later. */
const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}.~])\/(?:home|root|work|Users|private)\/\p{L}/u, 'names a path of one machine'],
  [/\bregistry\.[a-z]+(?:\.[a-z]+)*\.[a-z]{2,}/u, 'names the host of a registry'],
  [/\b(?:TODO|FIXME|XXX)\b(?!-)/u, 'leaves work for later'],
  [
    /\b(?:generated|written) (?:by|with) (?:an? |the )?(?:AI|LLM|language model|assistant|agent)\b/iu,
    'tells how it came to be',
  ],
]

/** Texts of the project that hold what has no place in it; `file:line` in front. */
export function wordFaults(path: string, text: string): readonly string[] {
  const hits = UNWANTED.filter(([pattern]) => pattern.test(text))
  if (hits.length === 0) return []
  return text
    .split('\n')
    .flatMap((line, i) => hits.filter(([pattern]) => pattern.test(line)).map(([, why]) => `${path}:${i + 1}: ${why}`))
}

/** This file names what it looks for. */
const OWN = /^(?:scripts\/docs\.ts|test\/scripts\/docs\.test\.ts)$/u

function textsOf(root: string): readonly string[] {
  const folders = ['src', 'bench', 'scripts', 'test', 'train', 'bin', 'docs', 'data', 'schema', '.ci']
  const below = folders.flatMap(folder => filesBelow(root, folder, /(?:\.(?:ts|mjs|md|tsv|json|svg)|\.ci\/run)$/u))
  return [...new Set([...below, ...pagesOf(root), 'package.json'])].filter(path => !OWN.test(path))
}

function pagesOf(root: string): readonly string[] {
  const top = readdirSync(root).filter(file => file.endsWith('.md'))
  return [...top.sort(), ...['docs', 'bench', 'examples', 'models'].flatMap(at => filesBelow(root, at, /\.md$/u))]
}
