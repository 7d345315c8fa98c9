import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Day, isDay } from '../../src/core/day.ts'
import { byText } from '../../src/core/order.ts'
import { type Timeline, timelineOf } from '../scorers/timeline.ts'

/** An article as one tokenised sentence a line. */
export type TimelineArticle = { readonly name: string; readonly day: Day; readonly lines: readonly string[] }

export type TimelineCorpus = {
  readonly name: string
  readonly articles: readonly TimelineArticle[]
  readonly golds: readonly Timeline[]
}

const INPUT = 'InputDocs'

/**
 * Reads a corpus of Timeline17 (Tran et al. 2013): `InputDocs/YYYY-MM-DD/*`, `timelines.jsonl`. The folder is one corpus
 * or holds several. Throws where neither is the case, or where a timeline is not a list of days with sentences.
 */
export function readTimelineCorpora(folder: string): readonly TimelineCorpus[] {
  if (existsSync(join(folder, INPUT))) return [readCorpus(folder)]
  const corpora = sorted(folder).filter(name => existsSync(join(folder, name, INPUT)))
  if (corpora.length === 0) throw new Error(`${folder}: no ${INPUT} folder in it or in its folders`)
  return corpora.map(name => readCorpus(join(folder, name)))
}

function readCorpus(folder: string): TimelineCorpus {
  const input = join(folder, INPUT)
  const articles = sorted(input)
    .filter(isDay)
    .flatMap(day => sorted(join(input, day)).map(file => readArticle(join(input, day, file), day)))
  const lines = readFileSync(join(folder, 'timelines.jsonl'), 'utf8').split('\n')
  return { name: basename(folder), articles, golds: lines.filter(line => line.trim() !== '').map(parseTimeline) }
}

function readArticle(path: string, day: Day): TimelineArticle {
  const lines = readFileSync(path, 'utf8').split('\n')
  return { name: `${day}/${basename(path)}`, day, lines: lines.map(line => line.trim()).filter(line => line !== '') }
}

function parseTimeline(line: string): Timeline {
  const entries: unknown = JSON.parse(line)
  if (!Array.isArray(entries) || !entries.every(isEntry)) throw new Error('a timeline is not [[day, [sentence, …]], …]')
  return timelineOf(entries)
}

function isEntry(entry: unknown): entry is [Day, string[]] {
  if (!Array.isArray(entry)) return false
  const [day, sentences] = entry
  return isDay(String(day)) && Array.isArray(sentences) && sentences.every(s => typeof s === 'string')
}

function sorted(folder: string): readonly string[] {
  return readdirSync(folder).sort(byText)
}

const BRACKETS: Readonly<Record<string, string>> = { LRB: '(', RRB: ')', LSB: '[', RSB: ']', LCB: '{', RCB: '}' }

/** A tokenised line as it is written in a newspaper: Penn Treebank brackets, quotation marks and spaces undone. */
export function plainLine(line: string): string {
  return line
    .replace(/-([LR][RSC]B)-/gu, (whole, name: string) => BRACKETS[name] ?? whole)
    .replace(/\\([/*])/gu, '$1')
    .replace(/`` ?/gu, '“')
    .replace(/ ?''/gu, '”')
    .replace(/` /gu, '‘')
    .replace(/ ([,.;:?!)\]}%])(?=[ ”]|$)/gu, '$1')
    .replace(/([([{$£€]) /gu, '$1')
    .replace(/ (n't|'(?:s|re|ve|ll|d|m)|')(?= |$)/giu, '$1')
    .replace(/(\d) (st|nd|rd|th)\b/gu, '$1$2')
    .trim()
}
