/** What the views of data need besides the desk's tables and filters. */
export const DATA_STYLE = `
.fold > summary { cursor: pointer; font-weight: 600; padding: 8px 0; }
.facet .value { display: inline-flex; gap: 8px; align-items: baseline; min-width: 0; }
.facet .value .k { display: block; width: 12px; height: 12px; }
.facet .value > span { align-self: center; line-height: 0; }
.facet a[aria-current] .word::before { content: "✓ " / ""; }
.rest-of { border: 0; }
.facet .rest-of > summary { font-weight: 400; color: var(--link); padding: 4px 0; }
.facets .filters { margin: 0 0 8px; gap: 8px 12px; }
.facets .filters label { flex: 1 1 100%; min-width: 0; }
.facets .filters label:has([type=number]) { flex: 1 1 6rem; }
.facets .filters input { width: 100%; }
.clear { font-size: .875rem; line-height: 1.75rem; }
.tools { display: flex; flex-wrap: wrap; gap: 4px 24px; font-size: .875rem; line-height: 1.25rem; margin: 0 0 16px; }
.none { color: var(--soft); }
.code { font-size: .75rem; letter-spacing: .02em; color: var(--soft); }
.view .small { font-size: .8125rem; line-height: 1.125rem; color: var(--soft); }
.view p + .small, .view .small + p { margin-top: 4px; }
.cure { padding: 8px 0; }
.tools:empty { display: none; }

.kind { display: inline-block; vertical-align: -1px; margin-right: 2px; line-height: 0; }
.kind .k { display: block; width: 13px; height: 13px; }
.table td .badge { margin: 4px 4px 0 0; }
.table .date { min-width: 6.75rem; }
.events .words { max-width: 30rem; }
.events td:nth-child(2) { min-width: 8.5rem; }
.events td:nth-child(2) .code { display: block; }
.events td:nth-child(3) { min-width: 7rem; }
.events .num { text-align: left; }
.events .num .small, .sources td .small, .reports .date .badge { display: block; }
.to { color: var(--soft); }
.words q { quotes: none; }
.from { font: .8125rem/1.25rem var(--sans); color: var(--soft); }
.table .from { display: block; margin-top: 2px; }
.words mark, .report-text mark, .sides mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 1px; }
details.claims { margin-top: 6px; font: .8125rem/1.25rem var(--sans); }
details.claims > summary { cursor: pointer; color: var(--link); width: max-content; max-width: 100%; }
.claims .passages { margin: 8px 0 0; padding: 0 0 0 12px; border-left: 2px solid var(--rule); }
.claims .passages > li + li { margin-top: 10px; }
.claims q { font: .9375rem/1.375rem var(--serif); }
p.given { margin-top: 8px; color: var(--soft); }
ul.given li { padding-left: 12px; }
ul.given strong { font-weight: 600; }

.total { font-size: .875rem; color: var(--soft); margin-bottom: 8px; }
.side > h2 { margin-bottom: 12px; }
.side + .side { margin-top: 48px; }
.speaker { margin: 0 0 32px; }
.speaker h3 { font: 600 1rem/1.5rem var(--sans); }
.speaker h3 .small { font-weight: 400; margin-left: 8px; }
.said { max-width: 46rem; }
.said > li { padding: 12px 0; }
.said > li + li { border-top: 1px solid var(--rule); }
.said .words { font: 1.0625rem/1.625rem var(--serif); color: var(--soft); }
.said .verbatim { color: var(--ink); }
.said .from { margin-top: 4px; }

.story + .story { margin-top: 32px; }
.story h2 { margin-bottom: 4px; }
.told li { padding: 6px 0; }
.told .from { display: block; }

.explained { margin: 0 0 32px; max-width: 44rem; }
.explained > summary { cursor: pointer; color: var(--link); }
.explained p, .explained ul { margin-top: 8px; }
.explained ul { list-style: disc; padding-left: 20px; }
.view .clash { padding: 0 0 40px; margin: 0; }
.view .clash h2 { display: flex; gap: 10px; align-items: baseline; margin-bottom: 16px; }
.clash .split { flex: none; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 24px 40px; }
.sides > li { border-top: 3px solid var(--dash); padding-top: 12px; }
.sides h3 { font: 400 1.375rem/1.75rem var(--serif); }
.sides .reports > li { margin-top: 16px; }
.sides .words { font: 1rem/1.5rem var(--serif); color: var(--soft); }
.sides mark { color: var(--ink); }

.with-months { display: grid; gap: 32px 64px; }
.view section > h2 { margin-bottom: 12px; }
.view section + section { margin-top: 40px; }
.agenda > li { border-top: 1px solid var(--rule); padding: 16px 0; max-width: 46rem; }
.agenda-day > h3 { font: 400 1.375rem/1.75rem var(--serif); margin-bottom: 8px; }
.agenda-day > h3 .small { margin-left: 8px; }
.agenda-day:target { background: var(--on); }
.agenda-entry + .agenda-entry { border-top: 1px dashed var(--rule); padding-top: 12px; margin-top: 16px; }
.agenda-entry .told { font: 1.125rem/1.75rem var(--serif); margin: 4px 0 8px; }
.agenda-entry .passages { margin-top: 10px; padding-left: 12px; border-left: 2px solid var(--rule); }
.agenda-entry .passages > li + li { margin-top: 8px; }
.agenda-entry .passages q { font: .9375rem/1.375rem var(--serif); color: var(--soft); quotes: none; }
.facts { margin: 8px 0; font-size: .875rem; line-height: 1.25rem; }
.facts > div { display: flex; gap: 12px; padding: 1px 0; }
.facts dt { color: var(--soft); flex: 0 0 5.5rem; }
.facts dd { margin: 0; min-width: 0; }
.months { display: flex; flex-wrap: wrap; gap: 24px; align-content: start; }
.month { border-collapse: collapse; font: .875rem/1.25rem var(--sans); font-variant-numeric: tabular-nums; }
.month caption { text-align: left; padding-bottom: 4px; font-weight: 600; }
.month th { font-weight: 400; color: var(--soft); } .month abbr { text-decoration: none; }
.month th, .month td { width: 2.125rem; height: 2rem; text-align: center; padding: 0; }
.month .on a { display: block; line-height: 2rem; border-radius: 4px; background: var(--ink); color: var(--paper); font-weight: 600; text-decoration: none; }
.month .as-of { box-shadow: inset 0 0 0 1px var(--dash); border-radius: 4px; }

.reports .title { min-width: 16rem; }
.reports .number { color: var(--soft); }
.reports .copy .title { padding-left: 20px; }
.reports .copy td { border-top-style: dashed; }

.states { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-bottom: 20px; }
.state { font-weight: 600; }
.sources time { white-space: nowrap; }
.state.failing { color: var(--red); border-color: currentColor; border-width: 2px; }
.state.late, .state.silent { color: var(--amber); border-color: currentColor; border-style: dashed; }
.state.stopped { text-decoration: line-through; }
.state.fresh { color: var(--teal); border-color: currentColor; }
.empty pre { font: .875rem/1.375rem ui-monospace, monospace; background: var(--raise); border-radius: 4px; padding: 12px 16px; margin: 12px 0; overflow-x: auto; color: var(--ink); }
.empty code, .small code, .where code { font: .875em ui-monospace, monospace; }
.empty strong { color: var(--ink); font-weight: 400; }
.empty ul { list-style: disc; padding-left: 20px; font: .9375rem/1.5rem var(--sans); }
.empty p + p, .empty p + ul { margin-top: 8px; }
.notices + .notices { margin-top: 40px; }
.notices h2 { font: 600 1rem/1.5rem var(--sans); color: var(--ink); border: 0; padding: 0; margin: 0; }
.notices h2 .code { font-size: .9375rem; color: var(--ink); letter-spacing: 0; }
.notices td:nth-child(1) { width: 48%; } .notices .where { overflow-wrap: anywhere; }

.search .wide { flex: 1 1 18rem; max-width: 36rem; }
#syntax { margin: -8px 0 24px; }
.hits { max-width: 46rem; }
.hits > li { border-top: 1px solid var(--rule); padding: 14px 0; }
.hits h3 { font: 400 1.1875rem/1.5rem var(--serif); }
.hits .words { font: 1rem/1.5rem var(--serif); margin-top: 2px; }

.report-view { display: grid; gap: 40px 64px; }
.report { max-width: 40rem; min-width: 0; }
.report .view-head { padding-bottom: 16px; }
.report .view-head .from { font-size: .9375rem; margin-bottom: 4px; }
.report .facts { margin-top: 16px; }
.note { background: var(--on); border-radius: 4px; padding: 10px 14px; margin-bottom: 16px; }
.report-text { font: 1.125rem/1.75rem var(--serif); }
.report-text p + p { margin-top: 16px; }
.report-text .cited { text-decoration: underline dotted 1px var(--dash); text-underline-offset: 5px; }
.report-text sup { font: .6875rem/1 var(--sans); margin-left: 2px; }
#passage { scroll-margin-top: 96px; }
.about-report { font-size: .875rem; line-height: 1.375rem; padding-top: 32px; }
.about-report h2 { font: 600 .9375rem/1.375rem var(--sans); margin-bottom: 4px; padding-top: 12px; }
.about-report section + section { margin-top: 24px; }
.about-report h3 { font: 600 .875rem/1.375rem var(--sans); margin-top: 16px; }
.about-report p + p { margin-top: 4px; }
.compared { font: .9375rem/1.5rem var(--serif); white-space: pre-line; border-left: 2px solid var(--rule); padding-left: 12px; margin-top: 8px; }
.compared .same { font: .75rem/1 var(--sans); color: var(--soft); }
.compared del { color: var(--red); text-decoration-thickness: 1px; }
.compared ins { color: var(--teal); text-decoration: underline 2px; text-underline-offset: 3px; }

@media (min-width: 64rem) {
  .with-facets { align-items: start; }
  @supports selector(::details-content) {
    .fold > summary { display: none; }
    .fold::details-content { content-visibility: visible; display: block; height: auto; }
  }
  .with-months { grid-template-columns: minmax(0, 46rem) max-content; justify-content: space-between; }
  .report-view { grid-template-columns: minmax(0, 40rem) minmax(0, 20rem); }
}
@media (min-width: 64rem) and (max-width: 79.99rem) {
  .with-facets:has(.events, .reports) { grid-template-columns: minmax(0, 1fr); }
  .with-facets:has(.events, .reports) .fold > summary { display: list-item; }
  @supports selector(::details-content) {
    .with-facets:has(.events, .reports) .fold:not([open])::details-content { display: none; }
  }
  .events .words { min-width: 14rem; }
}
@media (max-width: 63.99rem) {
  .with-facets { grid-template-columns: minmax(0, 1fr); }
  :is(.events, .reports, .sources), :is(.events, .reports, .sources) :is(tbody, tr, td, caption) { display: block; }
  :is(.events, .reports, .sources) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  :is(.events, .reports, .sources) tr { border-top: 1px solid var(--rule); padding: 12px 0; }
  :is(.events, .reports, .sources) td { border: 0; padding: 2px 0; }
  :is(.events, .reports, .sources) td:empty { display: none; }
  .table .num, .table .date, .table .badge, .sources time { white-space: normal; text-align: left; }
  .events .words, .reports .title { max-width: 40rem; min-width: 0; }
  .events td:nth-child(2), .events td:nth-child(3) { min-width: 0; }
  .events td:nth-child(2) .code, .events .num .small, .table .from, .sources td .small { display: inline; }
  :is(.events, .reports, .sources) td[data-label] { position: relative; padding-left: 6.5rem; min-height: 1.5rem; }
  :is(.events, .reports, .sources) td[data-label]::before { content: attr(data-label) / attr(data-label) ": "; position: absolute; left: 0; width: 6rem; font: .8125rem/1.25rem var(--sans); color: var(--soft); }
  .reports .copy .title { padding-left: 6.5rem; }
}
@media (max-width: 47.99rem) {
  .with-months .months { order: -1; }
  .table td[data-label] { position: relative; padding-left: 6.5rem; min-height: 1.5rem; }
  .table td[data-label]::before { position: absolute; left: 0; width: 6rem; font: .8125rem/1.25rem var(--sans); }
  .table caption { display: block; }
  .notices td:nth-child(1) { width: auto; }
}
@media print {
  .fold, .tools, .chips, .search, #syntax { display: none; }
  .claims::details-content, .explained::details-content { content-visibility: visible; display: block; height: auto; }
  .events .words { max-width: none; }
}
`
