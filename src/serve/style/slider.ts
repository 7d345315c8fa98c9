/** The days of a crisis over each of its views; the thumb is a knob on the line that the drawing has. */
export const SLIDER_STYLE = `
.slider { width: min(100% - 48px, 77rem); margin: 0 auto; padding: 8px 0; border-bottom: 1px solid var(--rule); font: .875rem/1.25rem var(--sans); }
.slider-line { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 24px; min-height: 32px; margin-bottom: 8px; }
.slider-day b { font: 1.25rem/1.75rem var(--serif); margin-right: 10px; }
.slider-day span { color: var(--soft); }
.slider-steps { display: flex; align-items: center; gap: 6px; margin-left: auto; }
.slider-steps .newest { margin: 0 8px; order: -1; }
.step, .play { font: .875rem/1.25rem var(--sans); color: var(--ink); background: none; border: 1px solid var(--dash); border-radius: 4px; min-width: 32px; height: 32px; padding: 5px 8px; text-align: center; text-decoration: none; cursor: pointer; }
.play { min-width: 64px; }
.step[hidden], .play[hidden], .newest[hidden] { display: none; }
.step:hover, .play:hover { background: var(--on); }
.step[aria-disabled] { color: var(--soft); border-color: var(--rule); background: none; cursor: default; }
.slider-box { position: relative; margin: 0 9px; }
.strip { display: block; overflow: visible; }
.strip path { vector-effect: non-scaling-stroke; }
.strip .material-cooperation, .strip .material-conflict { fill: currentColor; }
.strip .verbal-cooperation, .strip .verbal-conflict { fill: var(--paper); stroke: currentColor; stroke-width: 1.2; }
.strip .line { fill: none; stroke: var(--dash); stroke-width: 1; }
.strip .reports { fill: var(--dash); }
.strip .ticks { fill: none; stroke: var(--dash); stroke-width: 1; }
.strip .later { fill: var(--paper); opacity: .68; }
.strip .here { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.strip text { font: .75rem var(--sans); fill: var(--soft); }
.slider-box input { position: absolute; left: -9px; top: -4px; width: calc(100% + 18px); height: 96px; margin: 0; background: none; cursor: pointer; -webkit-appearance: none; appearance: none; border-radius: 4px; touch-action: pan-y; forced-color-adjust: none; }
.slider-box input[hidden] { display: none; }
.slider-box input:focus { outline: none; }
.slider-box input::-webkit-slider-runnable-track { height: 96px; background: none; }
.slider-box input::-moz-range-track { height: 96px; background: none; }
.slider-box input::-webkit-slider-thumb { -webkit-appearance: none; appearance: none; width: 18px; height: 96px; border: 0; background: radial-gradient(circle at 50% 84px, var(--ink) 7.5px, transparent 8.5px); }
.slider-box input::-moz-range-thumb { width: 18px; height: 96px; border: 0; border-radius: 0; background: radial-gradient(circle at 50% 84px, var(--ink) 7.5px, transparent 8.5px); }
.slider-box input:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
.strip-legend { display: flex; flex-wrap: wrap; gap: 0 16px; font-size: .75rem; color: var(--soft); padding-top: 2px; }
.strip-legend .k { width: 10px; height: 10px; vertical-align: -1px; }
.report-key { display: inline-block; width: 4px; height: 10px; background: var(--dash); vertical-align: -1px; margin-right: 3px; }
.slider-form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 4px 0 8px; }
@media (max-width: 47.99rem) {
  .slider { width: calc(100% - 40px); }
  .slider-line { flex-wrap: nowrap; align-items: start; gap: 16px; }
  .slider-day { flex: 1; }
  .slider-day b { display: block; white-space: nowrap; }
  .slider-steps { flex-wrap: wrap; justify-content: end; width: 166px; flex: none; }
  .slider-steps .newest { order: 3; margin: 0; }
  .step, .play { height: 40px; min-width: 44px; }
  .strip .second { display: none; }
  .strip-legend { gap: 0 12px; }
  .strip-legend .how { display: none; }
}
`
