import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'
import type { Span } from '../../src/core/span.ts'

/** A document of a treebank as running text: sentences joined by a blank, paragraphs by a blank line. */
export type TreebankDoc = { readonly name: string; readonly text: string; readonly sentences: readonly Span[] }

/**
 * Reads the documents of CoNLL-U files (https://universaldependencies.org/format.html). Of several files those of the
 * development part: named `dev`, or listed under "## dev" in a `splits.md` in the folder or the one above it.
 */
export function readTreebank(folder: string): readonly TreebankDoc[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.conllu'))
    .sort(byText)
  const listed = devOf(folder)
  const dev = files.filter(file => /(?:^|[-_])dev(?:[-_.]|$)/u.test(file) || listed.has(file.replace(/\.conllu$/u, '')))
  const chosen = dev.length > 0 ? dev : files
  if (chosen.length === 0) throw new Error(`${folder}: no *.conllu in it`)
  return chosen.flatMap(file => parseTreebank(readFileSync(join(folder, file), 'utf8')))
}

function devOf(folder: string): ReadonlySet<string> {
  const path = [join(folder, 'splits.md'), join(folder, '..', 'splits.md')].find(existsSync)
  const part =
    path &&
    readFileSync(path, 'utf8')
      .split(/^## /mu)
      .find(section => section.startsWith('dev\n'))
  return new Set([...(part ?? '').matchAll(/^ *\* (\S+)/gmu)].map(match => match[1] ?? ''))
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
