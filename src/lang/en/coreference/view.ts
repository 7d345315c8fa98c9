import { type Clusters, clustersOf } from './clusters.ts'
import { mentionsOf } from './mentions.ts'
import { quoteAt, quotesOf } from './quotes.ts'
import type { CorefResources } from './resources.ts'
import { type Tree, treeOf } from './tree.ts'
import type { CorefInput, CorefQuote, CorefWord, Mention } from './types.ts'

/** A document as the sieves see it. */
export type View = {
  readonly input: CorefInput
  readonly trees: readonly Tree[]
  readonly quotes: readonly CorefQuote[]
  readonly mentions: readonly Mention[]
  readonly clusters: Clusters
  readonly resources: CorefResources
  /** The mentions of each sentence. */
  readonly bySentence: readonly (readonly Mention[])[]
}

export function viewOf(input: CorefInput, resources: CorefResources): View {
  const trees = input.sentences.map(({ words }) => treeOf(words))
  const quotes = quotesOf(input)
  const drafts = trees.map((tree, sentence) => mentionsOf(tree, sentence, resources))
  let id = 0
  const bySentence = drafts.map(found =>
    found.map((draft): Mention => ({ ...draft, id: id++, quote: quoteAt(quotes, draft.start) })),
  )
  const mentions = bySentence.flat()
  return { input, trees, quotes, mentions, clusters: clustersOf(mentions), resources, bySentence }
}

/** The word a mention hangs by. */
export function headOf({ trees }: View, mention: Mention): CorefWord {
  return trees[mention.sentence]?.words[mention.head] as CorefWord
}

/** The word a mention hangs on; undefined at the root. */
export function governorOf(view: View, mention: Mention): CorefWord | undefined {
  return view.trees[mention.sentence]?.words[headOf(view, mention).head]
}

/** The mention with its head at a word, the simple one before the coordinated. */
export function mentionAtWord({ bySentence }: View, sentence: number, at: number): Mention | undefined {
  return bySentence[sentence]?.find(mention => mention.head === at && !mention.coordinated)
}

/** One mention inside of the other, in words of the same sentence. */
export function nested(a: Mention, b: Mention): boolean {
  if (a.sentence !== b.sentence) return false
  return (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last)
}
