import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'smol-toml'
import type { Topic } from '../core/briefing.ts'
import { isDay } from '../core/day.ts'
import { CliError } from './errors.ts'

export type Crisis = {
  readonly name: string
  readonly topic: Topic
  readonly asOf?: string
  readonly inputs: readonly string[]
}

/** The first crisis of a dragoman.toml, or the one of the given name; input paths are relative to the file. */
export function readCrisis(file: string, name?: string): Crisis {
  const list = tables(load(file).crisis)
  const table = name === undefined ? list[0] : list.find(entry => entry.name === name)
  if (!table)
    throw new CliError(
      `${file}: no [[crisis]]${name ? ` with name = "${name}"` : ''}`,
      'Add one: a name, a topic and inputs. See examples/istanbul-2025/dragoman.toml.',
    )
  const text = (key: string) => (typeof table[key] === 'string' ? table[key] : undefined)
  const topic = text('topic')
  if (!topic)
    throw new CliError(`${file}: the crisis has no topic`, 'Add a line such as: topic = "Russia Ukraine talks".')
  const [asOf, from, to] = [text('as_of'), text('from'), text('to')]
  for (const day of [asOf, from, to])
    if (day !== undefined && !isDay(day))
      throw new CliError(`${file}: "${day}" is not a day`, 'Write days as "2025-05-29", in quotation marks.')
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
    inputs: texts(table.inputs).map(input => (/^https?:/u.test(input) ? input : join(dirname(file), input))),
  }
}

function load(file: string): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new CliError(`cannot read ${file}`, 'Give the path of a dragoman.toml.')
  }
  try {
    return parse(text)
  } catch (error) {
    throw new CliError(
      `${file} is not valid TOML: ${error instanceof Error ? error.message : String(error)}`,
      'Mend the line that the message shows.',
    )
  }
}

function tables(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null)
    : []
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []
}
