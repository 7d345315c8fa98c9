import { Buffer } from 'node:buffer'
import { type Element, resolve } from '../xml.ts'

/**
 * The content of an element as text or HTML: its characters where it holds no elements, else what stands between its
 * tags, as feeds that forgot to escape their HTML mean it.
 */
export function contentOf(element: Element): string {
  const raw = element.children.length === 0 ? element.text : unwrapCdata(element.inner)
  return rebase(raw.trim(), element.base)
}

/** An Atom text construct (RFC 4287, section 3.1; Atom 0.3 with its modes): base64 undone, the wrapping div taken off. */
export function constructOf(element: Element): string {
  const type = element.attributes.get('type') ?? ''
  const only = element.children.length === 1 ? element.children[0] : undefined
  const div = only && /(?:^|:)div$/u.test(only.name) ? only : undefined
  if (element.attributes.get('mode') === 'base64' || isBase64(element, type))
    return rebase(fromBase64(element.text), element.base)
  const inside = div ?? element
  const text = inside.children.length > 0 || (div && type !== 'html') ? unwrapCdata(inside.inner) : inside.text
  return rebase(text.trim(), inside.base)
}

function isBase64(element: Element, type: string): boolean {
  return element.children.length === 0 && /^application\/octet-stream$/u.test(type)
}

function fromBase64(text: string): string {
  return Buffer.from(text.trim(), 'base64').toString('utf8').trim()
}

function unwrapCdata(markup: string): string {
  return markup.replace(/<!\[CDATA\[|\]\]>/gu, '')
}

const ADDRESS = /(<[a-z][^<>]{0,2000}?\s(?:href|src|cite|action|longdesc)\s*=\s*["'])([^"'<>]{1,2000})(["'])/giu

/** Makes relative addresses in HTML absolute where the feed names a base. */
function rebase(html: string, base: string | undefined): string {
  if (!base || !html.includes('<')) return html
  return html.replace(
    ADDRESS,
    (_, before: string, address: string, after: string) => `${before}${resolve(address, base) ?? address}${after}`,
  )
}
