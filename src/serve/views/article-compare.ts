/** A run of text that two versions share, or that only one has. */
export type Run = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** Cells of the table that finds the longest common run of words: more would keep others waiting. */
const MOST_CELLS = 4_000_000

/**
 * What changed from one text to another, by words: the longest common subsequence of words and the white space behind them.
 * Undefined where the two are too long and too different to compare.
 */
export function compare(before: string, after: string): readonly Run[] | undefined {
  const [a, b] = [words(before), words(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length * right.length > MOST_CELLS) return undefined
  const runs: Run[] = []
  const add = (kind: Run['kind'], text: string) => {
    const last = runs.at(-1)
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
    else if (text !== '') runs.push({ kind, text })
  }
  add('same', a.slice(0, start).join(''))
  for (const { kind, text } of middle(left, right)) add(kind, text)
  add('same', a.slice(a.length - end).join(''))
  return runs
}

function words(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/gu) ?? []
}

/** What was taken out stands before what was put in. */
function* middle(a: readonly string[], b: readonly string[]): Generator<Run> {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      yield { kind: 'same', text: a[i] ?? '' }
      i++
      j++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      yield { kind: 'gone', text: a[i++] ?? '' }
    else yield { kind: 'new', text: b[j++] ?? '' }
  }
}
