import { byText } from '../core/order.ts'
import type { Article, Claim, Report } from '../core/types.ts'
import type { ArticleQuery, Hit, Kept, SearchQuery, SourceHealth, SourceQuery, Store } from './contract.ts'
import type { Database } from './database.ts'
import { addressOf, sourceKey } from './entries.ts'
import { StoreError } from './errors.ts'
import { unpack } from './pack.ts'
import { MOST_HITS, TITLE_WEIGHT } from './ranking.ts'
import { inflate } from './sqlite-write.ts'
import { type Phrase, queryOf, snippetOf } from './words.ts'

const PAGE = 200

type Row = ReturnType<Database['all']>[number]
type Value = Parameters<Database['all']>[1]

/** Rows of a statement that takes the `seq` to go on from and then `values`; a page at a time, so that others may write. */
export function* pages(db: Database, sql: string, values: readonly Value[] = [], from = 0): Generator<Row> {
  for (let after = from; ; ) {
    const rows = db.all(`${sql} ORDER BY seq LIMIT ${PAGE}`, after, ...values)
    yield* rows
    const last = rows.at(-1)
    if (rows.length < PAGE || !last) return
    after = Number(last.seq)
  }
}

/** Only this store writes the file, and `check` compares what is in it with its ids. */
export function parsed<T>(body: unknown): T {
  try {
    return JSON.parse(String(body))
  } catch (error) {
    throw new StoreError(
      'corrupt',
      'a record of the store is damaged',
      'Put back a copy, or import the last export.',
      error,
    )
  }
}

export async function* reports(db: Database, query: Parameters<Store['reports']>[0] = {}): AsyncGenerator<Report> {
  const { knownBy, extractedBefore } = query
  const standing = 'SELECT 1 FROM articles a WHERE a.report = r.id AND a.standing = 1'
  const sql = `SELECT r.seq, r.body FROM reports r WHERE r.seq > ?
    ${knownBy === undefined ? '' : `AND EXISTS (${standing} AND a.known <= ?)`}
    ${extractedBefore === undefined ? '' : `AND NOT EXISTS (${standing} AND a.version >= ?)`}`
  const values = [knownBy, extractedBefore].filter(value => value !== undefined)
  for (const { body } of pages(db, sql, values)) yield parsed<Report>(body)
}

export const READ = `a.seq, a.body, (SELECT body FROM layers WHERE article = a.id) AS layers,
  (SELECT body FROM claims WHERE article = a.id) AS claims`

/** Of several reports with one article, the first. */
const COUNTS = `a.standing = 1 AND a.id IS NOT NULL
  AND a.seq = (SELECT min(b.seq) FROM articles b WHERE b.id = a.id AND b.standing = 1)`

export function articleRows(db: Database, query: ArticleQuery = {}, columns: string): Iterable<Row> {
  const { id, after = 0, knownBy, address, lacking } = query
  const sql = `SELECT ${columns} FROM articles a WHERE a.seq > ? AND ${COUNTS}
    ${id === undefined ? '' : 'AND a.id = ?'}
    ${knownBy === undefined ? '' : 'AND a.known <= ?'}
    ${address === undefined ? '' : 'AND a.address = ?'}
    ${lacking ? `AND NOT EXISTS (SELECT 1 FROM ${lacking.kind} l WHERE l.article = a.id AND l.version = ?)` : ''}`
  const asked = address === undefined ? undefined : (addressOf({ url: address }) ?? '')
  return pages(
    db,
    sql,
    [id, knownBy, asked, lacking?.version].filter(value => value !== undefined),
    after,
  )
}

export function keptOf({ seq, body, layers, claims }: Row): Kept {
  return {
    article: parsed<Article>(body),
    arrival: Number(seq),
    ...(layers ? { layers: unpack(parsed(inflate(layers))) } : {}),
    ...(claims ? { claims: parsed<readonly Claim[]>(inflate(claims)) } : {}),
  }
}

export function search(db: Database, words: string, { knownBy, limit = MOST_HITS }: SearchQuery = {}): readonly Hit[] {
  const query = queryOf(words)
  if (query.length === 0) return []
  const sql = `SELECT a.body, bm25(words, ${TITLE_WEIGHT}, 1) AS rank FROM words JOIN articles a ON a.seq = words.rowid
    WHERE words MATCH ? AND ${COUNTS} ${knownBy === undefined ? '' : 'AND a.known <= ?'}
    ORDER BY rank, a.seq LIMIT ?`
  const values = [matchOf(query), ...(knownBy === undefined ? [] : [knownBy]), limit]
  return db.all(sql, ...values).map(({ body, rank }) => {
    const article = parsed<Article>(body)
    return { article, snippet: snippetOf(article.text, query), score: -Number(rank) }
  })
}

/** Empty in the column where a source is no page of another. */
export function sources(db: Database, { of = '', due, limit }: SourceQuery = {}): readonly SourceHealth[] {
  const most = limit ?? -1
  const rows =
    due === undefined
      ? db.all('SELECT body FROM sources WHERE parent = ? ORDER BY address LIMIT ?', of, most)
      : db.all('SELECT body FROM sources WHERE parent = ? AND due <= ? ORDER BY due, address LIMIT ?', of, due, most)
  const found = rows.map(({ body }) => parsed<SourceHealth>(body))
  return due === undefined ? inKeyOrder(found) : found
}

/** By key, as they are exported. */
export function inKeyOrder(sources: readonly SourceHealth[]): readonly SourceHealth[] {
  return [...sources].sort((a, b) => byText(sourceKey(a.address, a.of), sourceKey(b.address, b.of)))
}

/** FTS5 syntax; words hold letters and digits only, so nothing in them can end the quotation. */
function matchOf(query: readonly Phrase[]): string {
  return query.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ')
}
