import { parseHTML } from 'linkedom'

/** What we use of a DOM node. */
export type DomNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly childNodes: Iterable<DomNode>
  readonly textContent: string | null
}

export type DomElement = DomNode & {
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  remove(): void
}

export type DomDocument = DomElement & { readonly body: DomElement; readonly documentElement: DomElement | null }

const TEXT = 3
const ELEMENT = 1

/** Whether a node is text. */
export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT
}

/** Whether a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT
}

/** Reads a whole page; a piece of one gets the frame of a page around it. */
export function parsePage(html: string): DomDocument {
  const whole = /<(?:html|body|head)\b/iu.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`
  const { document } = parseHTML(whole)
  return document
}

/** An attribute without space around it; '' where there is none. */
export function attribute(element: DomElement, name: string): string {
  return element.getAttribute(name)?.trim() ?? ''
}

/** White space in a row becomes one space. */
export function squeeze(text: string): string {
  return text
    .replace(/[\s\u00ad\u200b\ufeff]+/gu, match => (/\s/u.test(match.replace(/\ufeff/gu, '')) ? ' ' : ''))
    .trim()
}

/** What is left where a text was escaped twice. */
const AGAIN = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});|<\/(?:a|b|i|em|p|span|strong|u)>/iu

/** HTML in a title or name to plain text: tags out, references decoded. */
export function plainText(html: string): string {
  if (!/[<&]/u.test(html)) return squeeze(html)
  const text = parsePage(`<p>${html}</p>`).body.textContent ?? ''
  return squeeze(AGAIN.test(text) ? (parsePage(`<p>${text}</p>`).body.textContent ?? '') : text)
}
