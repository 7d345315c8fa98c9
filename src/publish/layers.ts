import { createHash } from 'node:crypto'
import { counted } from '../core/counted.ts'
import { within } from '../core/span.ts'
import type { Article, Claim, Doc } from '../core/types.ts'
import { writeStamp } from './dates.ts'
import { writeCounts } from './layers-details.ts'
import { chips, legend, passageHtml } from './layers-inline.ts'
import { type Line, linesOf, type Mark, marksOf } from './layers-marks.ts'
import { LAYERS } from './layers-style.ts'
import { wordsHtml, wordsOf } from './layers-words.ts'
import { webLink } from './links.ts'
import { html, type Markup, raw } from './markup.ts'
import { external, langAttribute } from './sentence.ts'
import { STYLE } from './style.ts'

const CSS = STYLE + LAYERS

/** Articles longer than this are cut, in UTF-16 code units. */
const LONGEST = 200_000

/** One article of the page, ready to be put into it. */
export type LayersArticle = { readonly title: string; readonly markup: Markup }

/** An article with its layers and claims; `number` is its place on the page, from 1. */
export function layersArticle(doc: Doc, claims: readonly Claim[], number: number): LayersArticle {
  const { article, layers } = doc
  const title = article.title || '(no title)'
  const marks = marksOf(layers, article.text)
  const all = linesOf(article, layers)
  const lines = all.filter(({ span }) => span.end <= LONGEST)
  const order = new Map(layers.token.map((token, i) => [token, i]))
  let sentences = 0
  const rows = lines.map(line => {
    if (line.sentence) sentences++
    const tokens = line.sentence ? within(layers.token, line.span) : []
    const first = (tokens[0] && order.get(tokens[0])) ?? 0
    const own = marks.filter(mark => mark.span.start < line.span.end && line.span.start < mark.span.end)
    const words = wordsOf(article.text, tokens, first, own)
    return row(doc, line, own, claims, line.sentence ? sentences : undefined, wordsHtml(words, sentences))
  })
  return {
    title,
    markup: html`<article id="a${number}" aria-labelledby="t${number}">
<header><h2 id="t${number}"${langAttribute(article.lang)} dir="auto">${title}</h2><p class="about">${about(article)}</p><p class="about">${found(doc, claims)}</p></header>
${layers.sentence.length === 0 && html`<p class="hint">No layers: articles in this language${article.lang !== 'und' && html` (${article.lang})`} are not read yet. This is their text.</p>`}
<div class="lines"${langAttribute(article.lang)}>${rows}</div>
${lines.length < all.length && html`<p class="hint cut">Cut here: the article has ${article.text.length} characters; this page shows the sentences within the first ${LONGEST}. <code>--json</code> gives all.</p>`}
</article>
`,
  }
}

function about({ publisher, published, url, lang }: Article): Markup {
  const link = webLink(url)
  const parts = [
    publisher !== '' && html`<bdi class="pub">${publisher}</bdi>`,
    published && html`<time datetime="${published.value}">${writeStamp(published)}</time>`,
    lang !== 'und' && html`${lang}`,
    url !== undefined && (link ? external(link, html`<bdi>${link}</bdi>`) : html`<bdi>${url}</bdi>`),
  ].filter(part => typeof part === 'object')
  return html`${parts.map((part, i) => html`${i > 0 && ' · '}${part}`)}`
}

function found({ layers }: Doc, claims: readonly Claim[]): string {
  return writeCounts([
    [layers.sentence.length, 'sentence'],
    [layers.name.length, 'name'],
    [layers.place.length, 'place'],
    [layers.time.length, 'time'],
    [layers.amount.length, 'amount'],
    [layers.quote.length, 'quotation'],
    [claims.length, 'claim'],
  ])
}

function row(
  { article }: Doc,
  { span, sentence, opens }: Line,
  marks: readonly Mark[],
  claims: readonly Claim[],
  number: number | undefined,
  words: Markup,
): Markup {
  const own = claims.filter(claim => claim.sentence.start >= span.start && claim.sentence.start < span.end)
  const kind = `line${opens ? ' opens' : ''}${sentence?.value.kind === 'heading' ? ' heading' : ''}`
  return html`<div class="${kind}"><span class="num">${number ?? ''}</span><div class="said-text" dir="auto">${passageHtml(article, span, marks)}</div>${own.length > 0 && chips(article, own)}${words}</div>
`
}

/** All layers of some articles as one HTML page that needs nothing else and runs no script. */
export function layersPage(articles: readonly LayersArticle[]): string {
  const contents = articles.map(({ title }, i) => html`<li><a href="#a${i + 1}" dir="auto">${title}</a></li>`)
  const title = articles.length === 1 ? (articles[0]?.title ?? '') : counted(articles.length, 'article')
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dragoman">
<title>What is read in: ${title}</title>
<link rel="icon" href="data:,">
<style>${raw(CSS)}</style>
</head>
<body class="layers">
<a class="skip" href="#main">Skip to the text</a>
<header class="top"><p class="kicker">Dragoman</p><h1>What is read in ${articles.length === 1 ? 'this article' : counted(articles.length, 'article')}</h1>
${legend()}
${articles.length > 1 && html`<nav aria-label="Articles"><ol class="contents">${contents}</ol></nav>`}</header>
<main id="main" tabindex="-1">
${articles.map(article => article.markup)}</main>
<footer><p>Names, times, places, amounts, quotations, syntax and claims as <code>dragoman read --html</code> reads them; <code>--json</code> gives the same with offsets. No language model took part.</p></footer>
</body>
</html>
`.markup
}

function policy(): string {
  const hash = createHash('sha256').update(CSS).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
}
