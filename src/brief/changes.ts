import {
  type Briefing,
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  type Changes,
  type Sentence,
  type Source,
} from '../core/briefing.ts'
import { groupBy } from '../core/order.ts'
import { isSome } from '../core/some.ts'
import type { ArticleId, Doc } from '../core/types.ts'
import type { Language } from '../lang/language.ts'
import { clashChanges } from './changes-clashes.ts'
import { type Outcome, outcomesOf } from './changes-expected.ts'
import { meet, type Pair, pairUnits } from './changes-pairs.ts'
import {
  comparison,
  type Draft,
  figuresDiffer,
  figuresOf,
  mainKey,
  type Reports,
  type Unit,
  unitsOf,
} from './changes-units.ts'
import { articleOf, type Reader } from './reader.ts'
import { writePhrase } from './write.ts'

/**
 * What a briefing says otherwise than an earlier one on the same topic: sentences added, gone, reworded, under another
 * date or with another figure; expectations resolved, overdue or postponed; disagreements that arose or ended.
 * The same two briefings give the same changes, whatever they were made from. `read` reads a report they carry again.
 */
export function changesBetween(earlier: Briefing, page: Briefing, read: Reader, language: Language): Changes {
  const docs = readerOf(earlier, page, read)
  const before = unitsOf(earlier, 'before', language)
  const now = unitsOf(page, 'now', language)
  const compared = comparison(before, now)
  const outcomes = outcomesOf(before, now, compared, page.asOf)
  const settled = new Set(outcomes.flatMap(({ before: old, now: unit }) => [...old, ...unit]))
  const pairs = pairUnits(
    before.filter(unit => !settled.has(unit)),
    now.filter(unit => !settled.has(unit)),
    compared,
  )
  const drafts = [
    ...outcomes.map(outcomeChange),
    ...[...pairs.kept, ...pairs.retold].flatMap(pair => pairChange(pair, docs) ?? []),
    ...entries(pairs.added).map(units => entryChange('added', units)),
    ...entries(pairs.gone).map(units => entryChange('gone', units)),
    ...clashChanges(earlier, page),
  ]
  const list = inOrder(drafts).map(draft => withReports(rested(draft, page, earlier), earlier))
  return { since: earlier.asOf, list, sources: onlyEarlier(list, earlier, page) }
}

/** The briefing with its changes; reports that only the earlier wording rests on carry their text too. */
export function withChanges(page: Briefing, earlier: Briefing, read: Reader, language: Language): Briefing {
  const changes = changesBetween(earlier, page, read, language)
  const needed = new Set(changes.list.flatMap(articlesOf))
  const texts = new Map(earlier.sources.map(source => [source.article, source.text]))
  const sources = page.sources.map(source =>
    source.cited || !needed.has(source.article)
      ? source
      : { ...source, cited: true, text: texts.get(source.article) ?? '' },
  )
  return { ...page, changes, sources }
}

/** Each report is read once, and only when it is asked for. */
function readerOf(earlier: Briefing, page: Briefing, read: Reader): Reports {
  const carried = [...earlier.sources, ...page.sources].filter(source => source.text !== '')
  const sources = new Map(carried.map(source => [source.article, source]))
  const docs = new Map<ArticleId, Doc>()
  return article => {
    const source = sources.get(article)
    const doc = docs.get(article) ?? (source && read(articleOf(source)))
    if (doc) docs.set(article, doc)
    return doc
  }
}

function outcomeChange({ kind, before, now }: Outcome): Draft {
  const [old] = before
  const [unit] = now
  return {
    kind,
    section: unit?.section ?? 'developments',
    ...(unit?.when ? { when: unit.when } : {}),
    ...(old?.when ? { was: old.when } : {}),
    now: now.map(({ sentence }) => sentence),
    before: before.map(({ sentence }) => sentence),
    figures: [],
  }
}

