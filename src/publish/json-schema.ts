import { z } from 'zod'
import { shapes } from './schema.ts'

/** What the fields that do not explain themselves mean, by shape. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  Span: 'Half-open range of UTF-16 code units: text.slice(start, end) is the passage.',
  Evidence:
    'A passage of a report: a span of its text, or of its title where "in" says so; "by" is the rule that chose it.',
  When: 'A day or span of days; bounds are inclusive days, edtf is ISO 8601-2.',
  Stamp: 'A moment or day as the source wrote it, with its own offset.',
  Part: 'What a sentence is made of: text copied from a span, a value written anew from spans by a named normaliser, or words from a closed list.',
  Sentence:
    'A published sentence. "text" is its parts put together; "evidence" are the passages it rests on, "left" the spans of the source sentence left out, "lineages" the independent origins.',
  Development: 'A dated entry. "due": was announced for a day now past, outcome unknown.',
  PlaceEntry: 'A place with what was reported there; "reports" counts independent origins.',
  DisagreementEntry: 'Values of one thing that cannot all be true, each with its sources.',
  Change:
    'Something this page says otherwise than the earlier one. "before" and "was" are the earlier words and date, "reports" the reports behind it: with basis "report" those that the earlier page did not have.',
  Changes: 'What changed since an earlier briefing; "sources" are those that only the earlier one had.',
  Source:
    'A report used; "text" is its full text where a sentence rests on it, else empty; "textId" always identifies the full text.',
  Notice: 'Something about bad input: code, message, cure.',
}

const NAMED = [
  'Span',
  'Evidence',
  'When',
  'Actor',
  'Place',
  'Stamp',
  'Part',
  'Sentence',
  'Development',
  'PlaceEntry',
  'Statement',
  'StatementGroup',
  'DisagreementEntry',
  'Change',
  'Changes',
  'Link',
  'RelatedLink',
  'Source',
  'Topic',
  'Notice',
] as const

/** The JSON Schema (draft 2020-12) of a published briefing, as the text of schema/briefing.schema.json. */
export function jsonSchema(): string {
  const all = shapes(z)
  const names = z.registry<{ id?: string; title?: string; description?: string }>()
  for (const id of NAMED) {
    const description = DESCRIPTIONS[id]
    names.add(all[id], description === undefined ? { id } : { id, description })
  }
  names.add(all.Briefing, {
    title: 'Dragoman briefing',
    description: 'A sourced briefing: every sentence carries the passages it rests on.',
  })
  const schema = z.toJSONSchema(all.Briefing, { target: 'draft-2020-12', metadata: names, reused: 'inline' })
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
