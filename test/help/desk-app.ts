import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTools } from '../../src/pipeline.ts'
import { type Crisis, type Desk, openDesk } from '../../src/run/index.ts'
import { deskApp } from '../../src/serve/index.ts'
import { openMemory, type Store } from '../../src/store/index.ts'

export const CRISIS: Crisis = {
  name: 'talks',
  topic: { words: 'Russia Ukraine talks Istanbul', actors: ['RUS', 'UKR'], any: [] },
  asOf: '2025-05-29',
  inputs: [],
}

/** A report as a line of reports.jsonl. */
export type Line = {
  readonly url?: string
  readonly publisher?: string
  readonly published?: string
  readonly modified?: string
  readonly title: string
  readonly text: string
}

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string }

export type TestDesk = {
  readonly app: ReturnType<typeof deskApp>
  readonly desk: Desk
  readonly store: Store
  readonly get: (path: string) => Promise<Answer>
}

/** The reports of the example on the talks, and those on an attack that they tell otherwise: some fifty. */
function exampleLines(): readonly string[] {
  const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n')
  return lines.filter(line => /Istanbul|ballistic missiles/u.test(line))
}

/** A desk over a store in memory with the example and more reports, read. */
export async function openTestDesk(more: readonly Line[] = []): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-views-'))
  const file = join(folder, 'reports.jsonl')
  writeFileSync(file, `${[...exampleLines(), ...more.map(line => JSON.stringify(line))].join('\n')}\n`)
  const store = openMemory()
  const desk = openDesk(store, [CRISIS], openTools(), { now: () => '2025-06-01T12:00:00Z' })
  await desk.add([file])
  rmSync(folder, { recursive: true, force: true })
  return testDesk(desk, store)
}

export function testDesk(desk: Desk, store: Store): TestDesk {
  const app = deskApp({ desk, store, now: () => new Date('2025-06-01T12:00:00Z') })
  const get = async (path: string) => {
    const answer = await app.request(path, { headers: { host: '127.0.0.1:4750' } })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return { app, desk, store, get }
}

const opened = new Map<string, Promise<TestDesk>>()

/** The desk over the example with some reports of ours that show what the example lacks; opened once for all tests. */
export function sharedDesk(): Promise<TestDesk> {
  const known = opened.get('shared') ?? openTestDesk(OURS)
  opened.set('shared', known)
  return known
}

const WIRE =
  'ISTANBUL, May 28 - Russia and Ukraine will hold a second round of talks in Istanbul on Monday, June 2, Turkish officials said on Wednesday. ' +
  'Ukraine had asked Russia to send its memorandum before the talks. Turkey said it was ready to host both sides at the Dolmabahce palace.'
const BEFORE =
  'Russia and Ukraine are due to meet in Istanbul on Monday, a Turkish official said. The official said 12 delegates would come from Kyiv.'

/** A wire with its copy, and a page that was changed later. */
export const OURS: readonly Line[] = [
  {
    url: 'https://wire.example/a',
    publisher: 'wire.example',
    published: '2025-05-28T09:00:00+03:00',
    title: 'Second round of Istanbul talks set for June 2',
    text: WIRE,
  },
  {
    url: 'https://copy.example/b',
    publisher: 'copy.example',
    published: '2025-05-28T11:30:00+03:00',
    title: 'Talks in Istanbul set for Monday, Turkish officials say',
    text: WIRE,
  },
  {
    url: 'https://edited.example/talks',
    publisher: 'edited.example',
    published: '2025-05-28T08:00:00Z',
    title: 'Istanbul meeting expected',
    text: BEFORE,
  },
  {
    url: 'https://edited.example/talks?utm_source=feed',
    publisher: 'edited.example',
    published: '2025-05-28T08:00:00Z',
    modified: '2025-05-28T15:00:00Z',
    title: 'Istanbul meeting expected',
    text: BEFORE.replace('12 delegates', '14 delegates'),
  },
]
