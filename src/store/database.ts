import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { StoreError } from './errors.ts'
import { APPLICATION, MIGRATIONS } from './migrations.ts'

export type OpenOptions = {
  /** How long a writer waits for another, in milliseconds. */
  readonly waitMs?: number
  /** Most pages (of 4 KiB) the file may grow to; the disk sets the bound where this is left out. */
  readonly maxPages?: number
  readonly migrations?: readonly string[]
  readonly readOnly?: boolean
}

type Row = Readonly<Record<string, SQLInputValue>>

/** One open file, with statements prepared once. */
export type Database = {
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
  /** How many rows it changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number
  /** All of it or nothing; when it returns, it is on the disk. */
  transaction<T>(work: () => T): T
  /** Opens a second view of the same file that does not move while others write. */
  snapshot(): Database
  close(): void
}

/** Opens the file of a store; makes it where there is none, and brings an older one up to date. */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const migrations = options.migrations ?? MIGRATIONS
  return guarded(path, () => {
    inspect(path)
    const db = new DatabaseSync(path, { timeout: options.waitMs ?? 10_000, readOnly: options.readOnly ?? false })
    try {
      prepare(db, path, migrations, options)
      return wrap(db, path, options)
    } catch (error) {
      db.close()
      throw error
    }
  })
}

const HEADER = 100
const MAGIC = 'SQLite format 3\0'

/** Refuses what is no SQLite file, and one that is shorter than its own header says, before SQLite touches it. */
function inspect(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat || (stat.isFile() && stat.size === 0)) return
  if (!stat.isFile()) throw notAStore(path)
  const header = Buffer.alloc(HEADER)
  const file = openSync(path, 'r')
  try {
    const read = readSync(file, header, 0, HEADER, 0)
    const size = fstatSync(file).size
    const start = header.subarray(0, Math.min(read, MAGIC.length)).toString('latin1')
    if (!MAGIC.startsWith(start)) throw notAStore(path)
    if (read < HEADER || (size < sizeIn(header) && !hasLog(path))) throw truncated(path)
  } finally {
    closeSync(file)
  }
}

/** The size a header states; 0 where its page size cannot be one. https://www.sqlite.org/fileformat2.html#the_database_header */
function sizeIn(header: Buffer): number {
  const told = header.readUInt16BE(16)
  const page = told === 1 ? 65_536 : told
  return page >= 512 && (page & (page - 1)) === 0 ? page * header.readUInt32BE(28) : 0
}

/** With a write-ahead log beside it, the file alone says little. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function prepare(db: DatabaseSync, path: string, migrations: readonly string[], options: OpenOptions): void {
  const number = (pragma: string) => Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0] ?? 0)
  db.exec('PRAGMA foreign_keys = ON')
  if (options.readOnly) return
  const application = number('application_id')
  const tables = Number(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0)
  if (application !== APPLICATION && (application !== 0 || tables > 0)) throw notAStore(path)
  if (number('user_version') > migrations.length) throw newer(path)
  if (options.maxPages) db.exec(`PRAGMA max_page_count = ${Math.trunc(options.maxPages)}`)
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  if (number('user_version') === migrations.length) return
  db.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have done it while this one waited.
    for (const [i, step] of migrations.entries()) if (i >= number('user_version')) migrate(db, i + 1, step)
    db.exec(`PRAGMA application_id = ${APPLICATION}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function migrate(db: DatabaseSync, version: number, step: string): void {
  db.exec(step)
  db.exec(`PRAGMA user_version = ${version}`)
}

function wrap(db: DatabaseSync, path: string, options: OpenOptions): Database {
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare(sql)
    statements.set(sql, made)
    return made
  }
  return {
    all: (sql, ...values) => guarded(path, () => statement(sql).all(...values) as Row[]),
    run: (sql, ...values) => guarded(path, () => Number(statement(sql).run(...values).changes)),
    transaction: work =>
      guarded(path, () => {
        db.exec('BEGIN IMMEDIATE')
        try {
          const result = work()
          db.exec('COMMIT')
          return result
        } catch (error) {
          if (db.isTransaction) db.exec('ROLLBACK')
          throw error
        }
      }),
    snapshot: () => {
      const view = openDatabase(path, { ...options, readOnly: true })
      view.run('BEGIN')
      return view
    },
    close: () => {
      if (db.isOpen) db.close()
    },
  }
}

/** Runs work on the file; what SQLite says of it becomes a `StoreError` with its cure. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw told(path, error) ?? error
  }
}

/** https://www.sqlite.org/rescode.html; the low byte of an extended code is its kind. */
function told(path: string, error: unknown): StoreError | undefined {
  if (error instanceof StoreError || !(error instanceof Error)) return undefined
  const code = Reflect.get(error, 'errcode')
  const kind = typeof code === 'number' ? code & 0xff : undefined
  if (kind === 13 || code === IOERR_WRITE)
    return new StoreError(
      'full',
      `${path}: the disk is full; nothing of this step was kept, all before it is`,
      'Free some space, then run the same command again.',
      error,
    )
  if (kind === 5 || kind === 6)
    return new StoreError(
      'busy',
      `${path}: another program has been writing to it for too long`,
      'Wait until it is done, then run the same command again.',
      error,
    )
  if (kind === 11)
    return new StoreError(
      'corrupt',
      `${path} is damaged: ${error.message}`,
      'Put back a copy of the file or import the last export; "dragoman store check" says what is damaged.',
      error,
    )
  if (kind === 26) return notAStore(path, error)
  if (kind === 8 || kind === 10 || kind === 14 || isSystemError(error))
    return new StoreError(
      'unreadable',
      `${path} cannot be opened or written: ${error.message}`,
      'Check that its folder exists, that you may write there, and that the disk is sound.',
      error,
    )
  return undefined
}

const IOERR_WRITE = 778

function isSystemError(error: Error): boolean {
  return typeof Reflect.get(error, 'syscall') === 'string'
}

function notAStore(path: string, cause?: unknown): StoreError {
  return new StoreError(
    'not-a-store',
    `${path} is there but is no store of Dragoman`,
    'Give another name; a store is made where there is no file.',
    cause,
  )
}

function newer(path: string): StoreError {
  return new StoreError(
    'newer',
    `${path} was written by a newer Dragoman`,
    'Use that version, or export the store with it and import it here.',
  )
}

function truncated(path: string): StoreError {
  return new StoreError(
    'truncated',
    `${path} is cut off: it is shorter than it says`,
    'Put back a copy of the file, or import the last export into a new one.',
  )
}
