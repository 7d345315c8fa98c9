import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brief, openTools, type Tools } from '../../src/pipeline.ts'
import { toJson } from '../../src/publish/index.ts'
import type { Crisis } from '../../src/run/index.ts'

export const TALKS: Crisis = {
  name: 'talks',
  topic: { words: 'Russia Ukraine talks', actors: ['RUS', 'UKR'], any: [] },
  inputs: [],
}

export type Talks = {
  readonly folder: string
  readonly first: string
  readonly second: string
  readonly tools: Tools
  /** The page of one run over both, or over the first file alone. */
  readonly batch: (of: 'first' | 'both', asOf?: string) => Promise<string>
  readonly remove: () => void
}

/** Thirty reports of the example in two files, of twenty and of ten, and the pages that one run makes of them. */
export function openTalks(): Talks {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-desk-'))
  const tools = openTools()
  const lines = readFileSync('examples/istanbul-2025/reports.jsonl', 'utf8').split('\n').slice(0, 30)
  const file = (name: string, chosen: readonly string[]) => {
    writeFileSync(join(folder, name), `${chosen.join('\n')}\n`)
    return join(folder, name)
  }
  const first = file('first.jsonl', lines.slice(0, 20))
  const second = file('second.jsonl', lines.slice(20))
  const both = file('both.jsonl', lines)
  return {
    folder,
    first,
    second,
    tools,
    batch: async (of, asOf) => {
      const { briefing } = await brief([of === 'first' ? first : both], TALKS.topic, {
        tools,
        ...(asOf ? { asOf } : {}),
      })
      return briefing ? toJson(briefing) : ''
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
