/** How the page uses the room it has: a date column on tablets, hanging labels and side notes on wide screens, paper. */
export const LAYOUT = `
@media (max-width: 34.99rem) {
  .top { padding-top: 32px; }
  .top, main, footer { padding-inline: 20px; }
  body { font-size: 1.125rem; }
  .lead .row:first-child, .deck { font-size: 1.25rem; line-height: 1.875rem; }
  .label .small { display: inline; margin-right: 8px; }
  .same { display: none; }
}
@media (min-width: 35rem) and (max-width: 74.99rem) {
  .timeline > li, .entry:has(.label) { display: grid; grid-template-columns: 7rem minmax(0, 1fr); column-gap: 40px; grid-template-rows: auto 1fr; }
  .label { grid-row: 1 / span 2; }
  .timeline > li { padding-left: 0; }
  .timeline > li::before { left: 131px; }
  .rail { left: 124px; }
  .timeline > .now { display: block; }
  .now::after { left: 124px; }
  .timeline .notes, .entry .notes { grid-column: 2; }
  main, .top, footer { max-width: calc(var(--measure) + 6rem); }
}
@media (min-width: 35rem) {
  .year { display: block; }
  .same { display: none; }
  .status { display: block; line-height: 1rem; }
}
@media (min-width: 75rem) {
  .top, main, footer { max-width: calc(var(--label) + var(--measure) + var(--note) + 2 * var(--gap) + 48px); }
  .row { display: grid; grid-template-columns: var(--label) minmax(0, var(--measure)) var(--note); column-gap: var(--gap); }
  .label { grid-column: 1; grid-row: 1; text-align: right; }
  .body { grid-column: 2; grid-row: 1; }
  nav.body { grid-column: 2 / -1; }
  .notes, .js .notes { display: block; grid-column: 3; grid-row: 1; margin: 4px 0 0; }
  .changes > summary { margin-left: calc(var(--label) + var(--gap)); }
  .changes > summary h3 { margin-left: 0; }
  .legend, .party { margin-left: calc(var(--label) + var(--gap)); max-width: var(--measure); }
  .timeline > li { padding-left: 0; }
  .timeline > li::before { left: calc(var(--label) + var(--gap) / 2 - .5px); }
  .rail { left: calc(var(--label) + var(--gap) / 2 - 7.5px); }
  .now { text-align: right; width: var(--label); height: 48px; }
  .timeline > .now::before { left: calc(var(--label) + var(--gap) / 2 - .5px); }
  .now::after { left: calc(var(--label) + var(--gap) / 2 - 7.5px); }
  .notes ol { padding: 0; margin: 0; border: 0; }
  .top .notes { align-self: end; }
  .drawer.side { position: fixed; inset: 0 0 0 auto; width: 27rem; margin: 0; border-width: 0 0 0 1px; border-radius: 0; padding: 24px; overflow: auto; z-index: 5; }
  .drawer.side .bar { top: -24px; margin: -24px -24px 0; padding: 24px 24px 16px; border-radius: 0; }
  .aside { padding-right: 27rem; }
  .aside .top, .aside main, .aside footer { max-width: calc(var(--label) + var(--measure) + var(--gap) + 48px); }
  .aside .row { grid-template-columns: var(--label) minmax(0, 1fr); }
  @supports selector(::details-content) {
    .notes { position: relative; }
    .notes::details-content { content-visibility: visible; display: block; height: auto; }
    .notes summary { display: none; }
    .notes summary:has(.rest) { display: block; position: absolute; right: 0; top: 0; padding: 0; font-size: .75rem; color: var(--link); white-space: nowrap; }
    .notes summary:hover { text-decoration: underline; }
    .notes:has(.rest) li:first-child .from { padding-right: 3.25rem; }
    .rest { display: inline; } .all { display: none; }
    .notes:not([open]) .more { display: none; }
    .notes:not([open]) blockquote { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
    .notes li + li { margin-top: 8px; }
    .notes:not([open]) li:target blockquote { -webkit-line-clamp: none; }
  }
  .aside .notes { display: none !important; }
}
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --dash: #777; --faint: #aaa; --head: #000; --link: #000; }
  html { font-size: 12.5px; }
  .top, main, footer { max-width: none; padding: 0; }
  .top { padding-top: 0; }
  nav, .skip, .drawer, .notes summary { display: none !important; }
  main section + section { margin-top: 24pt; }
  h1, h2, h3, .label, .party, .changes > summary { break-after: avoid; }
  p, blockquote, li { orphans: 3; widows: 3; }
  .changes::details-content { content-visibility: visible; display: block; height: auto; }
  .changes > summary { list-style: none; }
  .timeline > li, .entry, .sources > li { break-inside: avoid; }
  .notes, .js .notes { display: block; margin: 2pt 0 6pt; padding: 0; }
  .notes::details-content { content-visibility: visible; display: block; height: auto; }
  .notes .more, .notes:not([open]) .more { display: block; }
  .notes ol { padding: 2pt 0 0; margin: 0; border-left: 0; }
  .notes li, .notes li + li { margin: 0; }
  .notes q { quotes: "“" "”"; }
  .notes blockquote::before { content: " "; }
  .notes p, .notes blockquote, .notes:not([open]) blockquote { display: inline; }
  .s.on { background: none; box-shadow: none; }
  .sources .title a::after { content: " " attr(href); font-size: .8em; color: #444; }
  a { text-decoration: none; }
  .row { display: block; }
  .timeline > li { display: grid; grid-template-columns: 24mm minmax(0, 1fr); column-gap: 12mm; padding-left: 0; padding-bottom: 10pt; grid-template-rows: auto 1fr; }
  .timeline .label { grid-row: 1 / span 2; }
  .timeline > li::before { left: 30mm; }
  .rail, .now::after { left: calc(30mm - 7.5px); }
  .from::after { content: ":"; }
  .timeline .notes { grid-column: 2; }
}
`
