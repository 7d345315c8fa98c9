/** A word of a text, as name lists see it: hyphenated tokens are cut at their hyphens. */
export type Piece = {
  readonly start: number
  readonly end: number
  /** As written, typographic apostrophes made plain. */
  readonly text: string
  readonly lower: string
  /** Only a space or a hyphen lies between the piece before and this one. */
  readonly joined: boolean
  /** First word of a sentence or of a quotation. */
  readonly initial: boolean
}

type Entry<T> = { readonly words: readonly string[]; readonly value: T }

/** Names by their first word, longest first. */
export type Gazetteer<T> = ReadonlyMap<string, readonly Entry<T>[]>

/** Builds a gazetteer; `split` must cut names as it cuts texts, so that borders agree. */
export function gazetteer<T>(
  names: Iterable<readonly [name: string, value: T]>,
  split: (name: string) => readonly string[],
): Gazetteer<T> {
  const entries = new Map<string, Entry<T>[]>()
  for (const [name, value] of names) {
    const words = split(name)
    const first = words[0]
    if (first === undefined) continue
    const list = entries.get(first)
    if (list) list.push({ words, value })
    else entries.set(first, [{ words, value }])
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length)
  return entries
}

export type Match<T> = { readonly length: number; readonly values: readonly T[] }

/**
 * The longest name that begins with the piece at `at`: how many pieces it takes, and every value it has. Case counts, except that
 * words in capitals ("KYIV") also match the usual writing. Undefined when none does.
 */
export function longestMatch<T>(names: Gazetteer<T>, pieces: readonly Piece[], at: number): Match<T> | undefined {
  const first = pieces[at]
  if (first === undefined) return undefined
  return (
    matchFrom(names.get(first.text), pieces, at, piece => piece.text) ??
    (isShouted(first.text) ? matchFrom(names.get(unshout(first.text)), pieces, at, p => unshout(p.text)) : undefined)
  )
}

function matchFrom<T>(
  entries: readonly Entry<T>[] | undefined,
  pieces: readonly Piece[],
  at: number,
  form: (piece: Piece) => string,
): Match<T> | undefined {
  if (!entries) return undefined
  let length = 0
  const values: T[] = []
  for (const { words, value } of entries) {
    if (words.length < length) break
    if (!words.every((word, i) => i === 0 || isNext(pieces[at + i], word, form))) continue
    length = words.length
    values.push(value)
  }
  return length > 0 ? { length, values } : undefined
}

function isNext(piece: Piece | undefined, word: string, form: (piece: Piece) => string): boolean {
  return piece?.joined === true && form(piece) === word
}

function isShouted(word: string): boolean {
  return word.length >= 4 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function unshout(word: string): string {
  return isShouted(word) ? word.slice(0, 1) + word.slice(1).toLowerCase() : word
}
