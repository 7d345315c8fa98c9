import { readTable } from '../../src/core/table.ts'

/** The words of a text in lower case, hyphens and apostrophes inside words kept, a possessive 's cut off. */
export function wordsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)].map(m =>
    m[0].replace(/['’]s$/u, ''),
  )
}

/** Every base form that a word may have by spelling rules or by the table of irregular forms, itself included. */
export function lemmasOf(word: string, irregular: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const stems = [word.replace(/ies$|ied$/u, 'y'), word.replace(/es$|ed$|ing$/u, ''), word.replace(/s$/u, '')]
  const bare = word.replace(/es$|ed$|ing$/u, '')
  const short = bare.replace(/(\p{L})\1$/u, '$1')
  return new Set([word, ...stems, `${bare}e`, short, ...(irregular.get(word) ?? [])])
}

export function irregularForms(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>()
  for (const row of readTable('events/irregular.tsv', ['form', 'lemma']))
    forms.set(row.form, [...(forms.get(row.form) ?? []), row.lemma])
  return forms
}

/** Positions at which the words of a pattern begin, each at most `gap` words after the one before. */
export function startsOf(
  words: readonly ReadonlySet<string>[],
  pattern: readonly string[],
  gap: number,
): readonly number[] {
  return words.flatMap((_, start) => (reaches(words, pattern, start, gap) ? [start] : []))
}

function reaches(
  words: readonly ReadonlySet<string>[],
  pattern: readonly string[],
  start: number,
  gap: number,
): boolean {
  let at = start
  for (const [i, part] of pattern.entries()) {
    const limit = i === 0 ? start : at + gap
    let next = i === 0 ? start : at + 1
    while (next <= limit && !words[next]?.has(part)) next++
    if (next > limit) return false
    at = next
  }
  return true
}
