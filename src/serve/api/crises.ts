import type { Briefing } from '../../core/briefing.ts'
import type { Day } from '../../core/day.ts'
import type { Actor, CodedEvent, Reading } from '../../core/types.ts'
import type { Result } from '../../pipeline.ts'
import { FORMATS } from '../../publish/index.ts'
import type { CrisisState } from '../../run/index.ts'
import { refused } from '../refusal.ts'
import { type ApiDesk, type Call, type Operation, operation, type RawAnswer } from './operation.ts'

const CRISIS = '/api/v1/crises/{name}'

type DayQuery = { readonly 'as-of'?: Day; readonly since?: Day }
type Slice = { readonly limit: number; readonly offset: number }

export const CRISIS_OPERATIONS: readonly Operation[] = [
  operation({
    path: '/api/v1/crises',
    id: 'listCrises',
    summary: 'All crises, each with the headline of its newest page.',
    query: 'none',
    answers: 'Crises',
    run: async ({ desk }) => ({ crises: desk.state().crises.map(summaryOf) }),
  }),
  operation({
    path: CRISIS,
    id: 'getCrisis',
    summary: 'A crisis with its days: how much was reported, and what happened on each.',
    query: 'none',
    answers: 'Crisis',
    run: async (desk, call) => {
      const crisis = crisisOf(desk, call.param('name'))
      return { ...summaryOf(crisis), days: crisis.days }
    },
  }),
  operation({
    path: `${CRISIS}/briefing`,
    id: 'getBriefing',
    summary: 'The page, of any day, with what changed since an earlier one.',
    query: 'page',
    answers: 'Briefing',
    run: async (desk, call) => (await pageOf(desk, call)).briefing,
  }),
  operation({
    path: `${CRISIS}/events`,
    id: 'listEvents',
    summary: 'Coded events that the page rests on, by type, actor (id or part of the name) and days.',
    query: 'events',
    answers: 'Events',
    run: async (desk, call) => {
      const { events } = await pageOf(desk, call)
      const { items, ...rest } = slice(
        events.filter(event => isWanted(event, call.query)),
        call.query,
      )
      return { ...rest, items: items.map(eventOf) }
    },
  }),
  operation({
    path: `${CRISIS}/stories`,
    id: 'listStories',
    summary: 'Which reports tell of the same happenings and what followed, the newest story first.',
    query: 'list',
    answers: 'Stories',
    run: async (desk, call) => {
      const { briefing } = await pageOf(desk, call)
      const { 'as-of': asOf } = call.query
      const stories = (await desk.desk.stories(call.param('name'), asOf ? { asOf } : {})) ?? []
      const titles = new Map(briefing.sources.map(({ article, title }) => [article, title]))
      const { items, ...rest } = slice(stories, call.query)
      return {
        ...rest,
        items: items.map(({ events, ...story }) => ({
          ...story,
          title: titles.get(story.typical) ?? '',
          events: events.map(({ id }) => id),
        })),
      }
    },
  }),
  ...lists(),
  ...formats(),
]

/** The sections of a page as lists. */
function lists(): readonly Operation[] {
  const list = (
    [name, id, summary, answers]: readonly [string, string, string, NonNullable<Operation['answers']>],
    items: (page: Briefing) => readonly unknown[],
  ) =>
    operation({
      path: `${CRISIS}/${name}`,
      id,
      summary,
      query: 'list',
      answers,
      run: async (desk, call) => slice(items((await pageOf(desk, call)).briefing), call.query),
    })
  return [
    list(['statements', 'listStatements', 'Who said what, in which role, when and where.', 'Statements'], page =>
      page.statements.flatMap(({ side, statements }) => statements.map(statement => ({ side, ...statement }))),
    ),
    list(
      ['disagreements', 'listDisagreements', 'Values that cannot all be true.', 'Disagreements'],
      page => page.disagreements,
    ),
    list(['expected', 'listExpected', 'What is announced, and what was due without an outcome.', 'Expected'], page =>
      page.developments.filter(({ status }) => status !== 'happened'),
    ),
    list(['reports', 'listReports', 'Reports that the page was made from, without their texts.', 'Reports'], page =>
      page.sources.map(({ text: _, ...source }) => source),
    ),
  ]
}

