import type { Article } from '../core/types.ts'

/** Agencies by the ways a credit line names them. Written for this project. */
const AGENCIES: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['ap', /\((?:AP|Associated Press)\)|\bThe Associated Press\b|\bap(?:news)?\.(?:org|com)\b/u],
  ['reuters', /\bReuters\b|\breuters\.com\b/iu],
  ['afp', /\bAFP\b|\bAgence France-Presse\b/u],
  ['tass', /\bTASS\b|\btass\.(?:com|ru)\b/u],
  ['dpa', /\(dpa\)|\bdpa\b/u],
  ['upi', /\(UPI\)/u],
  ['ria', /\bRIA Novosti\b|\bria\.ru\b/u],
  ['interfax', /\bInterfax\b/u],
  ['ukrinform', /\bUkrinform\b/iu],
  ['anadolu', /\bAnadolu\b|\baa\.com\.tr\b/u],
  ['xinhua', /\bXinhua\b/u],
  ['bloomberg', /\bBloomberg\b/u],
  ['cnn', /\(CNN\)|\bcnn\.com\b/u],
]

const HEAD = 200
const TAIL = 200

/**
 * The agencies an article credits as its source: in its dateline or first words, in its last words, its byline or as its
 * publisher. A weak sign: reports on one event may all name the same agency, so it never makes a copy by itself.
 */
export function credits(article: Pick<Article, 'text' | 'byline' | 'publisher'>): ReadonlySet<string> {
  const { text } = article
  const where = [text.slice(0, HEAD), text.slice(-TAIL), article.byline ?? '', article.publisher].join('\n')
  return new Set(AGENCIES.filter(([, pattern]) => pattern.test(where)).map(([id]) => id))
}

/** Whether both credit an agency in common. */
export function shareCredit(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const agency of a) if (b.has(agency)) return true
  return false
}
