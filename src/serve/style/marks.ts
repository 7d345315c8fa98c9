/** Editors' words, in another hand than what reports say; the forms to make a mark. */
export const MARK_STYLE = `
.confirmed { font: .75rem/1 var(--sans); color: var(--teal); white-space: nowrap; margin-left: 4px; }
.edited { font: .75rem/1 var(--sans); color: var(--soft); margin-left: 4px; }
.edited.gone { color: var(--amber); }
.editor { font: .875rem/1.375rem var(--sans); color: var(--ink); background: var(--raise); border-left: 3px solid var(--blue); border-radius: 0 4px 4px 0; padding: 8px 12px; margin: 8px 0 12px; white-space: pre-line; }
.editor .by { color: var(--soft); }
p + .editor { margin-top: 8px; }
.hidden-mark { font: .875rem/1.375rem var(--sans); color: var(--soft); border-left: 3px solid var(--rule); padding-left: 12px; margin: 8px 0; }
.hidden-mark > summary { cursor: pointer; }
.hidden-mark > p { font: 1rem/1.5rem var(--serif); margin-top: 8px; }
.mark-form { font: .8125rem/1.25rem var(--sans); color: var(--soft); margin: 2px 0; }
.mark-form summary { cursor: pointer; width: max-content; }
.mark-form form, .drawer form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 8px 0; }
.mark-form label, .drawer label { display: grid; gap: 4px; width: 100%; color: var(--soft); }
.mark-form textarea, .drawer textarea { font: .9375rem/1.375rem var(--sans); color: var(--ink); background: var(--paper); border: 1px solid var(--dash); border-radius: 4px; padding: 6px 8px; width: 100%; min-height: 3.5rem; resize: vertical; }
.drawer textarea:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.marking { border-top: 1px solid var(--rule); padding-top: 16px; margin-top: 16px; }
.marking h3 { font: 600 .9375rem/1.5rem var(--sans); }
.marking .editor { margin-bottom: 4px; background: var(--on); }
.drawer .marking form { margin: 4px 0 12px; }
.mark-list .card { display: grid; gap: 4px; }
.mark-list .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; font-size: .875rem; }
.mark-list .button { font-size: .875rem; }
.mark-list .by { color: var(--soft); font-size: .875rem; }
@media print { .mark-form, .mark-list form { display: none; } }
`
