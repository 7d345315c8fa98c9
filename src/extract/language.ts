import { eld } from 'eld/medium'

/** Fewer letters are too few to tell. */
const LETTERS = 40
/** From here on the text itself outweighs what a page's frame declares. */
const MANY = 400
/** A declared language whose score reaches this share of the best is left standing. */
const CLOSE = 0.75

/** The declared language as a BCP 47 tag, else the one the text is written in; `und` where neither can be told. */
export function languageOf(declared: string | undefined, text: string): string {
  const tag = canonical(declared)
  if (tag) return tag
  return detect(text)?.language ?? 'und'
}

/** Like `languageOf`, for pages: their frames often declare another language than the article's. */
export function languageOfPage(declared: string | undefined, text: string): string {
  const tag = canonical(declared)
  if (!tag || text.length < MANY) return languageOf(declared, text)
  const found = detect(text)
  const own = tag.split('-')[0] ?? ''
  if (!found || found.language === own) return tag
  const scores = found.scores
  const [best, declaredScore] = [scores[found.language] ?? 0, scores[own]]
  return declaredScore === undefined && !SUPPORTED.has(own)
    ? tag
    : (declaredScore ?? 0) >= best * CLOSE
      ? tag
      : found.language
}

const SUPPORTED: ReadonlySet<string> = new Set(Object.values(eld.info().Languages))

function detect(
  text: string,
): { readonly language: string; readonly scores: Readonly<Record<string, number>> } | undefined {
  const sample = text.slice(0, 2000)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < LETTERS) return undefined
  const result = eld.detect(sample)
  return result.language !== '' && result.isReliable()
    ? { language: result.language, scores: result.getScores() }
    : undefined
}

function canonical(tag: string | undefined): string | undefined {
  if (!tag || !/^[\p{L}\p{N}_-]{2,35}$/u.test(tag.trim())) return undefined
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
