import type { Article, Mark, Notice } from '../core/types.ts'
import type { BriefingEntry, SourceHealth, Store } from './contract.ts'
import { type OpenOptions, openDatabase } from './database.ts'
import { inForce, sourceKey } from './entries.ts'
import { articleRows, keptOf, pages, parsed, READ, reports, search, sources } from './sqlite-read.ts'
import { check, countsOf, entries } from './sqlite-whole.ts'
import { inflate, writeEntry } from './sqlite-write.ts'

/** The store in one SQLite file, which is made where there is none. */
export function openSqlite(path: string, options: OpenOptions = {}): Store {
  const db = openDatabase(path, options)
  return {
    write: async entries => db.transaction(() => entries.filter(entry => writeEntry(db, entry))),
    reports: query => reports(db, query),
    holds: async ids => new Set(ids.filter(id => db.all('SELECT 1 FROM reports WHERE id = ?', id).length > 0)),
    articles: async function* (query) {
      for (const row of articleRows(db, query, 'a.seq, a.body')) yield parsed<Article>(row.body)
    },
    kept: async function* (query) {
      for (const row of articleRows(db, query, READ)) yield keptOf(row)
    },
    search: async (words, query) => search(db, words, query),
    latestBriefing: async (crisis, asOf) => {
      const sql = 'SELECT body FROM briefings WHERE crisis = ? AND day <= ? ORDER BY seq DESC LIMIT 1'
      const row = db.all(sql, crisis, asOf ?? '9999-12-31')[0]
      return row && parsed<BriefingEntry>(inflate(row.body))
    },
    briefings: async function* (crisis) {
      const rows = pages(db, 'SELECT seq, body FROM briefings WHERE seq > ? AND ifnull(?, crisis) = crisis', [
        crisis ?? null,
      ])
      for (const { body } of rows) yield parsed<BriefingEntry>(inflate(body))
    },
    marksInForce: async target => {
      const marks = db.all('SELECT body FROM marks ORDER BY seq').map(({ body }) => parsed<Mark>(body))
      return inForce(marks).filter(mark => target === undefined || mark.target === target)
    },
    notices: async function* () {
      for (const { body } of pages(db, 'SELECT seq, body FROM notices WHERE seq > ?')) yield parsed<Notice>(body)
    },
    sources: async query => sources(db, query),
    source: async (address, of) => {
      const row = db.all('SELECT body FROM sources WHERE address = ?', sourceKey(address, of))[0]
      return row && parsed<SourceHealth>(row.body)
    },
    entries: () => entries(db),
    counts: async () => countsOf(db),
    revision: async () => {
      const sql = 'SELECT (SELECT ifnull(max(seq), 0) FROM articles) + (SELECT ifnull(max(seq), 0) FROM marks) AS n'
      return Number(db.all(sql)[0]?.n ?? 0)
    },
    check: () => check(db),
    close: async () => db.close(),
  }
}
