import { overlaps, type Span } from '../../core/span.ts'
import type { Article } from '../../core/types.ts'
import { directionOf, html, type Markup } from '../../publish/markup.ts'
import { langAttribute } from '../../publish/sentence.ts'

/** A passage that a page rests on, with its number there and the way to it. */
export type Cited = { readonly span: Span; readonly number: number; readonly path: string; readonly crisis: string }

/** The text in paragraphs: the passage asked for highlighted, what pages rest on marked lightly. */
export function textOf(article: Article, passage: Span | undefined, cited: readonly Cited[]): Markup {
  const { text, lang } = article
  let opened = false
  const paragraphs = paragraphsOf(text).map(span => {
    const inside = cited.filter(one => overlaps(one.span, span))
    const pieces = piecesOf(span, passage, inside).map(piece => {
      const lit = passage !== undefined && overlaps(piece, passage)
      const first = lit && !opened
      opened ||= lit
      return pieceOf(text, piece, lit, first, inside)
    })
    return html`<p dir="${directionOf(text.slice(span.start, span.end))}">${pieces}</p>`
  })
  return html`<div class="report-text"${langAttribute(lang)}>${paragraphs}</div>`
}

function paragraphsOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }))
}

/** A paragraph cut wherever a passage begins or ends. */
function piecesOf(paragraph: Span, passage: Span | undefined, cited: readonly Cited[]): readonly Span[] {
  const spans = [...(passage ? [passage] : []), ...cited.map(({ span }) => span)]
  const inner = spans.flatMap(({ start, end }) => [start, end]).filter(at => paragraph.start < at && at < paragraph.end)
  const cuts = [...new Set([paragraph.start, ...inner, paragraph.end])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => ({ start: cuts[i] ?? 0, end }))
}

function pieceOf(text: string, piece: Span, lit: boolean, first: boolean, cited: readonly Cited[]): Markup {
  const words = html`${text.slice(piece.start, piece.end)}`
  const marked = lit ? html`<mark${first && html` id="passage"`}>${words}</mark>` : words
  const used = cited.some(({ span }) => overlaps(span, piece))
  const ending = cited.filter(({ span }) => span.end === piece.end)
  const links = ending.map(
    ({ number, path, crisis }, i) =>
      html`${i > 0 && ' '}<a class="m" href="${path}" aria-label="receipt ${number} on the page of ${crisis}">${number}</a>`,
  )
  return html`${used ? html`<span class="cited">${marked}</span>` : marked}${links.length > 0 && html`<sup dir="ltr">${links}</sup>`}`
}
