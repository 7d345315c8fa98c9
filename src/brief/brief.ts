import type { Briefing, Sentence, Topic } from '../core/briefing.ts'
import type { Day } from '../core/day.ts'
import { byText } from '../core/order.ts'
import { VERSIONS } from '../core/stages.ts'
import type { Notice } from '../core/types.ts'
import type { Language } from '../lang/language.ts'
import { chooseBackground } from './background.ts'
import { writeDisagreements } from './clashes.ts'
import { type Desk, openDesk, print } from './desk.ts'
import { chooseDevelopments } from './developments.ts'
import { chooseHeadline } from './headline.ts'
import { chooseLead } from './lead.ts'
import { mappedPlaces } from './mapped.ts'
import { type Candidate, lineageLookup, type Material } from './material.ts'
import { everySentence } from './sentences.ts'
import { listSources } from './sources.ts'
import { chooseStatements } from './statements.ts'
import { chooseWhere } from './where.ts'

export type BriefSettings = {
  readonly topic: Topic
  readonly asOf: Day
  readonly language: Language
  /** Reports read but not on the page: off the topic, later, undated, in a language without a reader. */
  readonly setAside: number
  readonly notices: readonly Notice[]
}

/**
 * Writes the page from what was read and merged. Sections are filled in the order of their claim on a sentence: lead,
 * background, statements, key developments, places; no sentence stands in two of them.
 * Gives undefined where the material has no report with a title or sentence to show.
 */
export function briefing(material: Material, settings: BriefSettings): Briefing | undefined {
  const { topic, asOf, language } = settings
  const desk = openDesk(material, topic, asOf, language)
  const lead = chooseLead(desk)
  const headline = chooseHeadline(desk, lead)
  if (!headline) return undefined
  // A headline that is the first sentence of the lead itself is not said twice.
  const below = headline.form === 'sentence' ? lead.slice(1) : lead
  const background = chooseBackground(desk, lead)
  const statements = chooseStatements(desk, [...lead, ...background])
  const developments = chooseDevelopments(desk, lead, [...background, ...statements.used])
  const where = chooseWhere(desk, [...lead, ...background, ...statements.used, ...developments.used])
  const parts = {
    headline: [headline] as const,
    lead: below.map(candidate => print(desk, candidate)),
    background: background.map(candidate => print(desk, candidate)),
    developments: developments.entries,
    where: where.entries,
    places: mappedPlaces(desk, citedIn([lead, background, statements.used, developments.used, where.used].flat())),
    statements: statements.groups,
    disagreements: writeDisagreements(desk),
  }
  return assemble(desk, parts, settings)
}

type Parts = Pick<
  Briefing,
  'headline' | 'lead' | 'background' | 'developments' | 'where' | 'places' | 'statements' | 'disagreements'
>

function assemble(desk: Desk, parts: Parts, settings: BriefSettings): Briefing {
  const { material, topic, asOf } = desk
  const shell: Briefing = {
    format: 'dragoman-briefing/1',
    versions: VERSIONS,
    topic,
    asOf,
    counts: { reports: material.docs.length, lineages: material.lineages.length, setAside: settings.setAside },
    ...parts,
    related: linksOf(material),
    sources: [],
    notices: settings.notices,
  }
  const cited = new Set([
    ...everySentence(shell).flatMap(({ sentence }) => citedBy(sentence)),
    ...shell.places.flatMap(({ evidence }) => evidence.map(({ article }) => article)),
  ])
  return { ...shell, sources: listSources(material.docs, lineageLookup(material.lineages), cited) }
}

function citedIn(used: readonly Candidate[]): ReadonlySet<string> {
  return new Set(used.map(({ doc }) => doc.article.id))
}

function citedBy(sentence: Sentence): readonly string[] {
  return sentence.evidence.map(evidence => evidence.article)
}

const MOST_LINKS = 12

/** Links that the reports carried beside their text; promotions stay labelled as such. */
function linksOf(material: Material): Briefing['related'] {
  const links = material.docs.flatMap(({ article }) => [
    ...article.related.map(link => ({ ...link, kind: 'related' as const })),
    ...article.promoted.map(link => ({ ...link, kind: 'promoted' as const })),
  ])
  const unique = [...new Map(links.map(link => [link.url, link])).values()]
  return unique.sort((a, b) => byText(a.kind, b.kind) || byText(a.url, b.url)).slice(0, MOST_LINKS)
}
