import type { Briefing, Change, ChangeSection, Development, Sentence } from '../core/briefing.ts'
import { passage } from '../core/span.ts'
import type { AmountValue, Annotation, ArticleId, Doc, Evidence, When } from '../core/types.ts'
import type { Language } from '../lang/language.ts'
import { likeness } from './likeness.ts'
import { contentTerms } from './select-terms.ts'

/** A change before it is known which reports are behind it. */
export type Draft = Omit<Change, 'basis' | 'reports'>

/** A report read again; undefined where neither briefing carries it. */
export type Reports = (article: ArticleId) => Doc | undefined

/** A sentence of one of two briefings with what its section says of it. */
export type Unit = {
  readonly key: string
  /** Place in the order of the page. */
  readonly order: number
  readonly section: ChangeSection
  readonly sentence: Sentence
  readonly terms: readonly string[]
  /** Passages it rests on. */
  readonly passages: ReadonlySet<string>
  readonly when?: When
  readonly status?: Development['status']
  readonly type?: Development['type']
  readonly actors: readonly string[]
  readonly speaker?: string
}

type Placed = Pick<Unit, 'section' | 'sentence' | 'when' | 'status' | 'type' | 'speaker'> &
  Partial<Pick<Unit, 'actors'>>

/** The sentences of a page, but for disagreements, which are compared as wholes. */
export function unitsOf(page: Briefing, side: 'now' | 'before', language: Language): readonly Unit[] {
  return placedIn(page).map((placed, order): Unit => {
    const norms = language.tokens(placed.sentence.text).map(token => token.value.norm)
    return {
      actors: [],
      ...placed,
      key: `${side} ${order}`,
      order,
      terms: contentTerms(norms, language.words.stop),
      passages: new Set(placed.sentence.evidence.map(passageKey)),
    }
  })
}

function placedIn(page: Briefing): readonly Placed[] {
  const plain = (section: ChangeSection, sentences: readonly Sentence[]): readonly Placed[] =>
    sentences.map(sentence => ({ section, sentence }))
  return [
    ...plain('headline', page.headline),
    ...plain('lead', page.lead),
    ...plain('background', page.background),
    ...page.developments.flatMap(({ when, status, type, actors, sentences }) =>
      sentences.map(sentence => ({
        section: 'developments' as const,
        sentence,
        when,
        status,
        ...(type ? { type } : {}),
        actors: actors.map(actor => actor.id),
      })),
    ),
    ...page.where.flatMap(entry => plain('where', entry.sentences)),
    ...page.statements.flatMap(group =>
      group.statements.map(({ speaker, when, sentence }) => ({
        section: 'statements' as const,
        sentence,
        speaker,
        ...(when ? { when } : {}),
      })),
    ),
  ]
}

/** A passage by its report and place; the rule that chose it does not matter. */
export function passageKey({ article, in: where, span }: Evidence): string {
  return `${article} ${where ?? 'text'} ${span.start} ${span.end}`
}

/** The passage a sentence is copied from. */
export function mainKey(sentence: Sentence): string {
  return passageKey(sentence.evidence[0])
}

export type Comparison = {
  /** How alike two sentences are, 0–1; sentences that rest on one passage are alike. */
  readonly alike: (a: Unit, b: Unit) => number
  /** Units of the other page that may be worth a comparison. */
  readonly near: (unit: Unit, least: number) => readonly Unit[]
}

/** Shared passages count for so much at least. */
const ONE_PASSAGE = 0.8

/** Compares sentences by their content words, those rare on both pages weighing more, and by passages they share. */
export function comparison(before: readonly Unit[], now: readonly Unit[]): Comparison {
  const all = [...before, ...now]
  const words = likeness(all)
  const resting = new Map<string, Unit[]>()
  for (const unit of all)
    for (const key of unit.passages) resting.set(key, [...(resting.get(key) ?? []), unit].slice(0, MOST_ON_PASSAGE))
  const shares = (a: Unit, b: Unit) => [...a.passages].some(key => b.passages.has(key))
  return {
    alike: (a, b) => Math.max(words.of(a, b), shares(a, b) ? ONE_PASSAGE : 0),
    near: (unit, least) => [
      ...new Set([...words.near(unit, least), ...[...unit.passages].flatMap(key => resting.get(key) ?? [])]),
    ],
  }
}

/** A passage is the main one of a few sentences and supports a few; more would make a hostile page slow. */
const MOST_ON_PASSAGE = 40

/** Figures of a sentence's passage by what they count; a thing counted twice in it is left out. */
export function figuresOf(sentence: Sentence, docs: Reports): ReadonlyMap<string, Figure> {
  const [main] = sentence.evidence
  const doc = docs(main.article)
  if (!doc || main.in === 'title') return new Map()
  const inside = doc.layers.amount.filter(a => a.span.start >= main.span.start && a.span.end <= main.span.end)
  const found = new Map<string, Figure | undefined>()
  for (const amount of inside) {
    if (amount.value.kind === 'number') continue
    const thing = `${amount.value.unit} ${amount.value.per ?? ''}`
    found.set(thing, found.has(thing) ? undefined : { amount, words: passage(doc.article.text, amount.span) })
  }
  return new Map([...found].flatMap(([thing, figure]) => (figure ? [[thing, figure] as const] : [])))
}

export type Figure = { readonly amount: Annotation<'amount'>; readonly words: string }

/** Whether two figures of one thing say different things; "about 12" and "12" do not. */
export function figuresDiffer(a: AmountValue, b: AmountValue): boolean {
  return a.value !== b.value || (a.upper ?? a.value) !== (b.upper ?? b.value)
}
