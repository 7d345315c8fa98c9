import type { Link } from '../core/types.ts'
import { attribute, type DomElement, isElement, isText, squeeze } from './dom.ts'

/** A paragraph, heading, list entry, cell or caption. */
export type Block = {
  readonly kind: 'text' | 'heading' | 'item' | 'caption'
  readonly text: string
  /** Share of its characters that stand in links. */
  readonly linked: number
  readonly links: readonly Link[]
}

const SKIPPED =
  /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|SVG|BUTTON|SELECT|TEXTAREA|INPUT|IFRAME|OBJECT|EMBED|VIDEO|AUDIO|CANVAS|HEAD|DIALOG)$/u
const INLINE =
  /^(?:A|ABBR|ACRONYM|B|BDI|BDO|BIG|CITE|CODE|DATA|DEL|DFN|EM|FONT|I|INS|KBD|LABEL|MARK|NOBR|Q|RUBY|S|SAMP|SMALL|SPAN|STRIKE|STRONG|SUB|SUP|TIME|TT|U|VAR|WBR|PICTURE|IMG)$/u

type Writer = { readonly blocks: Block[]; text: string; linked: number; links: Link[]; kind: Block['kind'] }

/** The blocks below an element in reading order; two line breaks part paragraphs, one stays a line break. */
export function blocksOf(root: DomElement, base?: string): readonly Block[] {
  const writer: Writer = { blocks: [], text: '', linked: 0, links: [], kind: 'text' }
  write(root, writer, base, false, root.nodeName === 'PRE')
  flush(writer)
  return writer.blocks
}

function write(parent: DomElement, writer: Writer, base: string | undefined, linked: boolean, kept: boolean): void {
  for (const node of parent.childNodes) {
    if (isText(node)) addText(writer, node.textContent ?? '', linked, kept)
    else if (isElement(node) && !SKIPPED.test(node.nodeName.toUpperCase())) element(node, writer, base, linked, kept)
  }
}

function element(node: DomElement, writer: Writer, base: string | undefined, linked: boolean, kept: boolean): void {
  const name = node.nodeName.toUpperCase()
  if (name === 'BR') writer.text += '\n'
  else if (name === 'A') {
    addLink(node, writer, base)
    write(node, writer, base, true, kept)
  } else if (INLINE.test(name)) write(node, writer, base, linked, kept)
  else {
    flush(writer)
    const outer = writer.kind
    writer.kind = kindOf(name, outer)
    write(node, writer, base, linked, kept || name === 'PRE')
    flush(writer)
    writer.kind = outer
  }
}

function kindOf(name: string, outer: Block['kind']): Block['kind'] {
  if (/^H[1-6]$/u.test(name)) return 'heading'
  if (name === 'FIGCAPTION' || name === 'CAPTION') return 'caption'
  if (/^(?:LI|TD|TH|DD|DT)$/u.test(name)) return 'item'
  return outer === 'caption' || outer === 'item' ? outer : 'text'
}

function addText(writer: Writer, text: string, linked: boolean, kept: boolean): void {
  writer.text += kept ? text : text.replace(/[ \t\r\n\f]+/gu, ' ')
  if (linked) writer.linked += text.trim().length
}

function addLink(node: DomElement, writer: Writer, base: string | undefined): void {
  const [title, address] = [squeeze(node.textContent ?? ''), attribute(node, 'href')]
  if (title === '' || address === '' || !URL.canParse(address, base)) return
  const url = new URL(address, base)
  if (/^https?:$/u.test(url.protocol)) writer.links.push({ title, url: url.href })
}

function flush(writer: Writer): void {
  const paragraphs = writer.text
    .split(/\n[ \t]*\n/u)
    .map(tidy)
    .filter(text => text !== '')
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0)
  const share = length === 0 ? 0 : Math.min(1, writer.linked / length)
  for (const text of paragraphs) writer.blocks.push({ kind: writer.kind, text, linked: share, links: writer.links })
  writer.text = ''
  writer.linked = 0
  writer.links = []
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map(squeeze)
    .filter(line => line !== '')
    .join('\n')
}

/** The texts of nodes put together as paragraphs. */
export function joinBlocks(blocks: readonly Pick<Block, 'text'>[]): string {
  return blocks.map(({ text }) => text).join('\n\n')
}
