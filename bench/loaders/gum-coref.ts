import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filesOf, type Part } from './conllu.ts'
import { parseSentences } from './treebank.ts'

/** A word of a document: its place in the running text and in its sentence. */
export type GumWord = { readonly start: number; readonly end: number; readonly form: string }

export type GumSentence = { readonly words: readonly GumWord[]; readonly speaker?: string }

/** A mention of gold: words from `start` to before `end`, counted over the whole document. */
export type GoldMention = { readonly start: number; readonly end: number; readonly type: string; readonly link: string }

export type CorefDoc = {
  readonly name: string
  readonly text: string
  readonly sentences: readonly GumSentence[]
  /** Mentions of one entity each, chains of one mention too, in the order they begin. */
  readonly chains: readonly (readonly GoldMention[])[]
}

/**
 * Reads the documents of one part of GUM with their gold chains.
 *
 * GUM writes mentions as brackets in the MISC column, `Entity=(1-person-new-…-coref-Zaha_Hadid` where one begins and
 * `Entity=1)` where it ends; several follow each other without a mark between ("(2-abstract-…(3-place-…)2)"), and one that
 * is a single word is closed at once. The parts of an opening are named by the header `# global.Entity =
 * GRP-etype-infstat-salience-centering-minspan-link-identity`: GRP is the entity, unique within its document; `link` how
 * the mention points back (ana, coref, appos, pred, disc, cata, sgl). A mention in pieces is `1[1/2]`: its pieces are left
 * out. Words are those of the treebank: lines of multi-word tokens and empty nodes are no words.
 */
export function readCorefDocs(folder: string, part: Part): readonly CorefDoc[] {
  return filesOf(folder, part).map(file =>
    parseCorefDoc(basename(file, '.conllu'), readFileSync(join(folder, file), 'utf8')),
  )
}

export function parseCorefDoc(name: string, file: string): CorefDoc {
  const layout = layoutOf(file)
  const sentences: GumSentence[] = []
  const gold = new Map<string, GoldMention[]>()
  let text = ''
  let count = 0
  parseSentences(file).forEach(({ words }, s) => {
    const { blanks, speaker } = layout[s] ?? { blanks: [] }
    readBrackets(
      words.map(word => /(?:^|\|)Entity=([^|]*)/u.exec(word.misc)?.[1] ?? ''),
      count,
      gold,
    )
    const placed = words.map(({ form }, i) => {
      const start = text.length
      text += form
      const end = text.length
      if (blanks[i] !== false) text += ' '
      return { start, end, form }
    })
    count += words.length
    sentences.push({ words: placed, ...(speaker !== undefined && { speaker }) })
  })
  return { name, text, sentences, chains: [...gold.values()] }
}

/** Adds the mentions of a sentence to the entities of its document; `first` is the number of its first word. */
function readBrackets(entities: readonly string[], first: number, gold: Map<string, GoldMention[]>): void {
  const open = new Map<string, { readonly chain: GoldMention[]; readonly at: number }[]>()
  entities.forEach((entity, i) => {
    for (const [bracket] of entity.matchAll(/\([^()]+|[^()]+(?=\))/gu)) {
      const opening = bracket.startsWith('(')
      const [id = '', type = '', , , , , link = ''] = (opening ? bracket.slice(1) : bracket).split('-')
      if (id.includes('[')) continue
      if (opening) {
        const chain = gold.get(id) ?? []
        gold.set(id, chain)
        // The end is set when the bracket closes; the place is kept so that mentions stand in the order they begin.
        chain.push({ start: first + i, end: first + i + 1, type, link })
        open.set(id, [...(open.get(id) ?? []), { chain, at: chain.length - 1 }])
      } else if (open.has(id)) {
        const last = open.get(id)?.pop()
        const mention = last?.chain[last.at]
        if (last && mention) last.chain[last.at] = { ...mention, end: first + i + 1 }
      }
    }
  })
}

type Layout = { readonly blanks: readonly boolean[]; readonly speaker?: string }

/** For each sentence who speaks it, and for each word whether a blank follows. */
function layoutOf(file: string): readonly Layout[] {
  const found: Layout[] = []
  let blanks: boolean[] = []
  let speaker: string | undefined
  let joined = 0
  for (const line of `${file}\n`.split('\n')) {
    speaker = /^# speaker ?= ?(.*)$/u.exec(line)?.[1] ?? speaker
    const [, last] = /^\d+-(\d+)\t/u.exec(line) ?? []
    const together = line.includes('SpaceAfter=No')
    if (last !== undefined) joined = together ? Number(last) + 0.5 : Number(last)
    const [, number] = /^(\d+)\t/u.exec(line) ?? []
    if (number !== undefined) blanks.push(Number(number) < joined ? false : !together)
    if (line !== '' || blanks.length === 0) continue
    found.push({ blanks, ...(speaker !== undefined && { speaker }) })
    blanks = []
    speaker = undefined
    joined = 0
  }
  return found
}
