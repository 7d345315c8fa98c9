/** What a document is read as. */
export type Format =
  | 'empty'
  | 'gzip'
  | 'zip'
  | 'binary'
  | 'jsonl'
  | 'json'
  | 'feed'
  | 'opml'
  | 'xml'
  | 'html'
  | 'markdown'
  | 'mail'
  | 'text'
  | 'table'
  | 'unknown'

/** How many bytes `sniff` looks at. */
export const HEAD = 64 * 1024

/** What the first bytes alone tell; undefined: it is text, see `sniffText`. */
export function sniffBytes(head: Uint8Array): Format | undefined {
  if (head.length === 0) return 'empty'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)))
    return 'zip'
  return looksBinary(head) ? 'binary' : undefined
}

/** Format by content first, then by the name's ending. */
export function sniffText(head: string, name: string): Format {
  const ending = /\.([a-z0-9]+)$/u.exec(name.toLowerCase())?.[1] ?? ''
  const start = head.trimStart()
  if (start === '') return 'empty'
  if (ending === 'txt' || ending === 'text') return 'text'
  return markup(start, ending) ?? json(start, ending) ?? byEnding(ending, start, name)
}

/** PDF, pictures, programs: a NUL byte where no UTF-16 mark stands, or many control characters. */
function looksBinary(head: Uint8Array): boolean {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (utf16) return false
  if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46) return true
  let odd = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) odd++
  }
  return odd > head.length / 20
}

function markup(start: string, ending: string): Format | undefined {
  if (!start.startsWith('<')) return undefined
  const root = rootOf(start)
  if (/^(?:rss|feed|rdf|channel|rdf:rdf|atom:feed)$/u.test(root)) return 'feed'
  if (root === 'opml') return 'opml'
  if (/^(?:!doctype html|html|head|body|meta|title|article|main|div|p|h1|section|link|script|style)$/u.test(root))
    return 'html'
  if (/^(?:html?|xhtml)$/u.test(ending)) return 'html'
  return ending === 'md' || ending === 'markdown' ? 'markdown' : 'xml'
}

/** The first element's name in lower case, behind comments, instructions and the document type; `!doctype html` as such. */
function rootOf(start: string): string {
  const mark = /<!--|<\?|<!doctype\s+|<\/?([a-z][a-z0-9:._-]*)/giu
  let at = 0
  for (let guard = 0; guard < 1000; guard++) {
    mark.lastIndex = at
    const found = mark.exec(start)
    if (!found) return ''
    if (found[1]) return found[1].toLowerCase()
    if (/^<!doctype/iu.test(found[0])) {
      if (/^html\b/iu.test(start.slice(mark.lastIndex))) return '!doctype html'
      at = mark.lastIndex
      continue
    }
    const end = start.indexOf(found[0] === '<?' ? '?>' : '-->', mark.lastIndex)
    if (end === -1) return ''
    at = end + 2
  }
  return ''
}

function json(start: string, ending: string): Format | undefined {
  if (/^(?:jsonl|ndjson|jsonlines)$/u.test(ending)) return 'jsonl'
  if (!/^(?:\{|\[\s*[[{"\]])/u.test(start)) return ending === 'json' ? 'json' : undefined
  if (start.startsWith('[')) return 'json'
  const breakAt = start.indexOf('\n')
  const [first, rest] = breakAt === -1 ? [start, ''] : [start.slice(0, breakAt), start.slice(breakAt).trimStart()]
  if (/"version"\s*:\s*"(?:https?:\/\/jsonfeed\.org|1\.)/u.test(first)) return 'json'
  if (rest.startsWith('{')) return 'jsonl'
  return /\}\s*$/u.test(first) ? 'jsonl' : 'json'
}

function byEnding(ending: string, start: string, name: string): Format {
  if (isMail(start) || ending === 'eml') return 'mail'
  if (ending === 'md' || ending === 'markdown') return 'markdown'
  if (/^---\r?\n[\s\S]{0,4000}?\n---\r?\n/u.test(start) && /^[a-z_]+:\s/imu.test(start)) return 'markdown'
  if (ending === 'csv' || ending === 'tsv') return 'table'
  return name === '<stdin>' ? 'text' : 'unknown'
}

/** At least two header lines of a mail, one of which every mail has. */
function isMail(start: string): boolean {
  const lines = start.slice(0, 8192).split(/\r?\n/u)
  const end = lines.indexOf('')
  const headers = lines.slice(0, end === -1 ? lines.length : end).filter(line => !/^\s/u.test(line))
  if (headers.length < 2 || !headers.every(line => /^(?:[!-9;-~]+:|From )/u.test(line))) return false
  return (
    headers.some(line => /^(?:from|message-id|received|return-path|mime-version):/iu.test(line)) &&
    headers.some(line => /^(?:date|subject|to):/iu.test(line))
  )
}
