import type { Span } from '../core/span.ts'
import type { Article, Claim } from '../core/types.ts'
import { type Quadrant, quadrantOf } from './kinds.ts'
import { claimDetails, type Details, detailsOf, flagsOf, LABELS, labelOf, writeWhenInFull } from './layers-details.ts'
import { type Mark, type Piece, piecesOf } from './layers-marks.ts'
import { html, type Markup } from './markup.ts'

/** So many shades tell voices apart; then they come round again, and the number tells. */
const SHADES = 4

/** A passage with its marks, nested. */
export function passageHtml(article: Article, span: Span, marks: readonly Mark[]): Markup {
  return html`${piecesOf(span, marks).map(piece => pieceHtml(article, piece, undefined))}`
}

function pieceHtml(article: Article, piece: Piece, voice: number | undefined): Markup {
  if (!piece.mark) return html`${article.text.slice(piece.span.start, piece.span.end)}`
  const { mark, first } = piece
  const speaks = mark.kind === 'quote' || mark.kind === 'speaker'
  const inside = html`${piece.inside.map(inner => pieceHtml(article, inner, speaks ? mark.voice : voice))}`
  if (speaks) {
    const shade = `v${mark.voice === 0 ? 0 : ((mark.voice - 1) % SHADES) + 1}`
    const tag =
      first && !(mark.kind === 'quote' && mark.voice === voice) && tagHtml(labelOf(mark), detailsOf(mark, article))
    return html`<span class="voice ${mark.kind === 'quote' ? mark.quote.value.kind : 'speaker'} ${shade}">${tag}${inside}</span>`
  }
  return markHtml(mark, inside, first && (piece.inside.some(inner => inner.mark) ? 'before' : 'under'), article)
}

/** A name, time, place or amount; its label stands under it, or before it where marks inside have theirs under them. */
function markHtml(mark: Mark, inside: Markup, label: 'before' | 'under' | false, article: Article): Markup {
  const described = 'name' in mark && mark.name?.value.described ? ' described' : ''
  const words = html`<span class="b">${inside}</span>`
  if (!label) return html`<span class="mark ${mark.kind}${described}">${words}</span>`
  const name = labelOf(mark)
  const labelled = label === 'before' ? html`<span class="tag">${name}</span>${words}` : under(words, name)
  return html`<span class="mark tipped ${mark.kind}${described}" tabindex="0">${labelled}${tip(detailsOf(mark, article))}</span>`
}

function under(words: Markup, label: string): Markup {
  return html`<ruby>${words}<rt><span>${label}</span></rt></ruby>`
}

function tagHtml(label: string, details: Details): Markup {
  return html`<span class="tag tipped" tabindex="0">${label}${tip(details)}</span>`
}

/** What shows beside a mark that is pointed at or focused; without either it is not there. */
function tip({ title, rows }: Details): Markup {
  return html`<span class="tip" role="tooltip"><b><bdi>${title}</bdi></b>${rows.map(([name, value]) => html` <span class="r"><i>${name}</i> <bdi>${value}</bdi></span>`)}</span>`
}

const SHAPES: Readonly<Record<Quadrant, string>> = {
  'verbal-cooperation': '●',
  'material-cooperation': '■',
  'verbal-conflict': '▲',
  'material-conflict': '◆',
}

/** The claims of a sentence: type, source → target, when, and what holds it back. */
export function chips(article: Article, claims: readonly Claim[]): Markup {
  return html`<ul class="chips" aria-label="Claims">${claims.map(claim => chip(article, claim))}</ul>`
}

function chip(article: Article, claim: Claim): Markup {
  const quadrant = quadrantOf(claim.type)
  const flags = flagsOf(claim.flags)
  return html`<li class="chip tipped" tabindex="0"><span class="shape ${quadrant}" aria-hidden="true">${SHAPES[quadrant]}</span> <b>${claim.type}</b> <bdi>${claim.source?.label ?? '?'}</bdi> → <bdi>${claim.target?.label ?? '?'}</bdi>${claim.when && html` <span class="when">${writeWhenInFull(claim.when.value)}</span>`}${flags.map(flag => html` <em>${flag}</em>`)}${tip(claimDetails(claim, article))}</li>`
}

const NAMES = ['person', 'organisation', 'place', 'group', 'event', 'weapon'] as const

/** What the colours, lines and shades of the page mean. */
export function legend(): Markup {
  const sample = (kind: string, word: string, label: string) =>
    html`<span class="mark ${kind}">${under(html`<span class="b">${word}</span>`, label)}</span>`
  return html`<ul class="key" aria-label="Legend">
<li>${NAMES.map(kind => html`${sample(kind, `${kind[0]?.toUpperCase()}${kind.slice(1)}`, LABELS[kind])} `)}<span class="mark organisation described"><span class="b">described, not named</span></span></li>
<li>${sample('time', 'Time or date', '2025-06-02')} ${sample('amount', 'Amount', LABELS.amount)} ${sample('mention', 'he', '= who is meant')} <span class="voice speaker v1"><span class="tag">speaker 1</span>Speaker</span> and <span class="voice direct v1"><span class="tag">said 1</span>“words said”</span></li>
<li>Claims: <span class="shape verbal-cooperation">●</span> verbal and <span class="shape material-cooperation">■</span> material co-operation, <span class="shape verbal-conflict">▲</span> verbal and <span class="shape material-conflict">◆</span> material conflict</li>
<li>Point at a mark, or tap it, to see what is known of it. “Words and dependencies” opens the syntax of a sentence (Universal Dependencies).</li>
</ul>`
}
