/** The map: quiet land and sea, so that marks and their names stand out; on paper without the sea. */
export const MAP_STYLE = `
:root { --sea: #e9eef0; --land: #f8f5ec; --border: #bdb6a6; --hatch: #a39b89; }
@media (prefers-color-scheme: dark) { :root { --sea: #101418; --land: #25272a; --border: #4d4c49; --hatch: #67635c; } }
.map { margin: 0 0 32px; }
.map > svg { display: block; width: 100%; height: auto; border: 1px solid var(--rule); border-radius: 4px; }
.map > .narrow { display: none; }
.map .sea { fill: var(--sea); } .map .land { fill: var(--land); stroke: var(--border); stroke-width: .6; }
.map .borders { fill: none; stroke: var(--border); stroke-width: .8; stroke-linejoin: round; }
.map .line { fill: none; stroke: var(--hatch); stroke-width: 1.6; }
.map text { font-family: var(--sans); }
.map .state { fill: var(--soft); letter-spacing: .08em; text-transform: uppercase; opacity: .75; }
.map .name { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--land); stroke-width: 3px; stroke-linejoin: round; }
.map .mark { fill: currentColor; stroke: var(--land); stroke-width: 1.4; stroke-linejoin: round; }
.map .mark.hollow { fill: var(--land); stroke: currentColor; stroke-width: 2; }
.map .area { fill: none; stroke: currentColor; stroke-width: 1.2; stroke-dasharray: 3 3; }
.map .leader { stroke: var(--soft); stroke-width: .8; }
figcaption { font: .8125rem/1.25rem var(--sans); color: var(--soft); margin-top: 12px; }
figcaption .legend { margin: 0 0 8px; }
figcaption p + p { margin-top: 4px; }
.places { font: .8125rem/1.25rem var(--sans); margin: -16px 0 32px; }
.places summary { cursor: pointer; color: var(--link); width: max-content; padding: 2px 0; }
.scroll { overflow-x: auto; margin-top: 8px; }
.places table { border-collapse: collapse; width: 100%; text-align: left; }
.places th, .places td { padding: 4px 16px 4px 0; border-top: 1px solid var(--rule); vertical-align: top; overflow-wrap: normal; }
.places thead th { border: 0; color: var(--soft); font-weight: 400; }
@media (max-width: 34.99rem) { .map > .wide { display: none; } .map > .narrow { display: block; } }
@media (min-width: 75rem) { .map-row .body { grid-column: 2 / -1; max-width: 47.5rem; } }
@media print {
  .map .wide { display: block; } .map > .narrow { display: none; } .map svg { break-inside: avoid; max-width: 150mm; }
  :root { --sea: #fff; --land: #f4f4f4; --border: #999; --hatch: #888; }
}
`
