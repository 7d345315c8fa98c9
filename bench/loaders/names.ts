import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byText } from '../../src/core/order.ts'

/** A name over words: from the word `start` to before `end`; `type` as the corpus calls it. */
export type WordName = { readonly start: number; readonly end: number; readonly type: string }

export type NameSentence = {
  readonly document: string
  readonly words: readonly string[]
  readonly names: readonly WordName[]
}

/** Reads files of one word a line with its BIO or IO tag in another column, sentences parted by empty lines. */
export function readTagged(
  folder: string,
  ending: string,
  columns: { readonly word: number; readonly tag: number },
): readonly NameSentence[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith(ending))
    .sort(byText)
  if (files.length === 0) throw new Error(`${folder}: no *${ending} in it`)
  return files.flatMap(file => parseTagged(readFileSync(join(folder, file), 'utf8'), columns))
}

export function parseTagged(
  file: string,
  { word, tag }: { readonly word: number; readonly tag: number },
): readonly NameSentence[] {
  const found: NameSentence[] = []
  let document = ''
  let words: string[] = []
  let tags: string[] = []
  for (const line of `${file}\n`.split('\n')) {
    const [, id] = /^# newdoc id = (.*)$/u.exec(line) ?? []
    if (id !== undefined) document = id
    if (line.startsWith('-DOCSTART-')) document = `${found.length}`
    if (line.startsWith('# ') || line.startsWith('-DOCSTART-')) continue
    const cells = line.trim().split(/\t| (?=\S+$)/u)
    if (cells.length > 1) {
      words.push(cells[word] ?? '')
      tags.push(cells[tag] ?? 'O')
    } else if (words.length > 0) {
      found.push({ document, words, names: namesOfTags(tags) })
      words = []
      tags = []
    }
  }
  return found
}

/** The spans of BIO tags; a span may also begin with I (IO tags). */
export function namesOfTags(tags: readonly string[]): readonly WordName[] {
  const names: WordName[] = []
  tags.forEach((tag, i) => {
    if (tag === 'O') return
    const type = tag.slice(2)
    const last = names.at(-1)
    if (tag.startsWith('I') && last?.end === i && last.type === type) names[names.length - 1] = { ...last, end: i + 1 }
    else names.push({ start: i, end: i + 1, type })
  })
  return names
}

/** A name over the code units of a text. */
export type TextName = { readonly start: number; readonly end: number; readonly type: string }
export type NameText = { readonly id: string; readonly text: string; readonly names: readonly TextName[] }

/**
 * Reads re3d: a folder with `documents.json` and `entities.json` (JSON Lines), or one with such folders. Offsets that do not
 * give the value are left out (five of some 2,500).
 */
export function readRe3d(folder: string): readonly NameText[] {
  const folders = existsSync(join(folder, 'documents.json'))
    ? [folder]
    : readdirSync(folder)
        .sort(byText)
        .map(name => join(folder, name))
        .filter(path => existsSync(join(path, 'documents.json')))
  if (folders.length === 0) throw new Error(`${folder}: no documents.json in it`)
  return folders.flatMap(path => {
    const documents = lines(join(path, 'documents.json')) as readonly { _id: string; text: string }[]
    const entities = lines(join(path, 'entities.json')) as readonly {
      documentId: string
      begin: number
      end: number
      type: string
      value: string
    }[]
    return documents.map(({ _id: id, text }) => ({
      id,
      text,
      names: entities
        .filter(entity => entity.documentId === id && text.slice(entity.begin, entity.end) === entity.value)
        .map(({ begin, end, type }) => ({ start: begin, end, type })),
    }))
  })
}

function lines(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as unknown)
}

/** One of our own labelled sentences: offsets in Unicode code points of the document's text, names within the text. */
export type OwnSentence = {
  readonly corpus: string
  readonly document: string
  readonly start: number
  readonly end: number
  readonly names: readonly (readonly [start: number, end: number, type: string])[]
}

export function readOwn(path: string): readonly OwnSentence[] {
  return lines(path) as readonly OwnSentence[]
}

/** What the types of CrossNER's politics are called here; its events, elections and the rest have no name among them. */
export const POLITICS_TYPES = {
  person: 'PERSON',
  politician: 'PERSON',
  organisation: 'ORGANISATION',
  politicalparty: 'ORGANISATION',
  country: 'PLACE',
  location: 'PLACE',
} as const
