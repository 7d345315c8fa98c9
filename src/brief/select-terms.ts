/** Endings that the forms of one English word differ in; the stem left must keep four letters. */
const ENDINGS = ['ings', 'ing', 'ed', 'es', 's']
const LEAST = 4

/**
 * Content words as they are compared when sentences are chosen: norms of words and numbers without stop words and single
 * letters, plural and verb endings taken off. Only for comparison, never for show.
 */
export function contentTerms(norms: Iterable<string>, stop: ReadonlySet<string>): readonly string[] {
  const terms: string[] = []
  for (const norm of norms)
    if (norm.length > 1 && /[\p{L}\p{N}]/u.test(norm) && !stop.has(norm)) terms.push(lightStem(norm))
  return terms
}

/** "killing", "killed" → "kill"; "sanctions" → "sanction"; a final "e" goes too, so that "seize" meets "seized". */
export function lightStem(norm: string): string {
  if (norm.length <= LEAST || !/^[a-z]+$/u.test(norm) || norm.endsWith('ss')) return norm
  if (norm.endsWith('ies')) return `${norm.slice(0, -3)}y`
  const ending = ENDINGS.find(end => norm.endsWith(end) && norm.length - end.length >= LEAST)
  const stem = ending ? norm.slice(0, -ending.length) : norm
  return stem.endsWith('e') && stem.length > LEAST ? stem.slice(0, -1) : stem
}
