import { contains, overlaps } from '../core/span.ts'
import type { Annotation, Country, Doc } from '../core/types.ts'
import type { Language } from '../lang/language.ts'

export type Speaker = { readonly label: string; readonly role?: string; readonly country?: Country }

/** The heading a speaker's words stand under: the name of his state, or "Others". */
export function sideOf(speaker: Speaker, language: Language): string {
  return (speaker.country && language.countryName(speaker.country)) ?? 'Others'
}

/** Who a quotation is given to, by the name that stands in its speaker span; undefined when nobody is named. */
export function speakerOf(doc: Doc, quote: Annotation<'quote'>): Speaker | undefined {
  const span = quote.value.speaker
  if (!span) return undefined
  const names = doc.layers.name.filter(
    n => contains(span, n.span) || (overlaps(span, n.span) && n.value.type === 'PERSON'),
  )
  const name =
    names.find(n => n.value.type === 'PERSON') ??
    names.find(n => n.value.type === 'ORGANISATION' && n.value.actor !== undefined)
  if (!name) return undefined
  const { label, role, country } = name.value
  return {
    label,
    ...(role === undefined ? {} : { role }),
    ...(country === undefined ? {} : { country }),
  }
}
