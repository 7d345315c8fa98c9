import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { idOf } from '../../src/core/id.ts'

/** A text with the story that gold puts it in. `time`: ISO 8601, where there is one. */
export type StoryText = {
  readonly id: string
  readonly story: string
  readonly title: string
  readonly text: string
  readonly time?: string
}

/**
 * ECB+: a document's story is its topic and whether it came with ECB or was added ("ecbplus"), which is about another event of the kind. Its id is a hash,
 * so that topics do not come one after another. */
export function readEcbPlus(folder: string): readonly StoryText[] {
  const root = join(folder, 'ECB+')
  return readdirSync(root).flatMap(topic =>
    readdirSync(join(root, topic))
      .filter(file => file.endsWith('.xml'))
      .map(file => ({
        id: idOf('ecb+', file),
        story: `${topic}${file.endsWith('ecbplus.xml') ? '+' : ''}`,
        title: '',
        text: textOf(readFileSync(join(root, topic, file), 'utf8')),
      })),
  )
}

const TOKEN = /<token t_id="\d+" sentence="(\d+)" number="\d+">([^<]*)<\/token>/gu
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' }

/** Tokens put together again, one sentence a line. */
function textOf(xml: string): string {
  let [text, last] = ['', '']
  for (const [, sentence = '', raw = ''] of xml.matchAll(TOKEN)) {
    const word = raw.replace(/&(amp|quot|apos|lt|gt);/gu, (_, name: string) => ENTITIES[name] ?? '')
    const gap = text === '' ? '' : sentence !== last ? '\n' : /^[.,;:!?)'’]/u.test(word) ? '' : ' '
    text += gap + word
    last = sentence
  }
  return text
}

/** UCI News Aggregator: headlines in the order of time. The file escapes quotation marks with a backslash; its last line is cut off. */
export function readUciHeadlines(folder: string): readonly StoryText[] {
  const rows: readonly Record<string, string>[] = parse(readFileSync(join(folder, 'uci-news-aggregator.csv'), 'utf8'), {
    columns: true,
    escape: '\\',
    relax_quotes: true,
    relax_column_count: true,
  })
  return rows.flatMap(({ ID = '', TITLE = '', STORY = '', TIMESTAMP = '' }) =>
    STORY && /^\d+$/u.test(TIMESTAMP)
      ? [{ id: ID, story: STORY, title: '', text: TITLE, time: new Date(Number(TIMESTAMP)).toISOString() }]
      : [],
  )
}
