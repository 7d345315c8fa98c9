import { annotate } from '../../src/annotate/index.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { english } from '../../src/lang/en/index.ts'

export const language = english()

/** An article of 28 May 2025. */
export function articleOf(text: string): Article {
  return {
    id: 'a',
    report: 'r',
    publisher: 'x',
    lang: 'en',
    title: '',
    published: { value: '2025-05-28', precision: 'day', certainty: 'stated', by: 'test' },
    text,
    related: [],
    promoted: [],
  }
}

/** A text of 28 May 2025 with all layers, as they are really read. */
export function readText(text: string): Doc {
  return annotate(articleOf(text), language)
}
