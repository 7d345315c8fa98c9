import { writePhrase, writeSentence } from '../../src/brief/write.ts'
import { textId } from '../../src/core/article.ts'
import type { Briefing, Development, DisagreementEntry, Sentence } from '../../src/core/briefing.ts'
import { isSome } from '../../src/core/some.ts'
import type { ArticleId, Doc, Some } from '../../src/core/types.ts'
import { firstSentence, spanOf, whenOf } from './docs.ts'
import { NOTHING } from './nothing.ts'

/** The first sentence of a report as a page of the day prints it, supported by the first sentences of others. */
export function printed(doc: Doc, asOf: string, others: readonly Doc[] = []): Sentence {
  const sentence = writeSentence(doc, firstSentence(doc), { asOf })
  const support = others.map(other => ({ article: other.article.id, span: firstSentence(other), by: 'brief/support' }))
  const evidence = [...sentence.evidence, ...support]
  return { ...sentence, evidence: isSome(evidence) ? evidence : sentence.evidence, lineages: evidence.length }
}

export function entry(
  edtf: string,
  sentences: Some<Sentence>,
  status: Development['status'] = 'happened',
): Development {
  const actors = ['RUS', 'UKR'].map(id => ({ id, label: id, kind: 'state' as const }))
  return { when: whenOf(edtf), status, actors, places: [], sentences }
}

/** A disagreement over a figure: the words of each report that give it. */
export function clash(question: Sentence, ...given: readonly (readonly [Doc, string])[]): DisagreementEntry {
  const readings = given.map(([doc, words]) => ({
    value: writePhrase(doc, spanOf(doc.article.text, words), 'test/hand'),
    sources: [doc.article.id] as Some<ArticleId>,
    lineages: 1,
  }))
  const groups = readings.map(({ value }) => ({ value: value.text, evidence: value.evidence, lineages: 1 }))
  const [first, second, ...rest] = groups
  if (!first || !second) throw new Error('a disagreement needs two readings')
  return {
    question,
    readings,
    disagreement: { id: question.text, event: 'e', about: 'missile', readings: [first, second, ...rest] },
  }
}

type Sections = Partial<Pick<Briefing, 'lead' | 'background' | 'developments' | 'statements' | 'disagreements'>>

/** A page of a day over reports, each an origin of its own; the headline is the first sentence of the first report. */
export function pageBy(asOf: string, docs: Some<Doc>, sections: Sections): Briefing {
  return {
    format: 'dragoman-briefing/1',
    versions: {},
    topic: { words: 'Russia Ukraine', actors: [], any: [] },
    asOf,
    counts: { reports: docs.length, lineages: docs.length, setAside: 0 },
    headline: [printed(docs[0], asOf)],
    ...NOTHING,
    ...sections,
    sources: docs.map(({ article }, i) => ({
      number: i + 1,
      article: article.id,
      title: article.title,
      publisher: article.publisher,
      lang: article.lang,
      ...(article.published ? { published: article.published } : {}),
      lineage: article.id,
      cited: true,
      text: article.text,
      textId: textId(article.text),
      related: [],
      promoted: [],
    })),
  }
}
