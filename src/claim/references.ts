import { contains } from '../core/span.ts'
import type { Annotation, Doc } from '../core/types.ts'

type Name = Annotation<'name'>

/** The name that the word at a place stands for, by where the word begins: "he", "the minister". */
export type References = ReadonlyMap<number, Name>

/** What the pronouns and descriptions of a document stand for, where its reading is sure of it and the chain has a name. */
export function referencesOf({ layers }: Doc): References {
  const names = new Map<number, Name>()
  for (const { span, value } of layers.mention) {
    if (value.kind !== 'name' || names.has(value.chain)) continue
    const name = layers.name.find(name => contains(span, name.span) && contains(name.span, headOf(value.head)))
    if (name) names.set(value.chain, name)
  }
  const found = new Map<number, Name>()
  for (const { value } of layers.mention) {
    const name = names.get(value.chain)
    if (name && value.sure && value.kind !== 'name') found.set(value.head, name)
  }
  return found
}

function headOf(start: number) {
  return { start, end: start + 1 }
}