function formats(): readonly Operation[] {
  return [
    operation({
      path: `${CRISIS}/formats`,
      id: 'listFormats',
      summary: 'Formats that the page comes in.',
      query: 'none',
      answers: 'Formats',
      run: async (desk, call) => {
        const { crisis } = crisisOf(desk, call.param('name'))
        const path = (id: string) => `/api/v1/crises/${encodeURIComponent(crisis.name)}/formats/${id}`
        return { formats: FORMATS.map(({ id, file, type }) => ({ id, file, type, path: path(id) })) }
      },
    }),
    operation({
      path: `${CRISIS}/formats/{format}`,
      id: 'getFormat',
      summary: 'The page in a format of its own: Atom, iCalendar, GeoJSON, …',
      query: 'format',
      answers: undefined,
      run: async (desk, call): Promise<RawAnswer> => {
        const format = FORMATS.find(({ id }) => id === call.param('format'))
        if (!format) throw refused(404, 'Not found', `Formats are ${FORMATS.map(({ id }) => id).join(', ')}.`)
        const { briefing } = await pageOf(desk, call)
        return { body: format.write(briefing), type: format.type, file: format.file }
      },
    }),
  ]
}

function crisisOf({ desk }: ApiDesk, name: string): CrisisState {
  const found = desk.state().crises.find(({ crisis }) => crisis.name === name)
  if (!found) throw refused(404, 'Not found', 'There is no such crisis.')
  return found
}

function summaryOf({ crisis, asOf, headline, reports, lineages, revision }: CrisisState) {
  return {
    name: crisis.name,
    topic: crisis.topic,
    ...(asOf ? { asOf } : {}),
    ...(headline ? { headline } : {}),
    reports,
    lineages,
    revision,
  }
}

type PageCall = Pick<Call<'none'>, 'param'> & { readonly query: DayQuery }

async function pageOf(desk: ApiDesk, { param, query }: PageCall): Promise<Result & { readonly briefing: Briefing }> {
  const { crisis } = crisisOf(desk, param('name'))
  const { 'as-of': asOf, since } = query
  const made = await desk.desk.page(crisis.name, { ...(asOf ? { asOf } : {}), ...(since ? { since } : {}) })
  if (made?.briefing) return { ...made, briefing: made.briefing }
  if (desk.desk.state().phase === 'reading') throw refused(503, 'Still reading', 'Try again in a moment.')
  throw refused(404, 'Nothing yet', 'No report on this crisis was known by this day.')
}

function slice<T>(all: readonly T[], { limit, offset }: Slice) {
  return { total: all.length, limit, offset, items: all.slice(offset, offset + limit) }
}

type EventQuery = { readonly type?: string; readonly actor?: string; readonly from?: Day; readonly to?: Day }

function isWanted({ type, source, target, when }: CodedEvent, wanted: EventQuery): boolean {
  if (wanted.type && type !== wanted.type) return false
  const actor = wanted.actor?.toLowerCase()
  if (actor && ![...source, ...target].some(reading => isNamed(reading, actor))) return false
  if (!wanted.from && !wanted.to) return true
  return when.some(({ value }) => value.latest >= (wanted.from ?? '') && value.earliest <= (wanted.to ?? '9999-12-31'))
}

function isNamed({ value }: Reading<Actor>, actor: string): boolean {
  return value.id.toLowerCase() === actor || value.label.toLowerCase().includes(actor)
}

/** An event with the passages of its claims instead of the claims. */
function eventOf({ claims, ...event }: CodedEvent) {
  return { ...event, evidence: claims.flatMap(({ evidence }) => evidence) }
}
