import { createHash } from 'node:crypto'
import type { Briefing } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import { changesLine } from './changes.ts'
import { pageData } from './data.ts'
import { LAYOUT } from './layout.ts'
import { linkedData } from './linked-data.ts'
import { MAP_STYLE } from './map/style.ts'
import { html, type Markup, raw, scriptJson } from './markup.ts'
import { SCRIPT } from './script.ts'
import { prose, type Section, sections } from './sections.ts'
import { type Page, pageOf, paragraphs, row, sentenceHtml } from './sentence.ts'
import { STYLE } from './style.ts'

const CSS = STYLE + MAP_STYLE + LAYOUT

/**
 * The briefing as one HTML page that needs nothing else: no request, no script to read it. The same briefing gives the
 * same bytes. Text from reports is escaped; the page's own policy refuses every script and style but its own two; data are blocks that nothing runs.
 */
export function toHtml(briefing: Briefing): string {
  const page = pageOf(briefing)
  const parts = sections(page)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Dragoman">
<title>${briefing.headline[0].text}</title>
<link rel="icon" href="data:,">
<style>${raw(CSS)}</style>
<script type="application/ld+json">${raw(scriptJson(linkedData(briefing)))}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the briefing</a>
${masthead(page, parts)}
<main id="main" tabindex="-1">
${briefing.lead.length > 0 && html`<section class="lead" aria-label="Lead">${prose(page, briefing.lead)}</section>`}
${parts.map(section)}
</main>
${footer(briefing)}
<div id="drawer" class="drawer" role="region" aria-labelledby="drawer-title" hidden></div>
<script id="data" type="application/json">${raw(scriptJson(pageData(briefing, page.receipts)))}</script>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.markup
}

function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(CSS)}; img-src data:; base-uri 'none'; form-action 'none'`
}

function masthead(page: Page, parts: readonly Section[]): Markup {
  const { headline, asOf, counts, topic, changes } = page.briefing
  const [first, ...others] = headline
  const links = parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  const body = html`<p class="kicker">Briefing <span><bdi>${topic.words}</bdi></span></p>
<h1>${sentenceHtml(page, first)}</h1>
${others.length > 0 && html`<div class="deck">${paragraphs(page, others)}</div>`}<p class="asof">As of <time datetime="${asOf}">${writeDay(asOf)}</time> · ${counted(counts.reports, 'report')}, ${counted(counts.lineages, 'independent origin')}</p>${changes && html`<p class="asof"><a href="#changed">Since ${writeDay(changes.since)}</a>: ${changesLine(changes)}</p>`}`
  return html`<header class="top"><div class="row">${row(page, headline, body)}</div>
${parts.length > 0 && html`<div class="row"><nav class="body" aria-label="Sections"><ul>${links}</ul></nav></div>`}</header>`
}

function section({ id, title, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="h-${id}"><div class="row"><h2 class="body" id="h-${id}">${title}</h2></div>${body}</section>
`
}

function footer(briefing: Briefing): Markup {
  const { counts, versions, notices } = briefing
  const rules = Object.entries(versions).map(([stage, version]) => `${stage} ${version}`)
  const told = notices.map(
    ({ code, message, cure }) => html`<li><code>${code}</code> <bdi>${message}</bdi> <bdi>${cure}</bdi></li>`,
  )
  return html`<footer><div class="row"><div class="body">
<h2>How this page was made</h2>
<p>Every sentence above is copied from the reports listed, but for dates and names written out and words left out by named rules. No language model took part. ${counted(counts.setAside, 'report')} off the topic or out of its time ${counts.setAside === 1 ? 'was' : 'were'} set aside.</p>
${
  briefing.places.length > 0 &&
  html`<p>Map: <a href="https://www.naturalearthdata.com/" rel="noopener noreferrer external">Natural Earth</a>, public domain. Places: our own list and <a href="https://www.geonames.org/" rel="noopener noreferrer external">GeoNames</a>, CC BY 4.0.</p>
`
}<p>Check it against the reports: <code>dragoman verify briefing.json</code></p>
<p>The same briefing as <a href="briefing.md">Markdown</a> and as <a href="briefing.json">JSON</a>; its places as <a href="briefing.geojson">GeoJSON</a>. Rules: <span class="small">${rules.join(', ')}</span></p>
${told.length > 0 && html`<details><summary>${counted(told.length, 'notice')} about the input</summary><ul class="links">${told}</ul></details>`}
</div></div></footer>`
}
