import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { byText } from '../../src/core/order.ts'

/** A page with what is expected of it. */
export type PageCase = {
  readonly name: string
  readonly source: Uint8Array
  /** The main text, words of different blocks apart. */
  readonly text: string
  /** Absent where nothing is expected. */
  readonly title?: string
  readonly byline?: string
  /** As the page wrote it. */
  readonly published?: string
}

/** Reads a folder of folders with `source.html`, `expected.html`, `expected-metadata.json`. */
export function readPageCases(folder: string): readonly PageCase[] {
  const names = readdirSync(folder).filter(name => existsSync(join(folder, name, 'source.html')))
  if (names.length === 0) throw new Error(`${folder}: no folder with a source.html`)
  return names.sort(byText).map(name => {
    const at = join(folder, name)
    const metadata: unknown = JSON.parse(readFileSync(join(at, 'expected-metadata.json'), 'utf8'))
    const field = (key: string) => {
      const value =
        typeof metadata === 'object' && metadata !== null
          ? Object.entries(metadata).find(([own]) => own === key)?.[1]
          : undefined
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
    }
    const [title, byline, published] = [field('title'), field('byline'), field('publishedTime')]
    return {
      name,
      source: readFileSync(join(at, 'source.html')),
      text: textOf(readFileSync(join(at, 'expected.html'), 'utf8')),
      ...(title ? { title } : {}),
      ...(byline ? { byline } : {}),
      ...(published ? { published } : {}),
    }
  })
}

const INLINE: ReadonlySet<string> = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
)

/** The text of a piece of HTML; what is not inline stands apart. */
export function textOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const parts: string[] = []
  const walk = (node: { readonly childNodes: Iterable<unknown> }) => {
    for (const child of node.childNodes as Iterable<{
      nodeType: number
      nodeName: string
      data?: string
      childNodes: Iterable<unknown>
    }>) {
      if (child.nodeType === 3) parts.push(child.data ?? '')
      if (child.nodeType !== 1 || /^(?:SCRIPT|STYLE|TEMPLATE)$/u.test(child.nodeName)) continue
      const apart = INLINE.has(child.nodeName) ? '' : ' '
      parts.push(apart)
      walk(child)
      parts.push(apart)
    }
  }
  walk(document.body)
  return parts.join('')
}
