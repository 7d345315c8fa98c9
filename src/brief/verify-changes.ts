import type { Briefing, Change, Changes, Sentence } from '../core/briefing.ts'
import { contains } from '../core/span.ts'
import { dayOfStamp, knownByStamp } from '../core/stamp.ts'
import type { ArticleId, Doc, When } from '../core/types.ts'
import { meet } from './changes-pairs.ts'
import { everySentence } from './sentences.ts'

/** Something on the page that the reports do not account for. */
export type Fault = { readonly where: string; readonly text: string; readonly problem: string }

/**
 * What a list of changes says besides its sentences, which are checked as those of every section are: that the page has
 * what it calls new, that nothing shown as earlier rests on a later report, that its figures differ and stand in its
 * sentences, its dates are those of the reports, and the reports named are among its receipts.
 */
export function changeFaults(briefing: Briefing, docs: ReadonlyMap<ArticleId, Doc>): readonly Fault[] {
  const { changes } = briefing
  if (!changes) return []
  const page = new Set(everySentence({ ...briefing, changes: { ...changes, list: [] } }).map(p => keyOf(p.sentence)))
  const late = lateSources(briefing, changes)
  const since = changes.since <= briefing.asOf ? [] : ['the earlier page is of a later day']
  return [
    ...since.map(problem => ({ where: 'what changed', text: changes.since, problem })),
    ...changes.list.flatMap(change =>
      [
        ...new Set([
          ...shapeFaults(change, page, late),
          ...figureFaults(change, docs),
          ...dateFaults(change, briefing, docs),
        ]),
      ].map(problem => ({ where: 'what changed', text: (change.now[0] ?? change.before[0])?.text ?? '', problem })),
    ),
  ]
}

function keyOf(sentence: Sentence): string {
  return JSON.stringify([sentence.text, sentence.evidence])
}

/** Reports that were not known on the day of the earlier page. */
function lateSources({ sources }: Briefing, { since, sources: earlier }: Changes): ReadonlySet<ArticleId> {
  const late = [...sources, ...earlier].filter(({ published, known }) => {
    const stamp = published ?? known
    return !stamp || !knownByStamp(stamp, since)
  })
  return new Set(late.map(({ article }) => article))
}

/** Which sides a kind of change has. */
const HAS: Readonly<Record<Change['kind'], (now: number, before: number) => boolean>> = {
  resolved: (now, before) => now > 0 && before > 0,
  overdue: (now, before) => now === 0 && before > 0,
  postponed: (now, before) => now > 0 && before > 0,
  redated: (now, before) => now > 0 && before > 0,
  figure: (now, before) => now > 0 && before > 0,
  disputed: now => now > 0,
  settled: (now, before) => now === 0 && before > 0,
  reworded: (now, before) => now > 0 && before > 0,
  added: (now, before) => now > 0 && before === 0,
  gone: (now, before) => now === 0 && before > 0,
}

function* shapeFaults(change: Change, page: ReadonlySet<string>, late: ReadonlySet<ArticleId>): Generator<string> {
  const { kind, now, before, reports, basis } = change
  if (!HAS[kind](now.length, before.length)) yield `"${kind}" does not fit what it shows`
  if (now.some(sentence => !page.has(keyOf(sentence)))) yield 'is not on the page'
  if (before.some(({ evidence }) => evidence.some(({ article }) => late.has(article))))
    yield 'rests on a report later than the earlier page'
  const behind = new Set((now.length > 0 ? now : before).flatMap(({ evidence }) => evidence.map(at => at.article)))
  if (reports.some(article => !behind.has(article))) yield 'a report behind it is not among its receipts'
  if (basis === 'choice' && reports.some(article => late.has(article))) yield 'comes from a later report'
}

function* figureFaults({ kind, now, before, figures }: Change, docs: ReadonlyMap<ArticleId, Doc>): Generator<string> {
  if ((kind === 'figure') !== figures.length > 0) yield 'figures that do not fit its kind'
  for (const figure of figures) {
    if (!stands(figure.now, now) || !stands(figure.before, before)) yield 'a figure does not stand in its sentences'
    const [new_, old] = [amountAt(figure.now, docs), amountAt(figure.before, docs)]
    if (!new_ || !old || new_.unit !== old.unit) yield 'its figures do not count the same'
    else if (new_.value === old.value && new_.upper === old.upper) yield 'its figures do not differ'
  }
}

function stands({ evidence: [at] }: Sentence, sentences: readonly Sentence[]): boolean {
  return sentences.some(({ evidence: [main] }) => main.article === at.article && contains(main.span, at.span))
}

function amountAt({ evidence: [at] }: Sentence, docs: ReadonlyMap<ArticleId, Doc>) {
  const layer = docs.get(at.article)?.layers.amount ?? []
  return layer.find(({ span }) => span.start === at.span.start && span.end === at.span.end)?.value
}

/** The new date must be that of an entry of the page which holds the sentence; the earlier page's dates are read again. */
function* dateFaults(
  { kind, when, was, now, before }: Change,
  page: Briefing,
  docs: ReadonlyMap<ArticleId, Doc>,
): Generator<string> {
  const dated = [
    ...page.developments.map(entry => ({ when: entry.when, sentences: entry.sentences })),
    ...page.statements.flatMap(({ statements }) => statements.map(s => ({ when: s.when, sentences: [s.sentence] }))),
  ]
  const holds = (sentence: Sentence) =>
    dated.some(
      entry => entry.when?.edtf === when?.edtf && entry.sentences.some(other => keyOf(other) === keyOf(sentence)),
    )
  if (when && !now.every(holds)) yield 'is not on the page under this date'
  if (was && !before.some(sentence => tellsOf(sentence, was, docs))) yield 'no report gives it the earlier date'
  if ((kind === 'redated' || kind === 'postponed') && (!when || !was || meet(when, was)))
    yield 'its dates do not differ'
}

/** Whether a sentence tells of a day or stretch of days: by a date of its passage, or because its report is of that day. */
function tellsOf({ evidence: [main] }: Sentence, was: When, docs: ReadonlyMap<ArticleId, Doc>): boolean {
  const doc = docs.get(main.article)
  const stamp = doc?.article.published ?? doc?.article.known
  const day = stamp && dayOfStamp(stamp)
  const dates = doc?.layers.time.filter(t => contains(main.span, t.span)).flatMap(t => t.value.when ?? []) ?? []
  return dates.some(date => meet(date, was)) || (day !== undefined && meet({ earliest: day, latest: day }, was))
}
