import { claims, eventLexicon } from '../../src/claim/index.ts'
import type { Claim } from '../../src/core/types.ts'
import { docOf, type Marked } from './docs.ts'

const lexicon = eventLexicon()

export function claimsIn(text: string, marked: Marked = {}): readonly Claim[] {
  return claims(docOf(text, marked), lexicon)
}

/** "CONSULT RUS>UKR future" for each claim of a text. */
export function brieflyIn(text: string, marked: Marked = {}): readonly string[] {
  return claimsIn(text, marked).map(claim => {
    const flags = Object.entries(claim.flags).flatMap(([flag, on]) => (on ? [flag] : []))
    return [claim.type, `${claim.source?.id ?? '?'}>${claim.target?.id ?? '?'}`, ...flags].join(' ')
  })
}

export function states(...labels: readonly (readonly [string, string])[]): Marked {
  return {
    names: labels.map(([label, country]) => [label, { type: 'PLACE', label, actor: country, country }] as const),
  }
}
