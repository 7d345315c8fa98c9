import { counted } from '../../core/counted.ts'
import { type Day, writeDay } from '../../core/day.ts'
import { QUADRANTS, type Quadrant } from '../../publish/index.ts'
import { html, type Markup, raw, scriptJson } from '../../publish/markup.ts'
import { shape } from '../../publish/timeline.ts'
import type { CrisisState, DayCount } from '../../run/index.ts'
import { strip } from './strip.ts'

/** The days of a crisis, from which its views can be looked at; `address` gives that of a view of a day. */
export type Slider = {
  readonly crisis: CrisisState
  readonly asOf?: Day | undefined
  readonly address: (day: Day | undefined) => string
  /** What a form without scripts sends besides the day. */
  readonly kept: readonly (readonly [string, string])[]
}

/**
 * A form of a list of days and links to the next ones, which work without scripts; a script puts a slider over the drawing.
 * Empty for a crisis of a single day.
 */
export function sliderOf({ crisis, asOf, address, kept }: Slider): Markup {
  const { days } = crisis
  const here = placeOf(days, asOf)
  const [day, last] = [days[here], days.length - 1]
  if (!day || days.length < 2) return html``
  const at = (i: number) => (i >= last ? undefined : days[i]?.day)
  const step = (i: number, rel: string, label: string, mark: string) =>
    days[i]
      ? html`<a class="step" rel="${rel}" href="${address(at(i))}" title="${label}"><span aria-hidden="true">${mark}</span><span class="visually-hidden">${label}</span></a>`
      : html`<a class="step" rel="${rel}" aria-disabled="true" role="link"><span aria-hidden="true">${mark}</span><span class="visually-hidden">${label}</span></a>`
  const data = days.map(one => [one.day, one.reports, one.cooperation, one.conflict])
  return html`<section class="slider" aria-label="The day looked from">
<div class="slider-line"><p class="slider-day"><b>${writeDay(day.day)}</b> <span>${holds(day)}</span></p><p class="slider-steps">${step(here - 1, 'prev', 'The day before', '‹')}<button type="button" class="play" hidden>Play</button>${step(here + 1, 'next', 'The day after', '›')}<a class="newest" href="${address(undefined)}"${here === last && raw(' hidden')}>Newest page</a></p></div>
<div class="slider-box">${strip(days, here, `Reports and events of ${counted(days.length, 'day')}, ${writeDay(days[0]?.day ?? day.day)} to ${writeDay(days[last]?.day ?? day.day)}`)}<input type="range" hidden min="0" max="${last}" step="1" value="${here}" aria-label="Day looked from" aria-valuetext="${writeDay(day.day)}, ${holds(day)}"></div>
<noscript><form class="slider-form" method="get"><label>As of <select class="field" name="as-of">${days.map((one, i) => html`<option value="${one.day}"${i === here && raw(' selected')}>${writeDay(one.day)}: ${holds(one)}</option>`)}</select></label>${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)} <button class="button">Show</button></form></noscript>
<p class="strip-legend">${legend()}<span><i class="report-key"></i> reports</span><span class="how">events are counted by independent origins</span></p>
<script type="application/json" id="days">${raw(scriptJson(data))}</script>
</section>`
}

/** Above the line co-operation, below it conflict; filled are deeds, hollow words. */
function legend(): Markup {
  const keys = Object.keys(QUADRANTS) as Quadrant[]
  return html`${keys.map(one => html`<span><span class="${one}">${shape(one, one.startsWith('verbal'))}</span> ${QUADRANTS[one].label} ${one.endsWith('cooperation') ? '↑' : '↓'}</span>`)}`
}

/** "5 reports, co-operation 20, conflict 3": origins behind the events of a day, and its reports. */
export function holds({ reports, cooperation, conflict }: DayCount): string {
  return `${reports === 0 ? 'no report' : counted(reports, 'report')}, co-operation ${cooperation}, conflict ${conflict}`
}

/** The place of a day among the days; of none, and of a later one, the last. */
export function placeOf(days: readonly DayCount[], asOf: Day | undefined): number {
  const found = asOf === undefined ? -1 : days.findIndex(({ day }) => day >= asOf)
  return found < 0 ? days.length - 1 : found
}
