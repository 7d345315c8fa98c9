import type { Briefing, Sentence } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDay } from '../core/day.ts'
import { changesLine } from './changes.ts'
import { pageData } from './data.ts'
import { html, type Markup, raw, scriptJson } from './markup.ts'
import { prose, type Section } from './sections.ts'
import { type Page, paragraphs, row, sentenceHtml } from './sentence.ts'

type Leading = {
  readonly headline: readonly Sentence[]
  readonly lead: readonly Sentence[]
  /** Of the headline, what an editor has hidden. */
  readonly hidden: readonly Sentence[]
}

/** What stands on top. Where the whole headline is hidden, the first sentence of the lead that is shown takes its place. */
export function leading({ briefing: { headline, lead }, overlay }: Pick<Page, 'briefing' | 'overlay'>): Leading {
  const isShown = (sentence: Sentence) => !overlay?.hides(sentence)
  const shown = headline.filter(isShown)
  const hidden = headline.filter(sentence => !isShown(sentence))
  if (shown.length > 0) return { headline: shown, lead, hidden }
  const next = lead.find(isShown)
  return { headline: next ? [next] : [], lead: lead.filter(sentence => sentence !== next), hidden }
}

/** Headline, day and what it rests on; links to the sections. */
export function masthead(page: Page, parts: readonly Section[]): Markup {
  const { asOf, counts, topic, changes } = page.briefing
  const { headline, hidden } = leading(page)
  const [first, ...others] = [...headline, ...hidden]
  const title = headline.length > 0 && first ? sentenceHtml(page, first) : html`<bdi>${topic.words}</bdi>`
  const deck = headline.length > 0 ? others : hidden
  const links = parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  const body = html`<p class="kicker">Briefing <span><bdi>${topic.words}</bdi></span></p>
<h1>${title}</h1>
${deck.length > 0 && html`<div class="deck">${paragraphs(page, deck)}</div>`}<p class="asof">As of <time datetime="${asOf}">${writeDay(asOf)}</time> · ${counted(counts.reports, 'report')}, ${counted(counts.lineages, 'independent origin')}</p>${changes && html`<p class="asof"><a href="#changed">Since ${writeDay(changes.since)}</a>: ${changesLine(changes)}</p>`}`
  return html`<header class="top"><div class="row">${row(page, [...headline, ...hidden], body)}</div>
${parts.length > 0 && html`<div class="row"><nav class="body" aria-label="Sections"><ul>${links}</ul></nav></div>`}</header>`
}

/** Lead and sections. */
export function sheet(page: Page, parts: readonly Section[]): Markup {
  const { lead } = leading(page)
  return html`${lead.length > 0 && html`<section class="lead" aria-label="Lead">${prose(page, lead)}</section>`}
${parts.map(section)}`
}

/** What the script of the page reads: the passages behind each sentence. */
export function dataBlock({ briefing, receipts }: Page): Markup {
  return html`<script id="data" type="application/json">${raw(scriptJson(pageData(briefing, receipts)))}</script>`
}

function section({ id, title, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="h-${id}"><div class="row"><h2 class="body" id="h-${id}">${title}</h2></div>${body}</section>
`
}

/** How the page was made, and where the same is to be had in other formats. */
export function footer(briefing: Briefing, formats: Markup): Markup {
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
<p>${formats} Rules: <span class="small">${rules.join(', ')}</span></p>
${told.length > 0 && html`<details><summary>${counted(told.length, 'notice')} about the input</summary><ul class="links">${told}</ul></details>`}
</div></div></footer>`
}