/** What differs between two sentences that tell the same; undefined where nothing does. */
function pairChange({ before, now }: Pair, docs: Reports): Draft | undefined {
  const figures = figureChanges(before.sentence, now.sentence, docs)
  const redated = before.when !== undefined && now.when !== undefined && !meet(before.when, now.when)
  const reworded = mainKey(before.sentence) !== mainKey(now.sentence)
  const kind: ChangeKind | undefined =
    figures.length > 0 ? 'figure' : redated ? 'redated' : reworded ? 'reworded' : undefined
  if (!kind || (kind === 'reworded' && before.sentence.text === now.sentence.text)) return undefined
  return {
    kind,
    section: now.section,
    ...(now.when ? { when: now.when } : {}),
    ...(before.when ? { was: before.when } : {}),
    now: [now.sentence],
    before: [before.sentence],
    figures,
  }
}

function figureChanges(before: Sentence, now: Sentence, docs: Reports): Draft['figures'] {
  const old = figuresOf(before, docs)
  return [...figuresOf(now, docs)].flatMap(([thing, { amount }]) => {
    const was = old.get(thing)?.amount
    const docNow = docs(now.evidence[0].article)
    const docWas = docs(before.evidence[0].article)
    if (!was || !docNow || !docWas || !figuresDiffer(was.value, amount.value)) return []
    return [{ before: writePhrase(docWas, was.span, was.by), now: writePhrase(docNow, amount.span, amount.by) }]
  })
}

/** Sentences of one entry change together. */
function entries(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const keyOf = (unit: Unit) =>
    unit.section === 'developments' ? `${unit.when?.edtf} ${unit.status}` : `${unit.section} ${unit.order}`
  return [...groupBy(units, keyOf).values()]
}

function entryChange(kind: 'added' | 'gone', units: readonly Unit[]): Draft {
  const sentences = units.map(({ sentence }) => sentence)
  const when = units[0]?.when
  return {
    kind,
    section: units[0]?.section ?? 'developments',
    ...(when ? (kind === 'added' ? { when } : { was: when }) : {}),
    now: kind === 'added' ? sentences : [],
    before: kind === 'gone' ? sentences : [],
    figures: [],
  }
}

/** By kind, then in the order of the page, which is that of the drafts. */
function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  const place = (draft: Draft) => CHANGE_KINDS.indexOf(draft.kind)
  return [...drafts].sort((a, b) => place(a) - place(b))
}

/** Origins are counted anew for what the earlier page said: with more reports two of them may have turned out to be one. */
function rested(draft: Draft, page: Briefing, earlier: Briefing): Draft {
  const lineage = new Map([...earlier.sources, ...page.sources].map(source => [source.article, source.lineage]))
  const count = (sentence: Sentence): Sentence => ({
    ...sentence,
    lineages: new Set(sentence.evidence.map(at => lineage.get(at.article))).size,
  })
  return {
    ...draft,
    before: draft.before.map(count),
  }
}

/** The reports that the earlier page did not have; without one, those that the change rests on. */
function withReports(draft: Draft, earlier: Briefing): Change {
  const known = new Set(earlier.sources.map(source => source.article))
  const behind = articlesIn(draft.now.length > 0 ? draft.now : draft.before)
  const fresh = behind.filter(article => !known.has(article))
  const reports = fresh.length > 0 ? fresh : behind.slice(0, 1)
  if (!isSome(reports)) throw new Error('a change that rests on no report')
  return { ...draft, basis: fresh.length > 0 ? 'report' : 'choice', reports }
}

function onlyEarlier(list: readonly Change[], earlier: Briefing, page: Briefing): readonly Source[] {
  const needed = new Set(list.flatMap(articlesOf))
  const known = new Set(page.sources.map(source => source.article))
  return earlier.sources
    .filter(source => needed.has(source.article) && !known.has(source.article))
    .sort((a, b) => a.number - b.number)
    .map((source, i) => ({ ...source, cited: true, number: page.sources.length + i + 1 }))
}

function articlesIn(sentences: readonly Sentence[]): readonly ArticleId[] {
  return [...new Set(sentences.flatMap(({ evidence }) => evidence.map(at => at.article)))]
}

function articlesOf({ now, before }: Change): readonly ArticleId[] {
  return articlesIn([...now, ...before])
}
