import { joinBlocks } from './blocks.ts'
import { squeeze } from './dom.ts'

/** Markdown (CommonMark) to plain paragraphs: marks off, links keep their words, each heading and list entry by itself. */
export function markdownText(body: string): string {
  const blocks: string[] = []
  const held: string[] = []
  let fence = ''
  const flush = () => {
    const text = held.join('\n')
    if (text.trim() !== '') blocks.push(text)
    held.length = 0
  }
  for (const line of body.split(/\r?\n/u)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1]
    if (mark && (fence === '' || mark.startsWith(fence))) {
      flush()
      fence = fence === '' ? mark.slice(0, 3) : ''
    } else if (fence !== '') held.push(line)
    else addLine(line, held, flush)
  }
  flush()
  return joinBlocks(blocks.map(text => ({ text: inline(text) })).filter(({ text }) => text !== ''))
}

function addLine(line: string, held: string[], flush: () => void): void {
  if (
    /^\s*$/u.test(line) ||
    /^ {0,3}(?:[-*_][ \t]*){3,}$/u.test(line) ||
    (/^ {0,3}=+\s*$/u.test(line) && held.length > 0)
  ) {
    flush()
    return
  }
  const text = line.replace(/^(?: {0,3}>[ ]?)+/u, '')
  const starts = /^\s{0,8}(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+)/u.exec(text)
  if (!starts) {
    held.push(text)
    return
  }
  flush()
  const heading = starts[0].includes('#')
  const ordered = /\d/u.test(starts[0])
  held.push(heading || !ordered ? text.slice(starts[0].length).replace(/\s+#+\s*$/u, '') : text.trimStart())
  if (heading) flush()
}

function withoutComments(text: string): string {
  const parts: string[] = []
  let at = 0
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open)
    if (close === -1) break
    parts.push(text.slice(at, open))
    at = close + 3
  }
  return parts.join('') + text.slice(at)
}

/** Lines of a paragraph become one unless a line ends in two spaces or a backslash. */
function inline(text: string): string {
  const marked = withoutComments(text)
    .replace(/!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/gu, '')
    .replace(/\[([^\][]{1,1000})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replace(/\[([^\][]{1,500})\]\[[^\][]{0,200}\]/gu, '$1')
    .replace(/<(https?:\/\/[^\s<>]{1,2000})>/gu, '$1')
    .replace(/<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?\/?>/giu, '')
    .replace(/(?<!\\)(`+)([^`]{1,2000})\1/gu, '$2')
    .replace(/(?<![\\*])(\*{1,3})(?=\S)([^*\n]{1,2000}?(?:\n[^*\n]{1,2000}?){0,20})(?<=\S)\1(?!\*)/gu, '$2')
    .replace(
      /(?<![\\_\p{L}\p{N}])(_{1,3})(?=\S)([^_\n]{1,2000}?(?:\n[^_\n]{1,2000}?){0,20})(?<=\S)\1(?![_\p{L}\p{N}])/gu,
      '$2',
    )
  return marked
    .split(/(?: {2,}|\\)\n/u)
    .map(line => squeeze(line.replace(/\n/gu, ' ')).replace(/\\([!-/:-@[-`{-~])/gu, '$1'))
    .filter(line => line !== '')
    .join('\n')
}
