import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Article } from '../core/types.ts'
import { canonical } from './canonical.ts'
import type { ArticleEntry, ClaimsEntry, Entry, LayersEntry, MarkEntry } from './contract.ts'
import type { Database } from './database.ts'
import { addressOf, knownDay, noticeKey, sourceKey } from './entries.ts'
import { missing } from './errors.ts'
import { pack } from './pack.ts'
import { wordsOf } from './words.ts'

/** Writes one entry; whether it was new. */
export function writeEntry(db: Database, entry: Entry): boolean {
  switch (entry.kind) {
    case 'report':
      return insert(
        db,
        'INSERT INTO reports (id, received, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
        entry.report.id,
        entry.received ?? null,
        canonical(entry.report),
      )
    case 'article':
      return writeArticle(db, entry)
    case 'layers':
    case 'claims':
      return writeReading(db, entry)
    case 'briefing':
      return insert(
        db,
        'INSERT INTO briefings (id, crisis, day, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
        entry.id,
        entry.crisis,
        entry.briefing.asOf,
        deflate(canonical(entry)),
      )
    case 'mark':
      return writeMark(db, entry)
    case 'notice':
      return insert(
        db,
        'INSERT INTO notices (key, body) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
        noticeKey(entry.notice),
        canonical(entry.notice),
      )
    case 'source':
      return insert(
        db,
        'INSERT INTO sources (address, body) VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET body = excluded.body WHERE body <> excluded.body',
        sourceKey(entry.source.address, entry.source.of),
        canonical(entry.source),
      )
  }
}

function insert(db: Database, sql: string, ...values: readonly (string | number | null | Uint8Array)[]): boolean {
  return db.run(sql, ...values) > 0
}

function writeArticle(db: Database, { report, version, article }: ArticleEntry): boolean {
  if (db.all('SELECT 1 FROM reports WHERE id = ?', report).length === 0) throw missing('report', report)
  const newest = db.all('SELECT seq, id, version FROM articles WHERE report = ? AND standing = 1', report)[0]
  const stands = newest === undefined || Number(newest.version) < version
  const added = insert(
    db,
    `INSERT INTO articles (report, version, id, address, known, standing, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (report, version) DO NOTHING`,
    report,
    version,
    article?.id ?? null,
    (article && addressOf(article)) ?? null,
    (article && knownDay(article)) ?? null,
    stands ? 1 : 0,
    article ? canonical(article) : null,
  )
  if (!added || !stands) return added
  if (article) index(db, article)
  if (newest) retire(db, Number(newest.seq), newest.id)
  return true
}

function index(db: Database, { title, text }: Article): void {
  const spaced = (part: string) =>
    wordsOf(part)
      .map(word => word.norm)
      .join(' ')
  db.run('INSERT INTO words (rowid, title, text) VALUES (last_insert_rowid(), ?, ?)', spaced(title), spaced(text))
}

/** An article that counts no more is not searched, and what was read in it goes unless another report has it too. */
function retire(db: Database, seq: number, id: unknown): void {
  db.run('UPDATE articles SET standing = 0 WHERE seq = ?', seq)
  if (typeof id !== 'string') return
  db.run('DELETE FROM words WHERE rowid = ?', seq)
  if (stands(db, id)) return
  db.run('DELETE FROM layers WHERE article = ?', id)
  db.run('DELETE FROM claims WHERE article = ?', id)
}

function stands(db: Database, article: string): boolean {
  return db.all('SELECT 1 FROM articles WHERE id = ? AND standing = 1 LIMIT 1', article).length > 0
}

function writeReading(db: Database, entry: LayersEntry | ClaimsEntry): boolean {
  const { kind, article, version } = entry
  if (!stands(db, article)) {
    if (db.all('SELECT 1 FROM articles WHERE id = ? LIMIT 1', article).length > 0) return false
    throw missing('article', article)
  }
  const body = deflate(canonical(kind === 'layers' ? pack(entry.layers) : entry.claims))
  return insert(
    db,
    `INSERT INTO ${kind} (article, version, body) VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE
     SET version = excluded.version, body = excluded.body WHERE version <> excluded.version OR body <> excluded.body`,
    article,
    version,
    body,
  )
}

function writeMark(db: Database, { mark }: MarkEntry): boolean {
  if (mark.action === 'undo' && db.all('SELECT 1 FROM marks WHERE id = ?', mark.target).length === 0)
    throw missing('mark', mark.target)
  return insert(db, 'INSERT INTO marks (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', mark.id, canonical(mark))
}

export function deflate(text: string): Uint8Array {
  return deflateRawSync(text)
}

export function inflate(bytes: unknown): string {
  return inflateRawSync(bytes instanceof Uint8Array ? bytes : new Uint8Array()).toString('utf8')
}
