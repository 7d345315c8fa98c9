/**
 * Tables, lists and filters of the desk's views. What stands in `framed(…)`'s body is laid out by these classes:
 *
 * `.view-head` > `h1`, `.lede`     the title of a view and a line on what it shows
 * `.filters`                       a `<form method="get">` of fields in a line: `<label>Kind <select …></label> … <button>`
 * `.facets` > `details.facet` …    choices beside a table on a wide screen, folded on a phone; each `<summary>` and a `<ul>`
 *                                  of `<a>` with the count in `<span class="n">`; the chosen one has `aria-current="true"`
 * `.chips` > `li` > `a.chip`       what is filtered by, each with a `<span aria-hidden="true">×</span>` that takes it away
 * `.with-facets`                   puts a `.facets` and the list or table after it side by side
 * `table.table`                    one row a record; `<th scope="col" aria-sort="ascending"><a href="?sort=…">Day</a></th>`;
 *                                  `td.num` for figures, `td.words` for text in the serif; every `td` with a `data-label` (the
 *                                  column's title), because on a phone each row is a card. The header stays in sight.
 * `td.day`                         a date; a long one is broken into two lines
 * `.badge`                         a small word in a frame: `.badge.strong` filled; with the class of a quadrant in its colour
 * `.pages` > `a`, `span`           previous and next page of a long list
 * `ol.cards` > `li.card`           a list of longer things: statements, disagreements
 * `.empty`                         nothing to show, and what to do about it
 * `.visually-hidden`               for screen readers alone
 */
export const TABLE_STYLE = `
.view { max-width: calc(77rem + 48px); margin: 0 auto; padding: 0 24px 96px; font: .9375rem/1.5rem var(--sans); }
.view-head { padding: 32px 0 24px; }
.view-head h1, .view > h1 { font: 400 2rem/2.5rem var(--serif); letter-spacing: -.01em; }
.view > h1 { padding: 32px 0 24px; }
.lede { color: var(--soft); max-width: 44rem; margin-top: 8px; }
.view h2 { font: 400 1.375rem/1.75rem var(--serif); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.filters { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: end; margin: 0 0 20px; }
.filters label { display: grid; gap: 4px; font: .8125rem/1rem var(--sans); color: var(--soft); }
.field, .filters select, .filters input, .button, .filters button { font: .9375rem/1.25rem var(--sans); color: var(--ink); background: var(--paper); border: 1px solid var(--dash); border-radius: 4px; padding: 5px 10px; min-height: 34px; max-width: 100%; }
.button, .filters button { cursor: pointer; text-decoration: none; display: inline-block; }
.button:hover, .filters button:hover { background: var(--on); }
.field:focus-visible, .filters select:focus-visible, .filters input:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }

.with-facets { display: grid; gap: 16px 40px; }
.facets { display: grid; gap: 4px; align-content: start; }
.facet { border-top: 1px solid var(--rule); padding: 8px 0; }
.facet summary { cursor: pointer; font-weight: 600; font-size: .875rem; }
.facet ul { padding: 4px 0 4px; font-size: .875rem; line-height: 1.25rem; }
.facet a { display: flex; justify-content: space-between; gap: 12px; padding: 4px 8px; margin: 0 -8px; border-radius: 4px; color: var(--ink); text-decoration: none; }
.facet a:hover { background: var(--raise); text-decoration: underline; }
.facet a[aria-current] { background: var(--on); font-weight: 600; }
.facet .n { color: var(--soft); font-weight: 400; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; }
.chip { display: inline-flex; gap: 8px; align-items: baseline; font-size: .875rem; line-height: 1.25rem; background: var(--on); color: var(--ink); border-radius: 999px; padding: 3px 12px; text-decoration: none; }
a.chip:hover { text-decoration: underline; }

.table { width: 100%; border-collapse: collapse; font: .875rem/1.25rem var(--sans); text-align: left; }
.table caption { text-align: left; color: var(--soft); padding-bottom: 8px; }
.table th, .table td { padding: 8px 20px 8px 0; border-top: 1px solid var(--rule); vertical-align: top; overflow-wrap: break-word; font-weight: 400; }
.table th:last-child, .table td:last-child { padding-right: 0; }
.table thead th { position: sticky; top: 0; z-index: 1; background: var(--paper); color: var(--soft); border-top: 0; border-bottom: 1px solid var(--head); white-space: nowrap; padding-block: 10px; }
.table thead a { color: inherit; text-decoration: none; }
.table thead a:hover { color: var(--ink); text-decoration: underline; }
.table [aria-sort] a { color: var(--ink); font-weight: 600; }
.table [aria-sort="ascending"] a::after { content: " ↑" / ""; }
.table [aria-sort="descending"] a::after { content: " ↓" / ""; }
.table tbody tr:hover { background: var(--raise); }
.table tr:target, .card:target { background: var(--on); }
.table .num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.table .day { min-width: 6.75rem; }
.table .words { font: 1rem/1.5rem var(--serif); min-width: 16rem; }
.badge { display: inline-block; font: .75rem/1rem var(--sans); border: 1px solid var(--dash); border-radius: 3px; padding: 1px 6px; color: var(--soft); white-space: nowrap; }
.badge.verbal-cooperation { color: var(--teal); border-color: currentColor; } .badge.material-cooperation { color: var(--blue); border-color: currentColor; }
.badge.verbal-conflict { color: var(--amber); border-color: currentColor; } .badge.material-conflict { color: var(--red); border-color: currentColor; }
.badge.strong { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.cards > .card { border-top: 1px solid var(--rule); padding: 16px 0; max-width: 52rem; }
.card blockquote, .card .words { font: 1.0625rem/1.625rem var(--serif); margin: 4px 0; }
.pages { display: flex; gap: 24px; align-items: baseline; padding: 20px 0; font-size: .875rem; color: var(--soft); }
.empty { font: 1.125rem/1.75rem var(--serif); color: var(--soft); max-width: 38rem; padding: 32px 0; }

@media (min-width: 64rem) {
  .with-facets { grid-template-columns: 14rem minmax(0, 1fr); }
}
@media (max-width: 47.99rem) {
  .view { padding-inline: 20px; }
  .view-head h1, .view > h1 { font-size: 1.625rem; line-height: 2rem; }
  .table, .table tbody, .table tr, .table td, .table tbody th { display: block; }
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table tr { border-top: 1px solid var(--rule); padding: 12px 0; }
  .table td, .table tbody th { border: 0; padding: 2px 0; }
  .table .day, .table .words { min-width: 0; }
  .table .num { text-align: left; }
  .table td[data-label]::before { content: attr(data-label) " " / attr(data-label) ": "; color: var(--soft); }
  .table td:empty { display: none; }
}
@media print {
  .view { max-width: none; padding: 0; }
  .filters, .facets, .chips, .pages { display: none; }
  .with-facets { display: block; }
  .table thead th { position: static; }
  .table tr { break-inside: avoid; }
}
`
