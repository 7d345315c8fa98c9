import type { Briefing, Development } from '../../core/briefing.ts'
import { counted } from '../../core/counted.ts'
import { addDays, type Day, daysBetween, daysInMonth, partsOf, weekday, writeDay } from '../../core/day.ts'
import { groupBy } from '../../core/order.ts'
import { writeBasis } from '../../publish/basis.ts'
import { FORMATS } from '../../publish/index.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { dateOf, empty, heading, kindOf, names, originsOf, passage } from './data-parts.ts'
import type { Seen } from './data-request.ts'
import type { Texts } from './data-texts.ts'
import { type NameActor, STATUS_MOODS } from './data-words.ts'
import { framed } from './frame.ts'
import { queryOf, viewPath } from './routes.ts'

type Articles = Parameters<typeof passage>[0]

/** What the reports say is to come, and what was to come and nobody has told of since. */
export async function expectedView(seen: Seen, texts: Texts, nameOf: NameActor): Promise<Response> {
  const { context, crisis, asOf, briefing, events } = seen
  const ahead = briefing.developments.filter(({ status }) => status === 'expected')
  const due = briefing.developments.filter(({ status }) => status === 'due')
  const all = [...ahead, ...due].flatMap(({ sentences }) => sentences.flatMap(({ evidence }) => evidence))
  const articles = await texts(all.map(({ article }) => article))
  const show = (entry: Development) => entryOf(entry, { briefing, articles, nameOf })
  const file = FORMATS.find(({ id }) => id === 'ical')?.file ?? ''
  const name = encodeURIComponent(crisis.crisis.name)
  const announced = events.filter(
    ({ flags, when: [first] }) => flags.future && (first?.value.latest ?? '') > briefing.asOf,
  )
  const more = viewPath(crisis.crisis.name, 'events', {
    mood: 'announced',
    from: addDays(briefing.asOf, 1),
    'as-of': asOf,
  })
  const about = html`What reports known by ${day(briefing.asOf)} announce. An announced date is no outcome: each stays here until a report says what came of it.`
  const tools = html`<p class="tools">${ahead.length > 0 && html`<a href="/c/${name}/${file}${queryOf({ 'as-of': asOf })}">Take these into a calendar (iCalendar)</a>`}${announced.length > 0 && html` <a href="${more}">All passages that announce something for later (${counted(announced.length, 'event')})</a>`}</p>`
  const nothing = empty(
    'Nothing on the page is still to come.',
    html`<p>No report known by ${day(briefing.asOf)} announces something with a date that the page takes up.</p>`,
  )
  const overdue =
    due.length > 0 &&
    html`<section class="due"><h2>Was due, outcome not reported</h2><p class="small">The day is over and no report on the page says whether it took place.</p><ol class="agenda">${due.map(show)}</ol></section>`
  const list =
    ahead.length > 0
      ? html`<section><h2>To come</h2><div class="with-months">${agenda(ahead, briefing.asOf, show)}${months(ahead, briefing.asOf)}</div></section>`
      : nothing
  return framed(context, {
    title: 'Expected',
    body: html`${heading('Expected', about)}${tools}${list}${overdue}`,
    crisis,
    asOf,
    view: 'expected',
  })
}

function day(value: Day): Markup {
  return html`<time datetime="${value}">${writeDay(value)}</time>`
}

function agenda(ahead: readonly Development[], asOf: Day, show: (entry: Development) => Markup): Markup {
  const days = [...groupBy(ahead, ({ when }) => `${when.earliest} ${when.latest}`).values()]
  const items = days.flatMap(([first, ...rest]) => {
    if (!first) return []
    const { earliest, latest } = first.when
    const anchor = earliest === latest && html` id="x-${earliest}"`
    return [
      html`<li class="agenda-day"${anchor}><h3>${dateOf(first.when)} <span class="small">${until(first, asOf)}</span></h3><ol>${[first, ...rest].map(show)}</ol></li>`,
    ]
  })
  return html`<ol class="agenda">${items}</ol>`
}

function until({ when }: Development, asOf: Day): string {
  const days = daysBetween(asOf, when.earliest)
  if (days <= 0) return 'under way or undecided within this time'
  return days === 1 ? 'the day after the page' : `${days} days after the page`
}

type Shown = { readonly briefing: Briefing; readonly articles: Articles; readonly nameOf: NameActor }

function entryOf(entry: Development, { briefing, articles, nameOf }: Shown): Markup {
  const { when, status, type, actors, places, sentences } = entry
  const basis = writeBasis(briefing, entry)
  const origins = Math.max(...sentences.map(({ lineages }) => lineages))
  const passages = sentences.flatMap(({ evidence }) => evidence)
  const one = passages.filter((at, i) => passages.findIndex(other => other.article === at.article) === i)
  return html`<li class="agenda-entry"><p class="kind-line">${status === 'due' && html`${dateOf(when)} · `}${type && kindOf(type, undefined, STATUS_MOODS[status])} <span class="small">${originsOf(origins, one.length)}</span></p>
${sentences.map(({ text }) => html`<p class="told" dir="auto">${text}</p>`)}<dl class="facts">${actors.length > 0 && html`<div><dt>Who</dt><dd>${names(actors.map(nameOf))}</dd></div>`}${places.length > 0 && html`<div><dt>Where</dt><dd>${names(places)}</dd></div>`}${basis !== undefined && html`<div><dt>Date</dt><dd>${basis}</dd></div>`}</dl>
<ul class="passages">${one.map(at => html`<li>${passage(articles, at)}</li>`)}</ul></li>`
}

const MOST_MONTHS = 6
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The months in which something is due to a day, as leaves of a calendar. */
function months(ahead: readonly Development[], asOf: Day): Markup {
  const days = new Set(ahead.flatMap(({ when }) => (when.earliest === when.latest ? [when.earliest] : [])))
  const leaves = [...new Set([...days].map(day => day.slice(0, 7)))].sort().slice(0, MOST_MONTHS)
  if (leaves.length === 0) return html``
  return html`<div class="months">${leaves.map(month => leaf(month, days, asOf))}</div>`
}

function leaf(month: string, days: ReadonlySet<Day>, asOf: Day): Markup {
  const first = `${month}-01`
  const { year, month: number } = partsOf(first)
  const [before, length] = [weekday(first) - 1, daysInMonth(year, number)]
  const weeks = Math.ceil((before + length) / 7)
  const cell = (i: number): Markup => {
    const date = i - before + 1
    if (date < 1 || date > length) return html`<td></td>`
    const day = addDays(first, date - 1)
    if (days.has(day)) return html`<td class="on"><a href="#x-${day}" aria-label="${writeDay(day)}">${date}</a></td>`
    return html`<td${day === asOf && html` class="as-of"`}>${date}</td>`
  }
  const rows = Array.from({ length: weeks }, (_, week) => {
    return html`<tr>${Array.from({ length: 7 }, (_, i) => cell(week * 7 + i))}</tr>`
  })
  const heads = WEEKDAYS.map(name => html`<th scope="col"><abbr title="${name}">${name.slice(0, 2)}</abbr></th>`)
  return html`<table class="month"><caption>${writeDay(first).replace(/^1 /u, '')}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}
