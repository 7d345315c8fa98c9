import { squeeze } from './dom.ts'

const SILENT = /^(?:script|style|template|noscript|head|svg|nav|footer|form|button|select|textarea)$/u
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/u
const MARK = /<!--|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]{0,10000}>/gu
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }),
)

/**
 * The paragraphs of a page that is too large or too deep for a tree: one pass over its tags, what stands in scripts,
 * menus and forms left out. Rough: it cannot tell the article from what surrounds it.
 */
export function scanParagraphs(html: string): readonly string[] {
  const paragraphs: string[] = []
  let held = ''
  let at = 0
  const flush = () => {
    const text = squeeze(decode(held))
    if (text !== '') paragraphs.push(text)
    held = ''
  }
  const mark = new RegExp(MARK)
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    held += html.slice(at, found.index)
    at = mark.lastIndex
    const name = (found[2] ?? '').toLowerCase()
    const end = found[2] === undefined ? '-->' : SILENT.test(name) && !found[1] ? `</${name}` : ''
    if (!INLINE.test(name)) flush()
    if (end === '') continue
    const close = indexOfIgnoringCase(html, end, at)
    if (close === -1) {
      at = html.length
      break
    }
    at = close + (end === '-->' ? 3 : 0)
    mark.lastIndex = at
  }
  held += html.slice(at)
  flush()
  return paragraphs
}

/** Like `indexOf` for a mark of letters, digits and `<`, `/`, `-`, `>`. */
export function indexOfIgnoringCase(text: string, mark: string, from: number): number {
  const pattern = new RegExp(mark, 'giu')
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED.get(name.toLowerCase()) ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
    },
  )
}
