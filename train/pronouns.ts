import { join } from 'node:path'
import { type CorefDoc, readCorefDocs } from '../bench/loaders/gum-coref.ts'
import { dataRoot } from '../bench/root.ts'
import { openReader } from '../bench/suites/coref.ts'
import { linkNames } from '../src/lang/en/coreference/names.ts'
import { linkNominals } from '../src/lang/en/coreference/nominals.ts'
import { linkPersons } from '../src/lang/en/coreference/persons.ts'
import { type Choices, chancesOf, choicesOf, isAnaphor } from '../src/lang/en/coreference/pronouns.ts'
import { linkStructure } from '../src/lang/en/coreference/structure.ts'
import type { Mention } from '../src/lang/en/coreference/types.ts'
import { type View, viewOf } from '../src/lang/en/coreference/view.ts'
import { PRONOUN_CLASSES, type PronounWeights } from '../src/lang/en/coreference/weights.ts'
import { openCorefResources } from '../src/lang/en/coreference.ts'
import { ModelFile } from '../src/learn/container.ts'
import { modelPath, tell } from './places.ts'

/**
 * Makes models/en/pronouns.bin: how likely each thing near a pronoun is what it stands for. A log-linear model fit on the
 * training documents of GUM by maximum likelihood, AdaGrad steps and a small penalty on squares; what comes before a pronoun
 * is linked as in reading, other pronouns as in gold. Weights have two places.
 */
const ROUNDS = 60
const RATE = 0.3
const PENALTY = 0.002
const LEAST = 0.03

/** `right`: the choices that are right; 0 is "nothing before it". */
type Example = Choices & { readonly right: readonly number[] }

function examplesOf(doc: CorefDoc, view: View): readonly Example[] {
  for (const sieve of [linkNames, linkStructure, linkNominals, linkPersons]) sieve(view)
  const entityOf = goldEntities(doc, view)
  return view.mentions.flatMap(mention => {
    if (!isAnaphor(mention) || view.clusters.linked(mention.id)) return []
    const choices = choicesOf(view, mention)
    if (choices.candidates.length === 0) return []
    const mine = entityOf(mention)
    const right = choices.candidates.flatMap(({ near }, i) =>
      mine !== undefined && near.some(one => entityOf(one) === mine) ? [i + 1] : [],
    )
    const chosen = choices.candidates[(right[0] ?? 0) - 1]
    if (chosen) {
      const link = { later: mention.id, earlier: chosen.mention.id, reason: 'coref/gold', sure: true }
      view.clusters.link(link)
      return [{ ...choices, right }]
    }
    // What it stands for is out of reach, or the treebank does not say: that teaches nothing.
    const told = mine !== undefined && isTold(doc, mine, mention.start)
    const silent = choices.of !== 'it' && mine === undefined
    return told || silent ? [] : [{ ...choices, right: [0] }]
  })
}

function isTold(doc: CorefDoc, entity: number, before: number): boolean {
  const words = doc.sentences.flatMap(sentence => sentence.words)
  return doc.chains[entity]?.some(({ start }) => (words[start]?.start ?? 0) < before) ?? false
}

/** The gold entity of a mention: by its exact span, else by the nearest span that shares an end with it and holds its head. */
function goldEntities(doc: CorefDoc, view: View): (mention: Mention) => number | undefined {
  const words = doc.sentences.flatMap(sentence => sentence.words)
  const spans = doc.chains.flatMap((chain, entity) =>
    chain.map(({ start, end }) => ({ start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 0, entity })),
  )
  const exact = new Map(spans.map(span => [`${span.start}-${span.end}`, span.entity]))
  const byStart = Map.groupBy(spans, span => span.start)
  const byEnd = Map.groupBy(spans, span => span.end)
  return mention => {
    const found = exact.get(`${mention.start}-${mention.end}`)
    if (found !== undefined || mention.kind === 'pronoun' || mention.coordinated) return found
    const head = view.trees[mention.sentence]?.words[mention.head]
    if (!head) return undefined
    const near = [
      ...(byStart.get(mention.start) ?? []).filter(span => span.end >= head.end),
      ...(byEnd.get(mention.end) ?? []).filter(span => span.start <= head.start),
    ]
    const distance = (span: { start: number; end: number }) =>
      Math.abs(span.start - mention.start) + Math.abs(span.end - mention.end)
    return near.sort((a, b) => distance(a) - distance(b))[0]?.entity
  }
}

function fitted(examples: readonly Example[]): PronounWeights {
  const weights: PronounWeights = { person: {}, it: {}, they: {} }
  const squares: PronounWeights = { person: {}, it: {}, they: {} }
  for (let round = 0; round < ROUNDS; round++)
    for (const example of examples) {
      const gradient = gradientOf(example, weights)
      const [own, sums] = [weights[example.of], squares[example.of]]
      for (const [name, value] of gradient) {
        const step = value + PENALTY * (own[name] ?? 0)
        sums[name] = (sums[name] ?? 1) + step * step
        own[name] = (own[name] ?? 0) - (RATE * step) / Math.sqrt(sums[name])
      }
    }
  return weights
}

function gradientOf(example: Example, weights: PronounWeights): ReadonlyMap<string, number> {
  const chances = chancesOf(example, weights)
  const right = example.right.reduce((sum, i) => sum + (chances[i] ?? 0), 0)
  const gradient = new Map<string, number>()
  example.features.forEach((features, i) => {
    const chance = chances[i] ?? 0
    const slope = chance - (example.right.includes(i) ? chance / right : 0)
    if (slope === 0) return
    for (const [name, value] of Object.entries(features)) gradient.set(name, (gradient.get(name) ?? 0) + slope * value)
  })
  return gradient
}

function rounded(weights: Readonly<Record<string, number>>): Record<string, number> {
  const kept = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= LEAST)
  return Object.fromEntries(
    kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, w]) => [name, Math.round(w * 100) / 100]),
  )
}

const resources = openCorefResources({ person: {}, it: {}, they: {} })
const read = openReader()
const docs = readCorefDocs(join(dataRoot(), 'train/gum/dep'), 'train')
const examples = docs.flatMap(doc => examplesOf(doc, viewOf(read(doc), resources)))
tell(`${examples.length} pronouns of ${docs.length} documents`)
const weights = fitted(examples)
const meta = Object.fromEntries(PRONOUN_CLASSES.map(of => [of, rounded(weights[of])]))
new ModelFile(meta, new Map()).write(modelPath('pronouns.bin'))
