import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { counted } from '../core/counted.ts'
import { isDay } from '../core/day.ts'
import { exportLines, importLines, openSqlite, type Store, StoreError } from '../store/index.ts'
import { CliError, EXIT } from './errors.ts'
import { paint, plain } from './terminal.ts'

export type StoreCommand = { readonly knownBy?: string; readonly quiet?: boolean }

/** `dragoman store`: looks after the file that `brief --store` keeps. */
export async function storeCommand(
  action: string,
  file: string,
  rest: readonly string[],
  options: StoreCommand,
): Promise<number> {
  if (action !== 'import' && !existsSync(file))
    throw new CliError(`there is no ${file}`, 'Give the file of a store: dragoman brief INPUT… --store FILE makes one.')
  return withStore(file, store => {
    if (action === 'check') return checkStore(store, file, options)
    if (action === 'search') return searchStore(store, rest.join(' '), options)
    if (action === 'export') return exportStore(store, one(rest))
    return importStore(store, one(rest), options)
  })
}

/** Opens a store for some work and closes it. */
export async function withStore<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqlite(file)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

function one(rest: readonly string[]): string | undefined {
  if (rest.length > 1) throw new CliError(`one file at most, not ${rest.length}`, 'Name one, or none for a pipe.')
  return rest[0]
}

async function checkStore(store: Store, file: string, { quiet }: StoreCommand): Promise<number> {
  const faults = await store.check()
  for (const fault of faults) process.stdout.write(`${paint('red', 'damaged')}  ${plain(fault)}\n`)
  if (faults.length > 0) {
    process.stdout.write('Put back a copy of the file, or import the last export into a new one.\n')
    return EXIT.no
  }
  const { report, article, briefing, mark, notice } = await store.counts()
  const held = [
    counted(report, 'report'),
    counted(article, 'article'),
    counted(briefing, 'page'),
    counted(mark, 'mark'),
    counted(notice, 'notice'),
    counted((await store.sources()).length, 'source'),
  ]
  if (!quiet) process.stdout.write(`${paint('green', 'sound')}  ${file}: ${held.join(', ')}\n`)
  return EXIT.done
}

async function searchStore(store: Store, words: string, { knownBy }: StoreCommand): Promise<number> {
  if (words.trim() === '')
    throw new CliError('no words given', 'Say what to look for, as in: dragoman store search FILE umerov istanbul.')
  if (knownBy !== undefined && !isDay(knownBy))
    throw new CliError(`"${knownBy}" is not a day`, 'Write --known-by as a day of the calendar, such as 2025-05-29.')
  const hits = await store.search(words, knownBy === undefined ? {} : { knownBy })
  const shown = hits.map(({ article, snippet }) => {
    const about = [article.published?.value, article.publisher, article.url].filter(Boolean).join(' · ')
    const passage = `… ${marked(snippet.text, snippet.found)} …`
    return `${[line(article.title), line(about)].filter(Boolean).join('\n')}\n  ${passage}\n\n`
  })
  process.stdout.write(hits.length === 0 ? 'nothing found\n' : shown.join(''))
  return hits.length === 0 ? EXIT.no : EXIT.done
}

function line(text: string): string {
  return plain(text).replace(/\s+/gu, ' ')
}

/** A passage on one line, with the words found in bold on a terminal. */
function marked(text: string, found: readonly { readonly start: number; readonly end: number }[]): string {
  let at = 0
  const parts = found.map(({ start, end }) => {
    const part = line(text.slice(at, start)) + paint('bold', line(text.slice(start, end)))
    at = end
    return part
  })
  return parts.join('') + line(text.slice(at))
}

/** A file is written beside its place first, so that an export that breaks off leaves none that looks whole. */
async function exportStore(store: Store, to: string | undefined): Promise<number> {
  const lines = Readable.from(exportLines(store))
  if (to === undefined) {
    // A reader that has seen enough, such as "head", is no fault.
    await pipeline(lines, process.stdout, { end: false }).catch(error => {
      if (!(error instanceof Error && Reflect.get(error, 'code') === 'EPIPE')) throw error
    })
    return EXIT.done
  }
  const part = `${to}.part`
  try {
    await pipeline(lines, createWriteStream(part))
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof StoreError) throw error
    throw new CliError(`cannot write ${to}: ${reason(error)}`, 'Check that its folder exists and has room.')
  }
  return EXIT.done
}

async function importStore(store: Store, from: string | undefined, { quiet }: StoreCommand): Promise<number> {
  const added = await importLines(store, linesOf(from))
  if (!quiet) process.stdout.write(`${counted(added, 'record')} added\n`)
  return EXIT.done
}

/** Lines end with a line feed only: other breaks, such as U+2028, may stand inside a record. */
async function* linesOf(from: string | undefined): AsyncGenerator<string> {
  const input: Readable = from === undefined ? process.stdin : createReadStream(from)
  let rest: string[] = []
  try {
    for await (const chunk of input.setEncoding('utf8')) {
      const [first = '', ...more] = String(chunk).split('\n')
      rest.push(first)
      for (const part of more) {
        yield rest.join('')
        rest = [part]
      }
    }
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new CliError(`cannot read ${from ?? 'standard input'}: ${reason(error)}`, 'Give the file of an export.')
  }
  if (rest.join('') !== '') yield rest.join('')
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
