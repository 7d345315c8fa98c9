import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'
import type { Span } from '../../src/core/span.ts'

/** A document of a treebank as running text: sentences joined by a blank, paragraphs by a blank line. */
export type TreebankDoc = { readonly name: string; readonly text: string; readonly sentences: readonly Span[] }

/**
 * Reads the documents of the CoNLL-U files (https://universaldependencies.org/format.html) of the development part.
 */
export function readTreebank(folder: string): readonly TreebankDoc[] {
  return filesOf(folder, 'dev').flatMap(file => parseTreebank(readFileSync(join(folder, file), 'utf8')))
}

export type Part = 'train' | 'dev'

/**
 * The files of one part. `dev`: named so, or listed under "## dev" in a `splits.md` in the folder or the one above it; all
 * files when there is no such. `train`: named so, or, beside a `splits.md`, those it lists under no heading.
 */
export function filesOf(folder: string, part: Part): readonly string[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.conllu'))
    .sort(byText)
  if (files.length === 0) throw new Error(`${folder}: no *.conllu in it`)
  const listed = partsOf(folder)
  const named = files.filter(file => new RegExp(`(?:^|[-_])${part}(?:[-_.]|$)`, 'u').test(file))
  if (named.length > 0 || !listed) return named.length > 0 ? named : files
  const of = (file: string) => listed.get(file.replace(/\.conllu$/u, '')) ?? 'train'
  const chosen = files.filter(file => of(file) === part)
  return chosen.length > 0 ? chosen : files
}

/** Which part each document belongs to, by the headings of a `splits.md`. */
function partsOf(folder: string): ReadonlyMap<string, string> | undefined {
  const path = [join(folder, 'splits.md'), join(folder, '..', 'splits.md')].find(existsSync)
  if (path === undefined) return undefined
  const sections = readFileSync(path, 'utf8').split(/^## /mu).slice(1)
  return new Map(
    sections.flatMap(section => {
      const part = section.slice(0, section.indexOf('\n')).trim()
      return [...section.matchAll(/^ *\* (\S+)/gmu)].map(match => [match[1] ?? '', part] as const)
    }),
  )
}

/** Documents of one file, by its `newdoc`, `newpar` and `text` comments. */
export function parseTreebank(file: string): readonly TreebankDoc[] {
  const docs: { name: string; text: string; sentences: Span[] }[] = []
  let paragraph = false
  for (const line of file.split('\n')) {
    const [, key, value = ''] = /^# (newdoc id|newpar|text)(?: id)?(?: = ?(.*))?$/u.exec(line) ?? []
    if (key === 'newdoc id') docs.push({ name: value, text: '', sentences: [] })
    if (key === 'newpar') paragraph = true
    if (key !== 'text') continue
    const doc = docs.at(-1)
    if (!doc) throw new Error('a treebank without "# newdoc id" before its first sentence')
    const start = doc.text === '' ? 0 : doc.text.length + (paragraph ? 2 : 1)
    doc.text += `${doc.text === '' ? '' : paragraph ? '\n\n' : ' '}${value.trim()}`
    doc.sentences.push({ start, end: doc.text.length })
    paragraph = false
  }
  return docs
}
