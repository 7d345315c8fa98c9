/** The page's own style: one set of custom properties for light and dark, a 4-pixel rhythm, no font but the reader's. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1c1b19; --soft: #5d5951; --rule: #dedad0; --dash: #a8a294; --faint: #c6c0b2; --head: #1c1b19; --link: #27507f; --raise: #f5f2ea;
  --mark: #fdeeb5; --on: #f3ecd6;
  --teal: #0d756b; --blue: #2c62b5; --amber: #ad5d06; --red: #b5302a;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Bitstream Charter", "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --label: 8.5rem; --gap: 2.5rem; --measure: 38rem; --note: 16rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #e6e3db; --soft: #a5a097; --rule: #37383b; --dash: #6f6b64; --faint: #5a5751; --head: #78736b; --link: #9ec1ea; --raise: #1f2023;
    --mark: #54430f; --on: #2d2a21;
    --teal: #4cc0b1; --blue: #82b1f4; --amber: #e3a447; --red: #f0857b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 24px; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1875rem/1.75rem var(--serif); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, p, ol, ul, blockquote { margin: 0; padding: 0; font-weight: 400; }
ol, ul { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:focus-visible, button:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 16px; background: var(--paper); padding: 8px 16px; z-index: 9; font-family: var(--sans); }
.top, main, footer { max-width: calc(var(--measure) + 48px); margin: 0 auto; padding: 0 24px; }
.small, .label, .kicker, .asof, nav, .notes, .legend, .origin, .who, .meta, .drawer, .status, .promoted, .now, footer { font-family: var(--sans); }
.small, .meta, .who { font-size: .875rem; line-height: 1.25rem; color: var(--soft); }

.top { padding-top: 64px; }
.kicker { font-size: .8125rem; line-height: 20px; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin-bottom: 16px; }
.kicker span { display: inline; text-transform: none; letter-spacing: 0; border-left: 1px solid var(--dash); padding-left: 12px; margin-left: 8px; }
h1 { font-size: clamp(2rem, 1.35rem + 2.7vw, 3rem); line-height: 1.167; letter-spacing: -.012em; text-wrap: balance; }
.deck { font-size: 1.375rem; line-height: 2rem; color: var(--soft); margin-top: 16px; }
.asof { font-size: .9375rem; line-height: 24px; color: var(--soft); margin-top: 20px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; border-block: 1px solid var(--rule); padding: 12px 0; margin-top: 24px; font-size: .875rem; line-height: 20px; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }
.lead { padding-top: 32px; }
.lead .row:first-child { font-size: 1.375rem; line-height: 2rem; }
.row + .row { margin-top: 16px; }
main section + section { margin-top: 64px; }
main h2 { font-size: 1.625rem; line-height: 2rem; letter-spacing: -.005em; margin-bottom: 20px; padding-top: 16px; border-top: 1px solid var(--head); }
p + p { margin-top: 12px; }

.s { border-radius: 2px; }
.one .t { text-decoration: underline dashed 1px var(--faint); text-underline-offset: 5px; text-decoration-skip-ink: auto; }
h1 .one .t { text-decoration: none; }
.origin { font-size: .75rem; line-height: 1; color: var(--soft); white-space: nowrap; letter-spacing: .01em; }
.s.on { background: var(--on); box-shadow: -4px 0 0 var(--on), 4px 0 0 var(--on); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.js .s { cursor: pointer; }
.js .s:hover .t { text-decoration: underline 1px var(--link); text-underline-offset: 5px; }
sup { font: .6875rem/1 var(--sans); vertical-align: baseline; position: relative; top: -.55em; margin-left: 2px; letter-spacing: 0; white-space: nowrap; }
h1 sup { top: clamp(-1.5rem, calc(-.7rem - 1.35vw), -1rem); font-size: .75rem; }
.m { text-decoration: none; padding: 2px 1px; }
.m:hover { text-decoration: underline; }
.thin { font-size: .6em; }

.notes { font-size: .8125rem; line-height: 1.125rem; color: var(--soft); margin-top: 4px; }
.notes summary { cursor: pointer; width: max-content; padding: 2px 4px 2px 0; }
.notes ol { padding: 8px 0 4px 16px; border-left: 1px solid var(--rule); margin: 4px 0 8px; }
.notes li + li { margin-top: 12px; }
.notes li:target { background: var(--on); box-shadow: 0 0 0 6px var(--on); }
.notes .pub, .drawer .pub { color: var(--ink); font-weight: 600; }
.notes blockquote { margin-top: 0; }
.from a { color: inherit; text-decoration-color: var(--dash); }
.from a.no { color: var(--link); }
q { quotes: none; }
.around + q { color: var(--ink); font-weight: 600; }
.no { display: inline-block; min-width: 1.25em; color: var(--link); text-decoration: none; }
.rest { display: none; }
.js .notes { display: none; }

.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: .8125rem; line-height: 20px; color: var(--soft); margin: -4px 0 24px; }
.k { display: inline-block; vertical-align: -3px; width: 14px; height: 14px; fill: currentColor; stroke: currentColor; stroke-width: 1.5; stroke-linejoin: round; overflow: visible; }
.hollow { fill: var(--paper); }
.timeline > li { position: relative; padding-left: 32px; padding-bottom: 28px; }
.timeline > li::before { content: ""; position: absolute; left: 7px; top: 0; bottom: 0; border-left: 1px solid var(--dash); }
.timeline > li:first-child::before { top: 12px; }
.timeline > li:last-child::before { bottom: auto; height: 12px; }
.timeline > .ahead::before { border-left-style: dashed; }
.timeline .row + .row { margin-top: 0; }
.rail { position: absolute; left: 0; top: 4px; bottom: 20px; width: 15px; color: var(--soft); display: flex; flex-direction: column; align-items: center; }
.verbal-cooperation { color: var(--teal); } .material-cooperation { color: var(--blue); }
.verbal-conflict { color: var(--amber); } .material-conflict { color: var(--red); }
.rail .k { flex: none; background: var(--paper); outline: 3px solid var(--paper); }
.bar { flex: 1; width: 5px; margin-top: 4px; border-radius: 3px; background: currentColor; opacity: .4; }
.ahead .bar { background: none; border: 1px dashed currentColor; opacity: 1; }
.label { font-size: .9375rem; line-height: 1.5rem; }
.timeline .label { font-weight: 600; margin-bottom: 4px; }
.year { font-weight: 400; color: var(--soft); }
.dated > time { text-decoration: underline dotted 1px var(--dash); text-underline-offset: 4px; cursor: help; }
.basis { display: none; font-size: .8125rem; line-height: 20px; font-weight: 400; color: var(--soft); }
.dated:hover > .basis, .dated > time:focus + .basis { display: block; }
.status { font-size: .8125rem; font-weight: 400; font-style: italic; color: var(--soft); }
.now { font-size: .8125rem; line-height: 20px; color: var(--soft); }
.now::after { content: ""; position: absolute; left: 0; top: 10px; width: 15px; border-top: 1px solid var(--dash); }

.entry + .entry { margin-top: 28px; }
.entry .label { margin-bottom: 4px; }
.label h3, .label cite { font-weight: 600; font-style: normal; display: block; font-size: .9375rem; line-height: 1.5rem; }
.label .small { display: block; }
.party { font-size: 1.25rem; line-height: 1.75rem; font-style: italic; margin-top: 32px; }
.party + .entry { margin-top: 12px; }
.row + .party { margin-top: 0; }
.entry + .party { margin-top: 40px; }
.changes > summary { cursor: pointer; margin-top: 40px; width: max-content; }
.changes > summary h3 { display: inline; margin: 0; }
.changes[open] > summary { margin-bottom: 12px; }
.earlier { border-left: 2px solid var(--rule); padding-left: 16px; margin-top: 8px; color: var(--soft); }
.entry .body > h3 { font-size: 1.25rem; line-height: 1.75rem; }
.split { fill: none; stroke: var(--amber); stroke-width: 2; stroke-linecap: round; margin-right: 10px; vertical-align: -2px; }
p.clash { font: .8125rem/1.25rem var(--sans); margin-top: 4px; }
.clash a { color: var(--soft); }
.clash .split { width: 12px; height: 12px; margin-right: 6px; }
.entry:target .body > h3 { background: var(--on); }
.readings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); gap: 16px 24px; margin-top: 16px; }
.readings li { padding: 0 0 0 16px; border-left: 3px double var(--amber); }
.readings p + p { margin-top: 4px; }
.who a { color: inherit; }
.links li + li { margin-top: 8px; }
.promoted { font-size: .75rem; line-height: 16px; border: 1px solid var(--dash); border-radius: 2px; padding: 1px 6px; color: var(--soft); margin-right: 6px; }
.sources { counter-reset: source; font-size: 1rem; line-height: 1.5rem; margin-top: 16px; }
.sources > li { position: relative; padding: 8px 0 8px 44px; border-top: 1px solid var(--rule); counter-increment: source; }
.sources > li::before { content: counter(source); position: absolute; left: 0; width: 28px; text-align: right; font: .8125rem/1.5rem var(--sans); color: var(--soft); }
.sources > li:target { background: var(--on); }
.sources .title a { color: var(--ink); text-decoration-color: var(--dash); }
.sources .meta { display: block; }
.unused .title, .unused .title a { color: var(--soft); }
footer { margin-top: 80px; padding-bottom: 96px; font-size: .875rem; line-height: 1.25rem; color: var(--soft); }
footer h2 { font-size: .875rem; line-height: 20px; font-weight: 600; color: var(--ink); border-top: 1px solid var(--rule); padding-top: 16px; margin-bottom: 8px; }
footer summary { margin-top: 12px; cursor: pointer; }
footer .links { margin-top: 8px; }
code { font: .92em/1 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }

.drawer { font-size: .875rem; line-height: 1.25rem; background: var(--raise); border: 1px solid var(--rule); border-radius: 4px; padding: 16px; margin: 12px 0 20px; text-align: left; letter-spacing: 0; }
.drawer[hidden] { display: none; }
.drawer h2 { font: 600 1rem/24px var(--sans); margin: 0; padding: 0; border: 0; outline-offset: 4px; }
.drawer .bar { display: flex; gap: 8px; position: sticky; top: 0; z-index: 1; width: auto; margin: -16px -16px 0; padding: 16px; background: var(--raise); border-radius: 4px; opacity: 1; }
.drawer .bar :last-child { margin-left: auto; }
.drawer button { font: inherit; color: var(--ink); background: none; border: 1px solid var(--dash); border-radius: 4px; padding: 5px 12px; min-height: 32px; cursor: pointer; }
.drawer button:hover:enabled { background: var(--on); }
.drawer button:disabled { color: var(--soft); border-color: var(--rule); cursor: default; }
.drawer .sum, .drawer .meta { color: var(--soft); margin: 0; }
.drawer li { border-top: 1px solid var(--rule); padding: 16px 0; margin: 16px 0 0; }
.drawer li + li { margin: 0; }
.drawer .title { font: 1rem/24px var(--serif); margin: 0; }
.drawer .head { margin: 0; }
.context { font: 1rem/1.5rem var(--serif); white-space: pre-line; margin: 8px 0; }
.around { color: var(--soft); }
mark { background: var(--mark); color: inherit; padding: 1px 0; }
.left { color: var(--soft); text-decoration: line-through 1px; }
.new { border-bottom: 2px dotted var(--link); }
.edits li { border: 0; padding: 4px 0 0; margin: 0; }
`
