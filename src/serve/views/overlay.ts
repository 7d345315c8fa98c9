import type { Sentence } from '../../core/briefing.ts'
import { isDay, writeDay } from '../../core/day.ts'
import { marksOn, readTarget } from '../../core/mark.ts'
import { groupBy } from '../../core/order.ts'
import type { Mark } from '../../core/types.ts'
import { html, type Markup } from '../../publish/markup.ts'
import type { Overlay } from '../../publish/sentence.ts'
import type { EditedWords } from './edited.ts'

/** The marks about a sentence, in the order they were made. */
export type MarksOf = (sentence: Sentence) => readonly Mark[]

/** Looks marks up by report first, so that many marks cost a page little. */
export function marksLookup(marks: readonly Mark[]): MarksOf {
  const byArticle = groupBy(marks, ({ target }) => readTarget(target)?.article ?? '')
  return sentence => {
    const about = byArticle.get(sentence.evidence[0].article)
    return about ? marksOn(sentence, about) : []
  }
}

/** Lays over a page what reports do not say: marks of editors, what was edited since; `form` is what an editor finds under a sentence. */
export function overlayOf(
  marksOf: MarksOf,
  form?: (sentence: Sentence) => Markup,
  edited: EditedWords = () => html``,
): Overlay {
  const hiding = (sentence: Sentence) => marksOf(sentence).findLast(({ action }) => action === 'hide')
  return {
    words: sentence => {
      const names = new Set(marksOf(sentence).flatMap(({ action, by }) => (action === 'confirm' ? [by] : [])))
      const confirmed = names.size > 0 && html` <span class="confirmed">✓ confirmed by ${listed([...names])}</span>`
      return html`${confirmed}${edited(sentence)}`
    },
    block: (sentence, paragraph) => {
      const notes = marksOf(sentence).filter(({ action }) => action === 'note' || action === 'correct')
      const written = html`${paragraph}${notes.map(note => html`<div class="editor" role="note">${editorsWords(note)}</div>`)}${form?.(sentence)}`
      const hidden = hiding(sentence)
      if (!hidden) return written
      return html`<details class="hidden-mark"><summary>1 sentence hidden by <bdi>${hidden.by}</bdi>${hidden.text && html`: <bdi>${hidden.text}</bdi>`} — show</summary>${written}</details>`
    },
    hides: sentence => hiding(sentence) !== undefined,
  }
}

const CALLED: Readonly<Record<Mark['action'], string>> = {
  confirm: 'Confirmed',
  hide: 'Hidden',
  correct: 'Correction',
  note: 'Note',
  undo: 'Undone',
}

/** What a mark is called in a list. */
export function calledMark({ action }: Mark): string {
  return CALLED[action]
}

/** "Editor, NAME, 12 May 2025. Correction: …" */
export function editorsWords(mark: Mark): Markup {
  return html`<span class="by">Editor, <bdi>${mark.by}</bdi>, ${writeMarkDay(mark)}.</span> <b>${calledMark(mark)}:</b> <bdi>${mark.text ?? ''}</bdi>`
}

export function writeMarkDay({ at }: Mark): string {
  const day = at.slice(0, 10)
  return isDay(day) ? writeDay(day) : at
}

function listed(names: readonly string[]): Markup {
  return html`${names.map((name, i) => html`${i > 0 && ', '}<bdi>${name}</bdi>`)}`
}
