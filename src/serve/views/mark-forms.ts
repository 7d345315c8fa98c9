import type { Sentence } from '../../core/briefing.ts'
import { targetOf } from '../../core/mark.ts'
import type { Mark } from '../../core/types.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { MOST_TEXT } from '../marks.ts'

/** Where a form of marks is sent from: what it must carry, and where it leads back to. */
export type MarkPlace = { readonly crisis: string; readonly token: string; readonly back: string }

/** What an editor can do with a sentence, folded: for those without scripts; else the drawer has it. */
export function markForm(sentence: Sentence, marks: readonly Mark[], place: MarkPlace): Markup {
  const target = targetOf(sentence.evidence[0])
  const undo = marks.map(mark => undoForm(mark, place))
  return html`<noscript><details class="mark-form"><summary>Mark</summary><form method="post" action="/marks">${fields(place)}<input type="hidden" name="target" value="${target}"><label>Words of a note or correction <textarea name="text" maxlength="${MOST_TEXT}"></textarea></label>${ACTIONS.map(([value, label]) => html`<button class="button" name="action" value="${value}">${label}</button>`)}</form>${undo}</details></noscript>`
}

export const ACTIONS = [
  ['confirm', 'Confirm'],
  ['note', 'Add note'],
  ['correct', 'Add correction'],
  ['hide', 'Hide'],
] as const

const UNDO: Readonly<Record<Mark['action'], string>> = {
  confirm: 'Undo the confirmation',
  note: 'Undo the note',
  correct: 'Undo the correction',
  hide: 'Show it again',
  undo: 'Undo',
}

export function undoForm(mark: Mark, place: MarkPlace): Markup {
  return html`<form method="post" action="/marks">${fields(place)}<input type="hidden" name="target" value="${mark.id}"><button class="button" name="action" value="undo">${undoLabel(mark)}</button></form>`
}

export function undoLabel({ action }: Mark): string {
  return UNDO[action]
}

function fields({ crisis, token, back }: MarkPlace): Markup {
  const all = { crisis, token, back }
  return html`${Object.entries(all).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}
