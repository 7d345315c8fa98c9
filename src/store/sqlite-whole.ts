import type { Article, Claim, Mark, Notice, Report } from '../core/types.ts'
import { entryFaults } from './check.ts'
import type { BriefingEntry, Counts, Entry, Kind, SourceHealth } from './contract.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import { unpack } from './pack.ts'
import { inKeyOrder, pages, parsed } from './sqlite-read.ts'
import { inflate } from './sqlite-write.ts'

/** Everything as it is now, whatever is written while it is read. */
export async function* entries(db: Database): AsyncGenerator<Entry> {
  const view = db.snapshot()
  try {
    yield* facts(view)
    yield* readings(view)
    yield* decisions(view)
  } finally {
    view.close()
  }
}

function* facts(db: Database): Generator<Entry> {
  for (const { body, received } of pages(db, 'SELECT seq, body, received FROM reports WHERE seq > ?')) {
    const report = parsed<Report>(body)
    yield { kind: 'report', report, ...(typeof received === 'string' ? { received } : {}) }
  }
  for (const { report, version, body } of pages(db, 'SELECT seq, report, version, body FROM articles WHERE seq > ?')) {
    const article = body === null ? null : parsed<Article>(body)
    yield { kind: 'article', report: String(report), version: Number(version), article }
  }
}

function* readings(db: Database): Generator<Entry> {
  for (const kind of ['layers', 'claims'] as const) {
    for (const { article: id } of db.all(`SELECT article FROM ${kind} ORDER BY article`)) {
      const article = String(id)
      for (const { version, body } of db.all(`SELECT version, body FROM ${kind} WHERE article = ?`, article)) {
        const common = { article, version: String(version) }
        if (kind === 'layers') yield { kind, ...common, layers: unpack(parsed(inflate(body))) }
        else yield { kind, ...common, claims: parsed<readonly Claim[]>(inflate(body)) }
      }
    }
  }
}

function* decisions(db: Database): Generator<Entry> {
  for (const { body } of pages(db, 'SELECT seq, body FROM briefings WHERE seq > ?'))
    yield parsed<BriefingEntry>(inflate(body))
  for (const { body } of pages(db, 'SELECT seq, body FROM marks WHERE seq > ?'))
    yield { kind: 'mark', mark: parsed<Mark>(body) }
  for (const { body } of pages(db, 'SELECT seq, body FROM notices WHERE seq > ?'))
    yield { kind: 'notice', notice: parsed<Notice>(body) }
  const sources = db.all('SELECT body FROM sources').map(({ body }) => parsed<SourceHealth>(body))
  for (const source of inKeyOrder(sources)) yield { kind: 'source', source }
}

const TABLES: Readonly<Record<Kind, string>> = {
  report: 'reports',
  article: 'articles',
  layers: 'layers',
  claims: 'claims',
  briefing: 'briefings',
  mark: 'marks',
  notice: 'notices',
  source: 'sources',
}

export function countsOf(db: Database): Counts {
  const count = (kind: Kind) => Number(db.all(`SELECT count(*) AS n FROM ${TABLES[kind]}`)[0]?.n ?? 0)
  return {
    report: count('report'),
    article: count('article'),
    layers: count('layers'),
    claims: count('claims'),
    briefing: count('briefing'),
    mark: count('mark'),
    notice: count('notice'),
    source: count('source'),
  }
}

const MOST_FAULTS = 20

/** The file as SQLite checks it, then what is in it. A damaged page is a fault, not an error. */
export async function check(db: Database): Promise<readonly string[]> {
  const faults: string[] = []
  try {
    faults.push(...fileFaults(db))
    if (faults.length === 0) for await (const fault of entryFaults(entries(db))) faults.push(fault)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    faults.push(error.message)
  }
  return faults.slice(0, MOST_FAULTS)
}

function fileFaults(db: Database): readonly string[] {
  const whole = db.all(`PRAGMA integrity_check(${MOST_FAULTS})`).flatMap(row => {
    const said = String(Object.values(row)[0])
    return said === 'ok' ? [] : [`the file is damaged: ${said.replace(/\s+/gu, ' ')}`]
  })
  const loose = db.all('PRAGMA foreign_key_check').map(({ table }) => `a row of ${table} belongs to none`)
  const [index, texts] = [
    'SELECT count(*) AS n FROM words',
    'SELECT count(*) AS n FROM articles WHERE standing = 1 AND id IS NOT NULL',
  ].map(sql => Number(db.all(sql)[0]?.n))
  const search = index === texts ? [] : [`${index} articles can be searched, but ${texts} are kept`]
  return [...whole, ...loose, ...search]
}
