import { join } from 'node:path'
import { annotate } from '../../src/annotate/index.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { english } from '../../src/lang/en/index.ts'
import { nameLists, personOfName, roleOn } from '../../src/lang/en/names/lists.ts'
import { type ActorSentence, readActors, readRoleQuestions } from '../loaders/actors.ts'
import { type Corpus, type CorpusDocument, corpusDocuments } from '../loaders/corpora.ts'
import { PROJECT } from '../root.ts'
import { ActorScore, type Linked, precision, recall } from '../scorers/actors.ts'
import type { Figure, Suite } from '../types.ts'
import { actorMentions } from './actor-mentions.ts'

const LABELS = join(PROJECT, 'bench', 'labels', 'actors')

/**
 * Actors: which names and descriptions are linked to whom, over sentences of the open corpora that we labelled
 * (guideline: bench/labels/actors/GUIDELINE.md), whole documents read with their day. `roles_right`: questions who held which
 * office on a day, set aside before the tables were filled. Lines with `:dev` are the half that rules were written with.
 */
export const suite: Suite = {
  name: 'actors',
  datasets: [{ name: 'own', path: 'corpus', run: folder => own(join(folder, '..')) }],
}

function own(root: string): readonly Figure[] {
  const parts = ['test', 'dev'].map(part => ({ part, rows: readActors(join(LABELS, `${part}.jsonl`)) }))
  const texts = documents(root, new Set(parts.flatMap(({ rows }) => rows.map(row => row.corpus))))
  const language = english()
  const read = (key: string): Doc => {
    const document = texts.get(key)
    if (!document) throw new Error(`no document ${key}, whose actors are labelled`)
    return annotate(article(document), language)
  }
  const linked = parts.flatMap(({ part, rows }) => figures(rows, read, part === 'test' ? '' : `:${part}`))
  return [...linked, roles()]
}

function documents(root: string, corpora: ReadonlySet<string>): ReadonlyMap<string, CorpusDocument> {
  return new Map(
    [...corpora].flatMap(corpus =>
      corpusDocuments(root, corpus as Corpus).map(document => [`${corpus} ${document.id}`, document] as const),
    ),
  )
}

function article({ id, lang, text, day }: CorpusDocument): Article {
  const published = day && { value: day, precision: 'day' as const, certainty: 'stated' as const, by: 'bench' }
  return {
    id,
    report: id,
    publisher: '',
    lang,
    title: '',
    text,
    related: [],
    promoted: [],
    ...(published && { published }),
  }
}

function figures(rows: readonly ActorSentence[], read: (key: string) => Doc, suffix: string): readonly Figure[] {
  const score = new ActorScore()
  const started = performance.now()
  for (const key of new Set(rows.map(({ corpus, document }) => `${corpus} ${document}`))) {
    const doc = read(key)
    const units = codePointStarts(doc.article.text)
    const found = actorMentions(doc)
    for (const row of rows.filter(({ corpus, document }) => `${corpus} ${document}` === key)) {
      const [start, end] = [units[row.start] ?? 0, units[row.end] ?? 0]
      const gold = row.actors.map(
        ([from, to, id, how]): Linked => ({
          span: { start: units[from] ?? 0, end: units[to] ?? 0 },
          id,
          kind: id === null ? 'nobody' : (how ?? kindOf(id)),
        }),
      )
      const inside = found.filter(({ span }) => span.start >= start && span.end <= end)
      score.add(
        gold,
        inside.map(({ span, actor }) => ({ span, id: actor })),
      )
    }
  }
  const seconds = (performance.now() - started) / 1000
  const base = { suite: 'actors', dataset: 'own', seconds, ...(suffix !== '' && { detail: true }) }
  const { all, byKind } = score
  return [
    { ...base, metric: `precision${suffix}`, value: precision(all), n: all.given },
    { ...base, metric: `recall${suffix}`, value: recall(all), n: all.gold },
    ...[...byKind].flatMap(([kind, counts]) => [
      { ...base, metric: `precision${suffix}:${kind}`, value: precision(counts), n: counts.given, detail: true },
      { ...base, metric: `recall${suffix}:${kind}`, value: recall(counts), n: counts.gold, detail: true },
    ]),
  ]
}

function kindOf(id: string): string {
  if (/^[a-z]/u.test(id)) return 'person'
  return /^[A-Z]{3}(?:\.|$)/u.test(id) && STATES.has(id.slice(0, 3))
    ? id.includes('.')
      ? 'organ'
      : 'state'
    : 'organisation'
}

const STATES: ReadonlySet<string> = new Set(nameLists().adjectives.keys())

function roles(): Figure {
  const lists = nameLists()
  const questions = readRoleQuestions(join(LABELS, 'roles.tsv'))
  const right = questions.filter(({ person, day, role }) => {
    const known = personOfName(lists, person)
    return known !== undefined && (roleOn(known, day) ?? '') === role
  })
  const value = right.length / questions.length
  return { suite: 'actors', dataset: 'own', metric: 'roles_right', value, n: questions.length }
}

/** Where each code point of a text begins in code units, and its end. */
function codePointStarts(text: string): readonly number[] {
  const starts: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) starts.push(at)
  return [...starts, text.length]
}
