import type { NameText, TextName } from './names.ts'

/**
 * re3d brought closer to one guideline: names lose what stands before their first word with a capital and articles; what has
 * no capital is no name; a name that the corpus labels somewhere and leaves out elsewhere (a third of its country names) is
 * labelled wherever it stands, with the type it has most often.
 */
export function repaired(texts: readonly NameText[]): readonly NameText[] {
  const trimmed = texts.map(({ id, text, names }) => ({ id, text, names: names.flatMap(name => trim(name, text)) }))
  const types = majorityTypes(trimmed)
  return trimmed.map(({ id, text, names }) => ({ id, text, names: [...names, ...missing(text, names, types)] }))
}

function trim(name: TextName, text: string): readonly TextName[] {
  let { start, end } = name
  const written = () => text.slice(start, end)
  while (/^(?:the|an?|this|that)\s/iu.test(written()) || /^[^\p{Lu}\p{Nd}\s]\S*\s/u.test(written()))
    start += /^\S+\s+/u.exec(written())?.[0].length ?? 1
  const title =
    /^(?:President|Prime Minister|Foreign (?:Secretary|Minister)|Minister|Secretary|Ambassador|General|Gen\.|Col\.|Lt\.|Maj\.|Mr|Mrs|Ms|Dr|Sir)\s+(?=\p{Lu})/u
  if (name.type === 'Person') while (title.test(written())) start += title.exec(written())?.[0].length ?? 1
  if (/[’']s$/u.test(written())) end -= 2
  return /\p{Lu}/u.test(written()) ? [{ start, end, type: name.type }] : []
}

function majorityTypes(texts: readonly NameText[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { text, names } of texts)
    for (const { start, end, type } of names) {
      const written = text.slice(start, end)
      const own = counts.get(written) ?? new Map<string, number>()
      counts.set(written, own)
      own.set(type, (own.get(type) ?? 0) + 1)
    }
  return new Map(
    [...counts]
      .filter(([written, types]) => written.length > 2 && [...types.values()].reduce((sum, n) => sum + n, 0) > 1)
      .map(([written, types]) => [written, [...types].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  )
}

function missing(text: string, names: readonly TextName[], types: ReadonlyMap<string, string>): readonly TextName[] {
  const taken = new Uint8Array(text.length)
  for (const { start, end } of names) taken.fill(1, start, end)
  const found: TextName[] = []
  for (const [written, type] of [...types].sort((a, b) => b[0].length - a[0].length)) {
    for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
      const end = at + written.length
      const whole = !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[end] ?? ' ')
      if (!whole || taken.subarray(at, end).includes(1)) continue
      taken.fill(1, at, end)
      found.push({ start: at, end, type })
    }
  }
  return found
}
