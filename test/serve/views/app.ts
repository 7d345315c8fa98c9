import { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import type { Briefing } from '../../../src/core/briefing.ts'
import type { Mark } from '../../../src/core/types.ts'
import type { CrisisState, Desk, DeskState, PageQuery } from '../../../src/run/index.ts'
import { assetRoutes } from '../../../src/serve/assets.ts'
import type { Env, Role } from '../../../src/serve/context.ts'
import { viewRoutes } from '../../../src/serve/views/index.ts'
import { openMemory, type Store } from '../../../src/store/index.ts'
import { fixture } from '../../publish/fixture.ts'

const DAYS = ['2031-05-10', '2031-05-11', '2031-05-12', '2031-05-13', '2031-05-14']

/** The strait of the fixture: five days, the second of them without a report. */
export function strait(over: Partial<CrisisState> = {}): CrisisState {
  const days = DAYS.map((day, i) => ({
    day,
    reports: i === 1 ? 0 : i + 1,
    cooperation: i,
    conflict: 4 - i,
    materialCooperation: i > 2 ? 1 : 0,
    materialConflict: i < 2 ? 2 : 0,
  }))
  const { asOf, topic, headline, counts } = fixture()
  return {
    crisis: { name: 'strait', topic, inputs: [] },
    days,
    asOf,
    headline: headline[0].text,
    reports: counts.reports,
    lineages: counts.lineages,
    revision: 1,
    ...over,
  }
}

export function stateOf(crises: readonly CrisisState[], over: Partial<DeskState> = {}): DeskState {
  return { phase: 'ready', done: 0, total: 0, revision: 1, crises, ...over }
}

type Given = {
  readonly state?: () => DeskState
  readonly page?: (query: PageQuery) => Briefing | undefined
  readonly store?: Store
  readonly role?: Role
  readonly now?: string
  readonly session?: string
}

/** A desk of given pages, with what it was asked for; `ask` gives an answer, read as a document. */
export function appOf({
  state = () => stateOf([strait()]),
  page,
  store = openMemory(),
  role = 'editor',
  now,
  session,
}: Given) {
  const asked: PageQuery[] = []
  const desk: Desk = {
    state,
    onChange: () => () => {},
    page: async (name, query = {}) => {
      if (!state().crises.some(({ crisis }) => crisis.name === name)) return undefined
      asked.push(query)
      const briefing = page ? page(query) : { ...fixture(), asOf: query.asOf ?? fixture().asOf }
      return { events: [], notices: [], ...(briefing ? { briefing } : {}) }
    },
    add: async () => ({ read: 0, added: 0 }),
    addBytes: async () => ({ read: 0, added: 0, notices: [] }),
    stories: async () => [],
    refresh: async () => {},
    close: async () => {},
  }
  const app = new Hono<Env>()
  app.use(async (context, next) => {
    context.set('person', { name: 'Ada', role })
    context.set('formToken', 'token-1')
    if (session) context.set('session', session)
    return next()
  })
  app.route('/', assetRoutes())
  app.route('/', viewRoutes({ desk, store, now: () => new Date(now ?? '2031-05-15T08:00:00Z') }))
  const ask = async (path: string) => {
    const answer = await app.request(path)
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, document: parseHTML(text).document }
  }
  return { app, asked, ask, store }
}

/** A store that holds the reports behind the fixture is not needed: marks name passages, and the page knows them. */
export function markOf(action: Mark['action'], target: string, more: Partial<Mark> = {}): Mark {
  return { id: `${action}-1`, at: '2031-05-14T09:00:00Z', by: 'Grace', action, target, ...more }
}
