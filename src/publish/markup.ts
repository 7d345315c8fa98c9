/** A piece of HTML that is known to be safe; only `html` and `raw` make one. */
export type Markup = { readonly markup: string }
export type Slot = string | number | Markup | readonly Markup[] | false | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text for element content and quoted attributes. Characters that an HTML parser refuses or changes (controls, lone
 * surrogates) become U+FFFD, so that the page read back is the page written.
 */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/gu, character => ENTITIES[character] ?? '')
}

/** Template tag: every text put in is escaped, every `Markup` stands as it is, `false` and `undefined` give nothing. */
export function html(strings: TemplateStringsArray, ...slots: readonly Slot[]): Markup {
  return { markup: strings.reduce((out, string, i) => out + write(slots[i - 1]) + string) }
}

/** Marks text of our own as HTML: for the style, the script and the page's data only. */
export function raw(markup: string): Markup {
  return { markup }
}

function write(slot: Slot): string {
  if (slot === undefined || slot === false) return ''
  if (typeof slot === 'string') return escapeHtml(slot)
  if (typeof slot === 'number') return String(slot)
  return 'markup' in slot ? slot.markup : slot.map(piece => piece.markup).join('')
}

const FIRST_STRONG = /[\p{L}\u200E\u200F]/u
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200F]/u

/** `rtl` when the first letter of a text is written from right to left (first step of the Unicode bidirectional rules). */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const [first = ''] = FIRST_STRONG.exec(text) ?? []
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}

/**
 * JSON for a `<script type="application/json">`: no `<`, `>`, `&` or line separator inside, so that no text can end the
 * element or open a comment in it.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
