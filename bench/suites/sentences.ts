import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from '../../src/lang/en/sentences.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import { readTreebank } from '../loaders/conllu.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * Where sentences begin and end. `golden-rules`: the share of cases that are split just as expected, those marked as
 * Golden Rules (`golden`) and all (`all`, a detail). `ewt`, `gum`: F1 of whole sentences over running documents, right
 * where both ends are (CoNLL 2018 shared task, on the text as it stands). Blanks at the ends of sentences never count.
 */
export const suite: Suite = {
  name: 'sentences',
  datasets: [
    { name: 'golden-rules', path: 'bench/misc/sentences', run: goldenRules },
    { name: 'ewt', path: 'train/ud-ewt', run: folder => documents('ewt', folder) },
    { name: 'gum', path: 'train/gum/dep', run: folder => documents('gum', folder) },
  ],
}

export type Rule = { readonly input: string; readonly expected: readonly string[]; readonly golden: boolean }

function goldenRules(folder: string): readonly Figure[] {
  const path = join(folder, 'english.jsonl')
  if (!existsSync(path)) throw new Error(`${folder}: no english.jsonl in it`)
  const lines = readFileSync(path, 'utf8').split('\n')
  const rules = lines.filter(line => line.trim() !== '').map(parseRule)
  const golden = rules.filter(rule => rule.golden)
  const share = (of: readonly Rule[]) => of.filter(holds).length / Math.max(1, of.length)
  const figure = { suite: 'sentences', dataset: 'golden-rules' }
  return [
    { ...figure, metric: 'golden', value: share(golden), n: golden.length },
    { ...figure, metric: 'all', value: share(rules), n: rules.length, detail: true },
  ]
}

function parseRule(line: string): Rule {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null) throw new Error('a rule is not an object')
  const { text, sentences: expected, golden } = value as { text?: unknown; sentences?: unknown; golden?: unknown }
  if (typeof text !== 'string' || !Array.isArray(expected)) throw new Error('a rule has no text or no sentences')
  return { input: text, expected: expected.map(String), golden: golden === true }
}

/** Whether a text is split into just the expected sentences. */
export function holds({ input, expected }: Rule): boolean {
  const found = split(input).map(({ start, end }) => plain(input.slice(start, end)))
  return found.length === expected.length && expected.every((sentence, i) => plain(sentence) === found[i])
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function split(text: string): readonly { readonly start: number; readonly end: number }[] {
  return sentences(text, tokens(text)).map(({ span }) => span)
}

function documents(dataset: string, folder: string): readonly Figure[] {
  const docs = readTreebank(folder)
  const started = performance.now()
  const found = docs.map(doc => split(doc.text))
  const seconds = (performance.now() - started) / 1000
  const key = ({ start, end }: { readonly start: number; readonly end: number }) => `${start}-${end}`
  const gold = docs.reduce((sum, doc) => sum + doc.sentences.length, 0)
  const given = found.reduce((sum, spans) => sum + spans.length, 0)
  const right = docs.reduce((sum, doc, i) => {
    const wanted = new Set(doc.sentences.map(key))
    return sum + (found[i] ?? []).filter(span => wanted.has(key(span))).length
  }, 0)
  return [
    { suite: 'sentences', dataset, metric: 'f1', value: (2 * right) / Math.max(1, gold + given), n: gold, seconds },
  ]
}
