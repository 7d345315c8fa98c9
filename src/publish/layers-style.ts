/** The style of the page of layers, on top of the style of the briefing. Each kind has a colour, a line and a word. */
export const LAYERS = `
:root {
  --person: #7434b5; --organisation: #1d5aa8; --place: #196b3b; --group: #0b6672; --event: #a81b66; --weapon: #ab2720; --time: #855000; --amount: #5a6000;
  --v1: #e4ecf9; --v2: #fae8da; --v3: #e2f1e4; --v4: #f0e5f8; --chip: #f3efe5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --person: #caa6f4; --organisation: #8fbdf8; --place: #84d3a0; --group: #74d2de; --event: #f595c6; --weapon: #f8a197; --time: #e9b860; --amount: #c8ce66;
    --v1: #1f2c42; --v2: #3d2b1d; --v3: #1d3324; --v4: #32253f; --chip: #26272a;
  }
}
.layers .top, .layers main, .layers footer { max-width: 46rem; }
.layers .top { padding-top: 48px; }
.layers h1 { font-size: clamp(1.75rem, 1.3rem + 1.8vw, 2.5rem); }
.layers article + article { margin-top: 72px; }
.layers article { padding-top: 40px; }
.layers article > header { border-top: 1px solid var(--head); padding-top: 16px; margin-bottom: 20px; }
.layers main h2 { font-size: 1.75rem; line-height: 2.25rem; border: 0; padding: 0; margin: 0 0 8px; text-wrap: balance; }
.about, .hint, .key, .chips, .words, .num, .tip, .tag, .contents, .mark rt { font-family: var(--sans); }
.about { font-size: .875rem; line-height: 1.375rem; color: var(--soft); }
.about + .about { margin-top: 2px; }
.about .pub { color: var(--ink); font-weight: 600; }
.about a { color: inherit; text-decoration-color: var(--dash); }
.hint { font-size: .875rem; line-height: 1.375rem; color: var(--soft); border-left: 3px solid var(--dash); padding-left: 12px; margin: 0 0 16px; }
.cut { margin-top: 24px; color: var(--ink); }
.contents { font-size: .9375rem; line-height: 1.5rem; display: block; list-style: decimal; padding: 12px 0 12px 1.75rem; }
.contents a { color: var(--ink); }

.line { display: grid; grid-template-columns: minmax(0, 1fr); row-gap: 4px; padding: 0 0 14px; }
.line.opens:not(:first-child) { padding-top: 22px; }
.num { display: none; }
.said-text { padding-bottom: 4px; line-height: 2.5rem; overflow-wrap: break-word; }
.heading .said-text { font-weight: 600; }
.mark { border-radius: 3px; }
.mark > ruby > .b, .mark > .b { text-decoration: underline 2px var(--hue); text-underline-offset: 4px; text-decoration-skip-ink: none; border-radius: 3px; }
.mark.described > ruby > .b, .mark.described > .b { text-decoration-style: dashed; }
.mark.time > ruby > .b, .mark.time > .b { text-decoration-style: dotted; text-decoration-thickness: 3px; }
.mark.amount > ruby > .b, .mark.amount > .b { text-decoration-style: double; text-decoration-thickness: 1.5px; }
.mark .mark { display: inline-block; line-height: 1.5rem; }
.mark ruby { ruby-position: under; ruby-align: center; overflow-wrap: normal; }
.mark rt span { margin-inline: -.9em; white-space: nowrap; }
.mark > .tag { color: var(--hue); margin-right: 3px; }
.mark rt { position: relative; top: 5px; font-size: .625rem; line-height: 1.2; font-weight: 500; letter-spacing: .02em; color: var(--hue); text-align: center; -webkit-user-select: none; user-select: none; font-style: normal; }
.person { --hue: var(--person); } .organisation { --hue: var(--organisation); } .place { --hue: var(--place); } .group { --hue: var(--group); }
.event { --hue: var(--event); } .weapon { --hue: var(--weapon); } .time { --hue: var(--time); } .amount { --hue: var(--amount); }
.mention { --hue: var(--soft); } .mark.mention > ruby > .b, .mark.mention > .b { text-decoration-style: wavy; text-decoration-thickness: 1px; }
.voice { background: var(--shade); border-radius: 3px; padding: 3px 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.voice .voice { padding-inline: 0; }
.v0 { --shade: var(--chip); } .v1 { --shade: var(--v1); } .v2 { --shade: var(--v2); } .v3 { --shade: var(--v3); } .v4 { --shade: var(--v4); }
.voice.speaker { box-shadow: inset 0 0 0 1px var(--dash); padding-inline: 4px; }
.tag { font-size: .6875rem; line-height: 1; color: var(--soft); margin-right: 4px; white-space: nowrap; -webkit-user-select: none; user-select: none; }
.tipped { cursor: help; }
.tipped:focus-visible { outline-offset: 1px; }
.mark.tipped:hover > ruby > .b, .mark.tipped:focus > ruby > .b { background: var(--on); }
.tip { display: none; }
.tipped:hover > .tip, .tipped:focus > .tip { display: block; position: fixed; inset: auto 8px 8px 8px; z-index: 9; max-width: 26rem; padding: 10px 14px 12px; border: 1px solid var(--dash); border-radius: 6px; background: var(--raise); color: var(--ink); box-shadow: 0 4px 18px #0003; font-size: .8125rem; line-height: 1.25rem; text-align: left; font-weight: 400; font-style: normal; pointer-events: none; }
.tipped:has(.tipped:hover) > .tip { display: none !important; }
.tip b { display: block; font-size: .875rem; font-weight: 600; }
.tip .r { display: grid; grid-template-columns: 6rem minmax(0, 1fr); column-gap: 8px; }
.tip i { font-style: normal; color: var(--soft); }
body:has(.tipped:hover) .tipped:focus:not(:hover) > .tip { display: none; }
@supports (position-area: bottom) and (anchor-scope: all) {
  @media (min-width: 35rem) {
    .tipped { anchor-name: --tipped; anchor-scope: --tipped; }
    .tipped:hover > .tip, .tipped:focus > .tip { position-anchor: --tipped; inset: auto; margin: 6px 0; width: max-content; position-area: bottom span-right; position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline; }
  }
}

.chips { display: flex; flex-wrap: wrap; gap: 4px 6px; font-size: .8125rem; line-height: 1.125rem; }
.chip { background: var(--chip); border-radius: 10px; padding: 3px 10px; }
.chip > b { font-size: .6875rem; letter-spacing: .04em; }
.chip .when { color: var(--soft); white-space: nowrap; }
.chip em { color: var(--soft); border: 1px solid var(--dash); border-radius: 3px; padding: 0 4px; font-size: .6875rem; font-style: normal; white-space: nowrap; }
.shape { font-size: .75rem; }
.words { font-size: .8125rem; line-height: 1.25rem; min-width: 0; }
.words summary { cursor: pointer; color: var(--soft); width: max-content; padding: 2px 6px 2px 0; }
.words summary:hover { color: var(--ink); }
.words[open] summary { color: var(--ink); }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 6px; background: var(--raise); margin: 6px 0 10px; padding: 4px 0; overflow-wrap: normal; }
.scroll .hint { margin: 8px 12px; }
.tree { display: block; font-family: var(--sans); --paper-of: var(--raise); }
.tree text { text-anchor: middle; fill: var(--ink); }
.tree .w { font-size: 15px; }
.tree .p { font-size: 10.5px; fill: var(--soft); letter-spacing: .03em; }
.arc path { fill: none; stroke: var(--dash); stroke-width: 1.25; }
.arc text, .tree .of { font-size: 10.5px; fill: var(--soft); stroke: var(--raise); stroke-width: 6px; paint-order: stroke; stroke-linejoin: round; }
.faint path { stroke: var(--rule); }
.faint .end { fill: var(--rule); stroke: none; }
.faint text { fill: var(--soft); }
.core path { stroke: var(--link); stroke-width: 1.75; }
.core text { fill: var(--link); font-weight: 600; }
.arc .end { fill: var(--dash); stroke: none; }
.core .end, .word .end { fill: var(--link); }
.stem { stroke: var(--link); stroke-width: 1.75; fill: none; }
.tree .of { fill: var(--link); font-weight: 600; }
.root .w { font-weight: 700; }
.word .under { stroke: var(--hue); stroke-width: 2; }
.words table { border-collapse: collapse; width: 100%; }
.words th, .words td { text-align: left; font-weight: 400; padding: 3px 12px; border-top: 1px solid var(--rule); vertical-align: top; }
.words thead th { color: var(--soft); border: 0; }
.words tbody th { font-weight: 600; }
.words td:first-child { color: var(--soft); text-align: right; }

.key { margin-top: 20px; border-block: 1px solid var(--rule); padding: 12px 0 14px; font-size: .875rem; line-height: 1.375rem; color: var(--soft); }
.key li + li { margin-top: 6px; }
.key .mark { margin-right: 10px; }
.key li:nth-child(-n+2) { line-height: 2.25rem; }
.key .voice, .key .b { color: var(--ink); }
@media (max-width: 34.99rem) {
  .layers .top { padding-top: 28px; }
  .layers .top, .layers main, .layers footer { padding-inline: 18px; }
  .said-text { font-size: 1.125rem; line-height: 2.375rem; }
  .layers main h2 { font-size: 1.5rem; line-height: 1.875rem; }
}
@media (min-width: 75rem) {
  .layers .top, .layers main, .layers footer { max-width: 72rem; }
  .layers main { --text: 39rem; }
  .line { grid-template-columns: 2.25rem minmax(0, 39rem) minmax(0, 1fr); column-gap: 20px; grid-template-rows: auto 1fr; }
  .num { display: block; grid-column: 1; grid-row: 1 / span 2; font-size: .75rem; line-height: 2.5rem; color: var(--soft); text-align: right; padding-top: 1px; }
  .said-text { grid-column: 2; grid-row: 1; }
  .chips { grid-column: 3; grid-row: 1; flex-direction: column; align-items: flex-start; align-self: start; padding-top: 9px; margin-left: 16px; }
  .line:not(:has(.words[open])) .chips { grid-row: 1 / span 2; }
  .words { grid-column: 2; grid-row: 2; }
  .words[open] { grid-column: 2 / -1; }
  .layers article > header, .layers .hint { margin-left: calc(2.25rem + 20px); }
  .layers .top > *, .layers footer > * { margin-left: calc(2.25rem + 20px); }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --dash: #777; --raise: #fff; }
  html { font-size: 12px; }
  .layers .top, .layers main, .layers footer { max-width: none; padding-inline: 0; }
  .skip, .words:not([open]), .tip { display: none !important; }
  .voice, .mark, .chip { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .line { break-inside: avoid; }
  .layers h2, .layers article > header { break-after: avoid; }
  .tree { max-width: 100%; height: auto; }
}
`
