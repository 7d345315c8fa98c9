import { readTable } from '../../core/table.ts'

export type AbbreviationKind = 'title' | 'number' | 'inner' | 'date' | 'time' | 'final' | 'list'

const KINDS: readonly string[] = ['title', 'number', 'inner', 'date', 'time', 'final', 'list']

function isKind(kind: string): kind is AbbreviationKind {
  return KINDS.includes(kind)
}

/** Abbreviations with their full stop, as written, and what they do to a sentence's end. */
export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationKind> = new Map(
  readTable('lexicon/en/abbreviations.tsv', ['word', 'kind']).map(row => {
    if (!isKind(row.kind)) throw new Error(`data/lexicon/en/abbreviations.tsv: "${row.kind}" is no kind`)
    return [row.word, row.kind]
  }),
)

/** Lower-case words that, with a capital, most likely begin a sentence. */
export const STARTERS: ReadonlySet<string> = new Set(
  readTable('lexicon/en/sentence-starters.tsv', ['word']).map(row => row.word),
)
