import { counted } from '../../core/counted.ts'
import type { Article, ArticleId, Claim, CodedEvent, Evidence, Reading } from '../../core/types.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { dateOf, passage, sourceLink, wordsAt } from './data-parts.ts'
import { MOOD_WORDS, moodsOf, type NameActor } from './data-words.ts'

type Articles = ReadonlyMap<ArticleId, Article>

/** Amounts in the words of the reports, each once. */
export function amountWords(event: CodedEvent, articles: Articles): readonly string[] {
  const words = event.amounts.map(({ evidence: [first] }) => wordsAt(articles, first).replace(/\s+/gu, ' '))
  return [...new Set(words.filter(text => text !== ''))]
}

/** Passages of one event that a row unfolds, and reports it names for one of its values. */
const MOST_PASSAGES = 25
const MOST_SOURCES = 5

/** The reports that a row needs: of its passages, its amounts and the values given. */
export function reportsBehind(event: CodedEvent): readonly ArticleId[] {
  const readings = [...event.when, ...event.source, ...event.target, ...event.where, ...event.amounts]
  return [
    ...passagesOf(event).slice(0, MOST_PASSAGES),
    ...readings.flatMap(({ evidence }) => apart(evidence).slice(0, MOST_SOURCES)),
  ].map(({ article }) => article)
}

/** One passage a report. */
function apart(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map([...evidence].reverse().map(at => [at.article, at])).values()].reverse()
}

/** All passages of an event, and the values that reports give otherwise. */
export function rowDetails(event: CodedEvent, articles: Articles, nameOf: NameActor): Markup {
  const readings = differing(event, nameOf)
  const passages = passagesOf(event)
  const more = passages.length - MOST_PASSAGES
  if (passages.length < 2 && readings.length === 0) return html``
  const words = [counted(passages.length, 'passage'), readings.length > 0 && 'values that differ'].filter(Boolean)
  const told = readings.map(({ about, values }) => readingList(about, values, articles))
  return html`<details class="claims"><summary>${words.join(', ')}</summary>${told}<ol class="passages">${passages.slice(0, MOST_PASSAGES).map(claim => claimItem(claim, articles, nameOf))}</ol>${more > 0 && html`<p class="small">and ${counted(more, 'passage')} more like these</p>`}</details>`
}

/** One claim a sentence: several verbs of it may tell the same. */
export function passagesOf({ claims }: CodedEvent): readonly Claim[] {
  return [
    ...new Map([...claims].reverse().map(claim => [`${claim.article} ${claim.sentence.start}`, claim])).values(),
  ].reverse()
}

function claimItem(claim: Claim, articles: Articles, nameOf: NameActor): Markup {
  const about = [
    claim.saidBy && `said by ${nameOf(claim.saidBy)}`,
    ...moodsOf(claim.flags).flatMap(mood => (mood === 'done' ? [] : [MOOD_WORDS[mood]])),
  ].filter(text => text !== undefined)
  const more = about.length > 0 ? html`<bdi>${about.join(', ')}</bdi>` : undefined
  return html`<li>${passage(articles, { article: claim.article, span: claim.sentence }, more)}</li>`
}

type Value = { readonly words: Markup; readonly evidence: readonly Evidence[] }
type Differing = { readonly about: string; readonly values: readonly Value[] }

/** The values of which reports give more than one. */
function differing(event: CodedEvent, nameOf: NameActor): readonly Differing[] {
  const named = (value: { readonly id: string; readonly label: string }) => html`<bdi>${nameOf(value)}</bdi>`
  const all: readonly Differing[] = [
    { about: 'Dates', values: valuesOf(event.when, dateOf) },
    { about: 'Who', values: valuesOf(event.source, named) },
    { about: 'To whom', values: valuesOf(event.target, named) },
    { about: 'Places', values: valuesOf(event.where, ({ label }) => html`<bdi>${label}</bdi>`) },
  ]
  return all.filter(({ values }) => values.length > 1)
}

function valuesOf<T>(readings: readonly Reading<T>[], write: (value: T) => Markup): readonly Value[] {
  return readings.map(({ value, evidence }) => ({ words: write(value), evidence }))
}

function readingList(about: string, values: readonly Value[], articles: Articles): Markup {
  const items = values.map(({ words, evidence }) => {
    const one = apart(evidence)
    const more = one.length - MOST_SOURCES
    return html`<li><strong>${words}</strong>: ${one.slice(0, MOST_SOURCES).map((at, i) => html`${i > 0 && '; '}${sourceLink(articles, at)}`)}${more > 0 && html` and ${counted(more, 'other')}`}</li>`
  })
  return html`<p class="given">${about} as the reports give them</p><ul class="given">${items}</ul>`
}
