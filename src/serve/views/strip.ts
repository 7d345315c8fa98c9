import { type Day, weekday, writeDay } from '../../core/day.ts'
import { html, type Markup, raw } from '../../publish/markup.ts'
import type { DayCount } from '../../run/index.ts'

/** Heights in pixels: each side of the line, then the reports, then the ticks. */
const SIDE = 31
const REPORTS = { top: 68, bottom: 82 }
const TICKS = 86
/** Of a bar at its widest: so many of the pixels of a wide screen. */
const WIDEST = 10 / 1200

/**
 * The days of a crisis as one drawing that takes the width there is: co-operation above the line, conflict below, words
 * hollow, deeds filled; under it a bar for the reports of each day and a tick a day. The days after `here` are faded.
 */
export function strip(days: readonly DayCount[], here: number, label: string, plain = false): Markup {
  const last = Math.max(1, days.length - 1)
  const width = Math.min(0.62, WIDEST * last)
  const bottom = plain ? SIDE * 2 + 1 : TICKS
  const drawn = html`<svg width="100%" height="${bottom}" viewBox="0 0 ${last} ${bottom}" preserveAspectRatio="none" overflow="visible">${bars(days, width)}<path class="line" d="M${fixed(-width)} ${SIDE}H${fixed(last + width)}"/>${!plain && reports(days, width)}${!plain && ticks(days)}${!plain && cursor(here, last, width)}</svg>`
  return html`<svg class="strip" width="100%" height="${plain ? bottom : TICKS + 17}" role="img" aria-label="${label}">${drawn}${!plain && names(days)}</svg>`
}

function bars(days: readonly DayCount[], width: number): Markup {
  const highest = Math.max(1, ...days.flatMap(day => [day.cooperation, day.conflict]))
  const tall = (count: number) => (count * (SIDE - 2)) / highest
  const up = (from: number, count: number) => ({ y: SIDE - 0.5 - tall(from + count), height: tall(count) })
  const down = (from: number, count: number) => ({ y: SIDE + 0.5 + tall(from), height: tall(count) })
  const kinds: readonly (readonly [string, (day: DayCount) => Box])[] = [
    ['material-cooperation', day => up(0, day.materialCooperation)],
    ['verbal-cooperation', day => up(day.materialCooperation, day.cooperation - day.materialCooperation)],
    ['material-conflict', day => down(0, day.materialConflict)],
    ['verbal-conflict', day => down(day.materialConflict, day.conflict - day.materialConflict)],
  ]
  return html`${kinds.map(([kind, box]) => html`<path class="${kind}" d="${columns(days.map(box), width)}"/>`)}`
}

type Box = { readonly y: number; readonly height: number }

function columns(boxes: readonly Box[], width: number): string {
  return boxes
    .map(({ y, height }, i) =>
      height > 0 ? `M${fixed(i - width / 2)} ${fixed(y)}h${fixed(width)}v${fixed(height)}h${fixed(-width)}z` : '',
    )
    .join('')
}

function reports(days: readonly DayCount[], width: number): Markup {
  const most = Math.max(1, ...days.map(day => day.reports))
  const boxes = days.map(day => {
    const height = (day.reports * (REPORTS.bottom - REPORTS.top)) / most
    return { y: REPORTS.bottom - height, height }
  })
  return html`<path class="reports" d="${columns(boxes, width)}"/>`
}

function ticks(days: readonly DayCount[]): Markup {
  const marks = days.map(({ day }, i) => `M${i} ${REPORTS.bottom + 1}v${weekday(day) === 1 ? 4 : 2}`)
  return html`<path class="ticks" d="${marks.join('')}"/>`
}

/** What the script moves: the line at the day looked from, and the veil over what came after. */
function cursor(here: number, last: number, width: number): Markup {
  const from = here + width / 2 + 0.06
  return html`<rect class="later" x="${fixed(from)}" y="-2" width="${fixed(Math.max(0, last + width - from))}" height="${REPORTS.bottom + 2}"/><path class="here" d="M${here} -4V${TICKS}"/>`
}

const FEW = 60
/** A label nearer to an end than this part of the whole would run into the label there. */
const NEAR_END = 0.12

/** Dates under the ticks: the two ends, and between them the Mondays, of a long crisis the months. */
function names(days: readonly DayCount[]): Markup {
  const last = days.length - 1
  const isNamed = ({ day }: DayCount) => (days.length <= FEW ? weekday(day) === 1 : day.endsWith('-01'))
  const inner = days.flatMap((day, i) =>
    isNamed(day) && i > last * NEAR_END && i < last * (1 - NEAR_END) ? [{ day: day.day, i }] : [],
  )
  const text = (day: Day, i: number, anchor: string, second: boolean) =>
    html`<text${second && raw(' class="second"')} x="${fixed((i * 100) / Math.max(1, last))}%" y="${TICKS + 14}" ${anchor !== 'middle' && html` dx="${anchor === 'start' ? -5 : 5}"`} text-anchor="${anchor}">${short(day, days.length)}</text>`
  const [first, end] = [days[0], days[last]]
  return html`${first && text(first.day, 0, 'start', false)}${inner.map(({ day, i }, n) => text(day, i, 'middle', n % 2 === 1))}${end && last > 0 && text(end.day, last, 'end', false)}`
}

function short(day: Day, count: number): string {
  const [number = '', month = ''] = writeDay(day, false).split(' ')
  if (count <= FEW) return `${number} ${month.slice(0, 3)}`
  return day.endsWith('-01-01') ? day.slice(0, 4) : month.slice(0, 3)
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100)
}
