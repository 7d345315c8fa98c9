import { appendFile, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** One act, done or refused. */
export type AuditEntry = {
  /** ISO 8601. */
  readonly at: string
  readonly who: string
  /** The address it came from. */
  readonly from: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** What was done, in a few words, or why it was refused. */
  readonly what?: string
}

export type AuditLog = {
  /** Never waits for the disk. */
  add(entry: AuditEntry): void
  /** The newest first; of those before this start, the ones at the end of the file. */
  newest(limit: number): readonly AuditEntry[]
  /** Waits until all is on the disk. */
  close(): Promise<void>
}

export type AuditOptions = {
  /** Bytes beyond which the file becomes `….1` and a new one is begun. */
  readonly bytes?: number
  /** Told once when the file cannot be written; the log then goes on in memory. */
  readonly onFault?: (message: string) => void
}

const BYTES = 4 * 1024 * 1024
const OLD_FILES = 3
const MOST_KEPT = 1000
/** Lines waiting for the disk; of more the oldest are counted instead. */
const MOST_WAITING = 10_000
const TAIL = 256 * 1024

/** An audit log that lasts as long as the process. */
export function memoryAuditLog(): AuditLog {
  return logOver(
    [],
    () => {},
    async () => {},
  )
}

/** The audit log beside a store, as JSON Lines. */
export async function openAuditLog(path: string, options: AuditOptions = {}): Promise<AuditLog> {
  const { bytes = BYTES, onFault = () => {} } = options
  let [waiting, lost, failed]: [AuditEntry[], number, boolean] = [[], 0, false]
  let work: Promise<void> | undefined
  const flush = async () => {
    while (waiting.length > 0 && !failed) {
      const told = lost > 0 ? `${JSON.stringify({ lost })}\n` : ''
      const lines = told + waiting.map(entry => `${JSON.stringify(entry)}\n`).join('')
      waiting = []
      lost = 0
      try {
        await append(path, lines, bytes)
      } catch (error) {
        failed = true
        onFault(`the audit log cannot be written: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    work = undefined
  }
  const keep = (entry: AuditEntry) => {
    if (failed) return
    waiting.push(entry)
    if (waiting.length > MOST_WAITING) {
      waiting.shift()
      lost++
    }
    work ??= flush()
  }
  return logOver([...(await tailOf(path))], keep, async () => work)
}

function logOver(
  kept: AuditEntry[],
  keep: (entry: AuditEntry) => void,
  close: () => Promise<void> | Promise<undefined>,
): AuditLog {
  return {
    add: entry => {
      kept.push(entry)
      if (kept.length > MOST_KEPT) kept.splice(0, kept.length - MOST_KEPT)
      keep(entry)
    },
    newest: limit => kept.slice(-limit).reverse(),
    close: async () => {
      await close()
    },
  }
}

async function append(file: string, lines: string, bytes: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > bytes) await rotate(file)
  await appendFile(file, lines, { mode: 0o600 })
}

/** `….2` becomes `….3`, `….1` becomes `….2`, and so on; the oldest goes. */
async function rotate(file: string): Promise<void> {
  for (let n = OLD_FILES - 1; n >= 0; n--)
    await rename(n === 0 ? file : `${file}.${n}`, `${file}.${n + 1}`).catch(() => {})
}

/** What cannot be read, or is not there yet, has no entries; writing tells what is wrong. */
async function tailOf(path: string): Promise<readonly AuditEntry[]> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return []
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - TAIL)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start)
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n')
    // What is cut at the start or by an end of the program is no entry.
    return (start > 0 ? lines.slice(1) : lines).flatMap(entryIn).slice(-MOST_KEPT)
  } catch {
    return []
  } finally {
    await file.close()
  }
}

function entryIn(line: string): readonly AuditEntry[] {
  try {
    const entry: unknown = JSON.parse(line)
    return isEntry(entry) ? [entry] : []
  } catch {
    return []
  }
}

function isEntry(entry: unknown): entry is AuditEntry {
  if (typeof entry !== 'object' || entry === null) return false
  const text = (key: string) => typeof Reflect.get(entry, key) === 'string'
  return ['at', 'who', 'from', 'method', 'path'].every(text) && typeof Reflect.get(entry, 'status') === 'number'
}
