const LONGEST_EXACT = 120
const EDGE_WORDS = 5
const PREFIX_WORDS = 3

/**
 * The address as a link may carry it: http or https, without a user name, in the URL standard's own writing.
 * Undefined for everything else, which is then shown as text.
 */
export function webLink(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//iu.test(address)) return undefined
  const url = URL.parse(address)
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '' || url.hostname === '')
    return undefined
  return url.href.replaceAll('\\', '%5C')
}

/** The host a link leads to, without `www.`; empty when it is no web address. */
export function hostOf(address: string | undefined): string {
  const link = webLink(address)
  return link === undefined ? '' : new URL(link).hostname.replace(/^www\./u, '')
}

/**
 * A link that opens the page at a passage and marks it (WICG "URL Fragment Text Directives"):
 * short passages whole, longer ones by their first and last words. `before` is what stands in front of a passage that
 * may occur more than once ("14 ships"): its last words are named too.
 */
export function passageLink(address: string | undefined, passage: string, before = ''): string | undefined {
  const link = webLink(address)
  if (link === undefined) return undefined
  const text = passage.toWellFormed().trim()
  if (text === '') return link
  const directive = text.length <= LONGEST_EXACT && !/[\n\r]/u.test(text) ? encode(text) : edges(text)
  return `${link}${link.includes('#') ? '' : '#'}:~:text=${prefix(before)}${directive}`
}

/** The last words before a passage as the directive's prefix; none where the passage starts inside a word or line. */
function prefix(before: string): string {
  if (!/\S\s+$/u.test(before) || /[\n\r]\s*$/u.test(before)) return ''
  const words = before.toWellFormed().trim().split(/\s+/u).slice(-PREFIX_WORDS)
  return words.some(word => word.includes('…')) ? '' : `${encode(words.join(' '))}-,`
}

function edges(text: string): string {
  const words = text.split(/\s+/u)
  if (words.length < 2 * EDGE_WORDS) return encode(words.slice(0, EDGE_WORDS).join(' '))
  return `${encode(words.slice(0, EDGE_WORDS).join(' '))},${encode(words.slice(-EDGE_WORDS).join(' '))}`
}

/** The syntax of text directives gives a meaning to `-` and `,` besides what a URL does. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[-!'()*]/gu,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
