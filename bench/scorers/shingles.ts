/** Words of a text for shingles: runs of letters and digits, lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/**
 * F1 of the words' 4-shingles, counted with repetition: 2 × shared / (shingles of one + shingles of the other). Texts of
 * fewer words count as one shingle; two empty texts are equal.
 */
export function shingleF1(ours: string, wanted: string, size = 4): number {
  const [a, b] = [shingles(wordsOf(ours), size), shingles(wordsOf(wanted), size)]
  const total = sum(a) + sum(b)
  if (total === 0) return 1
  let shared = 0
  for (const [shingle, count] of a) shared += Math.min(count, b.get(shingle) ?? 0)
  return (2 * shared) / total
}

function shingles(words: readonly string[], size: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const last = words.length === 0 ? 0 : Math.max(1, words.length - size + 1)
  for (let i = 0; i < last; i++) {
    const shingle = words.slice(i, i + size).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function sum(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((total, count) => total + count, 0)
}
