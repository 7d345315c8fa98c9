import { counted } from '../core/counted.ts'
import type { Span } from '../core/span.ts'
import type { Annotation } from '../core/types.ts'
import { drawTree, type Word } from './layers-arcs.ts'
import type { Mark, MarkKind } from './layers-marks.ts'
import { html, type Markup } from './markup.ts'

/** Sentences with more words than this get a table: arcs over them cannot be read. */
const MOST_DRAWN = 80

/** The words of a sentence; empty where no syntax was read. `first` is the place of the first token in its layer. */
export function wordsOf(
  text: string,
  tokens: readonly Annotation<'token'>[],
  first: number,
  marks: readonly Mark[],
): readonly Word[] {
  if (tokens.every(({ value }) => value.relation === undefined)) return []
  return tokens.map(({ span, value }): Word => {
    const head = value.head === undefined ? undefined : value.head - first
    const kind = kindAt(marks, span)
    return {
      text: text.slice(span.start, span.end),
      pos: value.pos ?? '',
      xpos: value.xpos ?? '',
      lemma: value.lemma ?? '',
      features: value.features ?? '',
      relation: value.relation ?? '',
      ...(head !== undefined && head >= 0 && head < tokens.length && { head }),
      ...(kind && { kind }),
    }
  })
}

function kindAt(marks: readonly Mark[], span: Span): MarkKind | undefined {
  return marks.findLast(
    ({ kind, span: own }) => kind !== 'quote' && kind !== 'speaker' && own.start <= span.start && span.end <= own.end,
  )?.kind
}

/** The words and how they hang together: arcs, or a table for a long sentence. */
export function wordsHtml(words: readonly Word[], number: number): Markup {
  if (words.length === 0) return html``
  const spoken = words.filter(({ pos }) => pos !== 'PUNCT').length
  const drawn = spoken <= MOST_DRAWN && words.length <= 2 * MOST_DRAWN
  const body = drawn ? drawTree(words) : table(words)
  return html`<details class="words"><summary>Words and dependencies<span class="unseen"> of sentence ${number}</span></summary><div class="scroll" role="region" tabindex="0" aria-label="Words and dependencies of sentence ${number}">${!drawn && html`<p class="hint">${counted(spoken, 'word')}: a table, as arcs over so many cannot be read.</p>`}${body}</div></details>`
}

function table(words: readonly Word[]): Markup {
  const rows = words.map(
    ({ text, lemma, pos, xpos, features, head, relation }, i) =>
      html`<tr><td>${i + 1}</td><th scope="row">${text}</th><td>${lemma}</td><td>${pos}</td><td>${xpos}</td><td>${features.replaceAll('|', ' ')}</td><td>${head === undefined ? '' : `${words[head]?.text ?? ''} (${head + 1})`}</td><td>${relation}</td></tr>`,
  )
  return html`<table><thead><tr><th scope="col">no.</th><th scope="col">word</th><th scope="col">lemma</th><th scope="col">part of speech</th><th scope="col">Penn tag</th><th scope="col">features</th><th scope="col">hangs on</th><th scope="col">as</th></tr></thead><tbody>${rows}</tbody></table>`
}
