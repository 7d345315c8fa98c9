import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { filesBelow, type TimeCase, type TimeMark } from './time-case.ts'

/** The last sentence that is annotated: title, dateline and four or five sentences (MEANTIME's guidelines). */
export const LAST_SENTENCE = 5

/** Reads a folder with the CAT XML files of MEANTIME, in whatever folders below; of files with one name the first. */
export function readMeantimeCases(folder: string): readonly TimeCase[] {
  const cases = new Map<string, TimeCase>()
  for (const path of filesBelow(folder, '.xml')) {
    const name = basename(path)
    if (!cases.has(name)) cases.set(name, meantimeCase(name, readFileSync(path, 'utf8')))
  }
  return [...cases.values()]
}

export type Token = { readonly id: string; readonly sentence: number; readonly text: string }

/**
 * One file: the annotated sentences, put together from their tokens. An expression that is the time of creation, or stands in the
 * dateline (sentence 1), gives the day of publication and is not scored, as in TempEval; expressions without tokens are not in the text.
 */
export function meantimeCase(name: string, source: string): TimeCase {
  const tokens = [...source.matchAll(/<token ([^>]*)>([^<]*)<\/token>/gu)]
    .map((match): Token => {
      const [, attributes = '', text = ''] = match
      return {
        id: attribute(attributes, 't_id'),
        sentence: Number(attribute(attributes, 'sentence')),
        text: decoded(text),
      }
    })
    .filter(({ sentence }) => sentence <= LAST_SENTENCE)
  const { text, spans } = joined(tokens)
  const marks: TimeMark[] = []
  const unscored: { start: number; end: number }[] = []
  let day: string | undefined
  const dateline = new Set(tokens.filter(({ sentence }) => sentence === 1).map(({ id }) => id))
  for (const match of source.matchAll(/<TIMEX3 ([^>]*[^/>])>([\s\S]*?)<\/TIMEX3>/gu)) {
    const [, attributes = '', body = ''] = match
    const anchors = [...body.matchAll(/t_id="([^"]*)"/gu)].flatMap(anchor => spans.get(anchor[1] ?? '') ?? [])
    const span = { start: Math.min(...anchors.map(a => a.start)), end: Math.max(...anchors.map(a => a.end)) }
    const value = attribute(attributes, 'value')
    const inDateline = dateline.has(/t_id="([^"]*)"/u.exec(body)?.[1] ?? '')
    if (attribute(attributes, 'functionInDocument') === 'CREATION_TIME' || inDateline) {
      day ??= value.slice(0, 10)
      if (anchors.length > 0) unscored.push(span)
    } else if (anchors.length > 0)
      marks.push({ ...span, type: attribute(attributes, 'type'), values: value === '' ? [] : [value] })
  }
  return { name, text, marks: marks.sort((a, b) => a.start - b.start), unscored, ...(day ? { day } : {}) }
}

export function attribute(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? ''
}

export function decoded(text: string): string {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&')
}

/** Tokens as running text: title and dateline as paragraphs, no blank before closing marks or after opening ones. */
export function joined(tokens: readonly Token[]): {
  text: string
  spans: ReadonlyMap<string, { start: number; end: number }>
} {
  const spans = new Map<string, { start: number; end: number }>()
  let text = ''
  let last: Token | undefined
  for (const token of tokens) {
    const broken = last && token.sentence !== last.sentence && last.sentence < 2
    const tight =
      !last || /^(?:[,.;:!?)\]%’”]|['’](?:s|re|ve|ll|d|m)?|n['’]t)$/u.test(token.text) || /^[([$€£“‘]$/u.test(last.text)
    text += broken ? '\n\n' : tight ? '' : ' '
    spans.set(token.id, { start: text.length, end: text.length + token.text.length })
    text += token.text
    last = token
  }
  return { text, spans }
}
