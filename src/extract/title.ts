import { plainText } from './dom.ts'

/** Between a headline and a site's name: the signs with a space on both sides, or a bar. */
const SEPARATOR = /\s+(?:[-\u2013\u2014|/»«·•:]|::)\s+|\s*[|_]\s*/gu

/** A headline without markup, without the name of the site behind or before it. */
export function cleanTitle(
  written: string,
  {
    site,
    host,
    heading,
    byline,
  }: {
    readonly site?: string | undefined
    readonly host?: string | undefined
    readonly heading?: string | undefined
    readonly byline?: string | undefined
  } = {},
): string {
  const title = plainText(written)
  const cuts = [...title.matchAll(SEPARATOR)]
  const names = [site, byline, host, host?.split('.').at(-2)].flatMap(name => (name ? [key(name)] : []))
  const last = cuts.at(-1)
  const first = cuts[0]
  if (last && isName(title.slice(last.index + last[0].length), names)) return title.slice(0, last.index)
  if (first && isName(title.slice(0, first.index), names)) return title.slice(first.index + first[0].length)
  return cuts.some(
    cut => heading !== undefined && key(title.slice(0, cut.index)) === key(heading) && wordsIn(heading) > 2,
  )
    ? plainText(heading ?? '')
    : title
}

/** A page's `<title>` without its last part, where that is short and enough is left: sites write their name there. */
export function withoutTail(written: string): string {
  const title = plainText(written)
  const last = [...title.matchAll(SEPARATOR)].at(-1)
  if (!last) return title
  const [head, tail] = [title.slice(0, last.index), title.slice(last.index + last[0].length)]
  return wordsIn(head) >= 4 && wordsIn(tail) <= 4 ? head : title
}

function isName(part: string, names: readonly string[]): boolean {
  const own = key(part)
  return (
    own !== '' &&
    names.some(
      name => name === own || (own.length > 3 && name.length > 3 && (own === `the${name}` || name === `the${own}`)),
    )
  )
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/^www\./u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length
}
