import type { Briefing, Development } from '../core/briefing.ts'
import { writeDay } from '../core/day.ts'
import { contains } from '../core/span.ts'
import type { Evidence } from '../core/types.ts'
import { writeBasis } from './basis.ts'
import { splitWhen } from './dates.ts'
import { kindLabel, QUADRANTS, type Quadrant, quadrantOf, STATUS } from './kinds.ts'
import { html, type Markup } from './markup.ts'
import { type Page, paragraphs, row } from './sentence.ts'

/** Dated entries on a vertical rule: shape and colour for the kind, a bar for what lasted, hollow for what is to come. */
export function timeline(page: Page): Markup {
  const { developments, asOf } = page.briefing
  const items = developments.map((entry, i) => {
    const ahead = entry.when.earliest > asOf
    const opensFuture = ahead && !developments.slice(0, i).some(other => other.when.earliest > asOf)
    return html`${opensFuture && html`<li class="now"><span>as of ${writeDay(asOf)}</span></li>`}${item(page, entry, developments[i - 1], ahead)}`
  })
  return html`${legend(page.briefing)}<ol class="timeline">${items}</ol>`
}

function item(page: Page, entry: Development, earlier: Development | undefined, ahead: boolean): Markup {
  const { text, year } = splitWhen(entry.when)
  const showYear = year !== '' && (earlier === undefined || splitWhen(earlier.when).year !== year)
  const lasting = entry.when.earliest !== entry.when.latest
  const status = STATUS[entry.status]
  const written = html`${text}${year !== '' && html` <span class="${showYear ? 'year' : 'year same'}">${year}</span>`}`
  const stamp = dated(entry, written, page.briefing)
  const label = html`${stamp}${status !== '' && html` <span class="status">${status}</span>`}`
  const kind = `${lasting ? 'lasting ' : ''}${ahead ? 'ahead' : ''}`.trim()
  const clash = clashOf(page.briefing, entry)
  const body = html`${paragraphs(page, entry.sentences)}${clash > 0 && html`<p class="clash"><a href="#x${clash}">${SPLIT}reports disagree</a></p>`}`
  return html`<li class="row${kind !== '' && html` ${kind}`}">${marker(entry, lasting)}${row(page, entry.sentences, body, label)}</li>`
}

/** The date of an entry; how exact it is and how it is known shows where the pointer or the keyboard rests on it. */
function dated(entry: Development, written: Markup, briefing: Briefing): Markup {
  const basis = writeBasis(briefing, entry)
  const { earliest } = entry.when
  if (basis === undefined) return html`<time datetime="${earliest}">${written}</time>`
  const id = `d${briefing.developments.indexOf(entry) + 1}`
  return html`<span class="dated"><time datetime="${earliest}" tabindex="0" aria-describedby="${id}">${written}</time><span class="basis" id="${id}" role="tooltip">${basis}</span></span>`
}

/** The number of the first disagreement about a value that a passage of the entry gives; 0 when there is none. */
function clashOf({ disagreements }: Briefing, { sentences }: Development): number {
  const passages = sentences.flatMap(sentence => sentence.evidence)
  const holds = (value: Evidence) =>
    passages.some(at => at.article === value.article && at.in === value.in && contains(at.span, value.span))
  return disagreements.findIndex(({ readings }) => readings.some(({ value }) => value.evidence.some(holds))) + 1
}

/** The mark of a disagreement: one line that parts in two. */
export const SPLIT = html`<svg class="split" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M8 15V9L2.5 2M8 9l5.5-7"/></svg>`

function marker(entry: Development, lasting: boolean): Markup {
  const quadrant = entry.type && quadrantOf(entry.type)
  const hollow = entry.status !== 'happened'
  return html`<span class="rail${quadrant && html` ${quadrant}`}">${shape(quadrant, hollow, kindLabel(entry.type, entry.status))}${lasting && html`<span class="bar"></span>`}</span>`
}

/** The shape of a quadrant as SVG; with a name it is an image, without one an ornament. */
export function shape(quadrant: Quadrant | undefined, hollow: boolean, name?: string): Markup {
  const drawn = SHAPES[quadrant ? QUADRANTS[quadrant].shape : 'dot'] ?? html``
  const role = name === undefined ? html` aria-hidden="true"` : html` role="img" aria-label="${name}"`
  return html`<svg class="${hollow ? 'k hollow' : 'k'}" viewBox="0 0 16 16" width="16" height="16"${role}>${drawn}</svg>`
}

/** The shape of a quadrant alone, in a box of 16 by 16. */
export function shapePath(quadrant: Quadrant): Markup {
  return SHAPES[QUADRANTS[quadrant].shape] ?? html``
}

const SHAPES: Readonly<Record<string, Markup>> = {
  circle: html`<circle cx="8" cy="8" r="5.5"/>`,
  square: html`<path d="M3 3h10v10H3z"/>`,
  triangle: html`<path d="M8 2l6.5 11.5h-13z"/>`,
  diamond: html`<path d="M8 1.2L14.8 8 8 14.8 1.2 8z"/>`,
  dot: html`<circle cx="8" cy="8" r="3.5"/>`,
}

function legend({ developments }: Briefing): Markup {
  const present = new Set(developments.flatMap(({ type }) => (type ? [quadrantOf(type)] : [])))
  const keys = (Object.keys(QUADRANTS) as Quadrant[]).filter(quadrant => present.has(quadrant))
  const items = keys.map(q => html`<li><span class="${q}">${shape(q, false)}</span> ${QUADRANTS[q].label}</li>`)
  const ahead = developments.some(({ status }) => status !== 'happened')
  if (items.length === 0) return html``
  return html`<ul class="legend" aria-label="Kinds of event">${items}${ahead && html`<li>${shape(undefined, true)} hollow: not yet reported as done</li>`}</ul>`
}
