import type { Annotation } from '../../core/types.ts'

type Token = Annotation<'token'>

const MAX_PLACE = 6
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u

/**
 * How many tokens at the start of a text are its dateline, marks included; 0 when there is none. By shape: a place in
 * capitals, then a day, an agency in brackets or slashes, and a dash, colon or full stop ("BERLIN, May 23. ", "MOSCOW,
 * May 28. /TASS/. ", "KYIV (AP) - ").
 */
export function datelineLength(text: string, tokens: readonly Token[]): number {
  let i = 0
  while (i < MAX_PLACE && isPlace(text, tokens, i)) i += 1
  if (i === 0) return 0
  const place = i
  i = overDay(tokens, i)
  const dated = i > place
  const agency = overAgency(tokens, i)
  const mark = norm(tokens, agency)
  if (/^[-–—]+$/u.test(mark)) return agency + 1
  if (mark === '.' && dated) return afterStop(tokens, agency + 1)
  return agency > i && mark === '.' ? agency + 1 : 0
}

function norm(tokens: readonly Token[], i: number): string {
  return tokens[i]?.value.norm ?? ''
}

function isPlace(text: string, tokens: readonly Token[], i: number): boolean {
  if (/^[,/]$/u.test(norm(tokens, i)))
    return i > 0 && isCapitals(text, tokens[i - 1]) && isCapitals(text, tokens[i + 1])
  return isCapitals(text, tokens[i])
}

function isCapitals(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{Lu}'’.-]+$/u.test(text.slice(token.span.start, token.span.end))
}

/** ", May 23" and ", May 23, 2025". */
function overDay(tokens: readonly Token[], i: number): number {
  if (norm(tokens, i) !== ',' || !MONTH.test(norm(tokens, i + 1)) || tokens[i + 2]?.value.kind !== 'number') return i
  return norm(tokens, i + 3) === ',' && tokens[i + 4]?.value.kind === 'number' ? i + 5 : i + 3
}

/** "(AP)", "(Reuters)", "/TASS/". */
function overAgency(tokens: readonly Token[], i: number): number {
  const close = norm(tokens, i) === '(' ? ')' : norm(tokens, i) === '/' ? '/' : undefined
  if (close === undefined) return i
  for (let at = i + 2; at < i + 6; at++) if (norm(tokens, at) === close) return at + 1
  return i
}

function afterStop(tokens: readonly Token[], i: number): number {
  const agency = overAgency(tokens, i)
  return agency > i && norm(tokens, agency) === '.' ? agency + 1 : agency
}
