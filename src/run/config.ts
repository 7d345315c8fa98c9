import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { parse } from 'smol-toml'
import type { Topic } from '../core/briefing.ts'
import { type Day, isDay } from '../core/day.ts'
import { Mistake } from '../core/mistake.ts'
import { isSourceKind, SOURCE_KINDS, type SourceKind } from '../core/sources.ts'
import type { Country } from '../core/types.ts'

/** What a page is kept about. */
export type Crisis = {
  /** Unique in its file; what it is called in addresses. */
  readonly name: string
  readonly topic: Topic
  /** The last day whose reports count; the newest of them where it is left out. */
  readonly asOf?: Day
  readonly inputs: readonly string[]
}

/** An address or folder that is watched, for all crises. */
export type WatchedSource = {
  /** http(s) address, or path of a folder or OPML file. */
  readonly address: string
  /** Left out: told by what it answers. */
  readonly kind?: SourceKind
  readonly name?: string
  /** Minutes between two polls. */
  readonly every?: number
  /** Fetch the page of each item of a feed too. */
  readonly fullText?: boolean
  /** The country it is from, and the language it writes in. */
  readonly home?: Country
  readonly lang?: string
}

export type Config = { readonly crises: readonly Crisis[]; readonly sources: readonly WatchedSource[] }

type Table = Readonly<Record<string, unknown>>

/**
 * The crises and sources of a dragoman.toml; paths in it are relative to the file. Throws a `Mistake` where something
 * in it cannot be meant.
 */
export function readConfig(file: string): Config {
  const toml = load(file)
  const crises = tables(toml.crisis).map(table => crisisOf(table, file))
  const twice = crises.find(({ name }, i) => crises.findIndex(other => other.name === name) !== i)
  if (twice) throw new Mistake(`${file}: two crises are called "${twice.name}"`, 'Give each its own name.')
  return { crises, sources: tables(toml.source).map(table => sourceOf(table, file)) }
}

/** The first crisis of a dragoman.toml, or the one of the given name. */
export function readCrisis(file: string, name?: string): Crisis {
  const { crises } = readConfig(file)
  const crisis = name === undefined ? crises[0] : crises.find(one => one.name === name)
  if (crisis) return crisis
  throw new Mistake(
    `${file}: no [[crisis]]${name ? ` with name = "${name}"` : ''}`,
    'Add one: a name, a topic and inputs. See examples/istanbul-2025/dragoman.toml.',
  )
}

function crisisOf(table: Table, file: string): Crisis {
  const text = (key: string) => textOf(table, key)
  const topic = text('topic')
  if (!topic)
    throw new Mistake(`${file}: the crisis has no topic`, 'Add a line such as: topic = "Russia Ukraine talks".')
  const [asOf, from, to] = [text('as_of'), text('from'), text('to')].map(day => {
    if (day === undefined || isDay(day)) return day
    throw new Mistake(`${file}: "${day}" is not a day`, 'Write days as "2025-05-29", in quotation marks.')
  })
  return {
    name: text('name') ?? topic,
    topic: {
      words: topic,
      actors: texts(table.actors),
      any: texts(table.any),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    },
    ...(asOf ? { asOf } : {}),
    inputs: texts(table.inputs).map(input => placed(input, file)),
  }
}

function sourceOf(table: Table, file: string): WatchedSource {
  const [address, kind, name, every] = [
    textOf(table, 'address'),
    textOf(table, 'kind'),
    textOf(table, 'name'),
    table.every,
  ]
  if (!address)
    throw new Mistake(
      `${file}: a [[source]] has no address`,
      'Add a line such as: address = "https://example.org/feed.xml".',
    )
  if (kind !== undefined && !isSourceKind(kind))
    throw new Mistake(`${file}: "${kind}" is no kind of source`, `Write one of: ${SOURCE_KINDS.join(', ')}.`)
  if (every !== undefined && !(typeof every === 'number' && every >= 1))
    throw new Mistake(
      `${file}: every = ${String(every)} is no number of minutes`,
      'Write minutes, 1 or more: every = 15.',
    )
  const fullText = table.full_text
  if (fullText !== undefined && typeof fullText !== 'boolean')
    throw new Mistake(`${file}: full_text = ${String(fullText)} is neither true nor false`, 'Write: full_text = true.')
  return {
    address: placed(address, file),
    ...(kind ? { kind } : {}),
    ...(name ? { name } : {}),
    ...(typeof every === 'number' ? { every } : {}),
    ...(fullText === true ? { fullText } : {}),
  }
}

function placed(input: string, file: string): string {
  return /^https?:/iu.test(input) || isAbsolute(input) ? input : join(dirname(file), input)
}

function load(file: string): Table {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Mistake(`cannot read ${file}`, 'Give the path of a dragoman.toml.')
  }
  try {
    return parse(text)
  } catch (error) {
    throw new Mistake(
      `${file} is not valid TOML: ${error instanceof Error ? error.message : String(error)}`,
      'Mend the line that the message shows.',
    )
  }
}

function tables(value: unknown): readonly Table[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is Table => typeof entry === 'object' && entry !== null)
    : []
}

function textOf(table: Table, key: string): string | undefined {
  const value = table[key]
  return typeof value === 'string' ? value : undefined
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []
}
