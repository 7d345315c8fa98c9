import { referencesOf } from '../../src/claim/references.ts'
import type { Span } from '../../src/core/span.ts'
import { within } from '../../src/core/span.ts'
import type { ActorId, Annotation, Doc, RuleId } from '../../src/core/types.ts'

/** Words that stand for an actor, and which rule says so. */
export type ActorMention = { readonly span: Span; readonly actor: ActorId; readonly by: RuleId }

/**
 * Who is meant where in a document: names and descriptions linked by the lists, and descriptions ("the minister") that its
 * reading is sure of. Pronouns are left out; `referencesOf` has them.
 */
export function actorMentions(doc: Doc): readonly ActorMention[] {
  const { name, token } = doc.layers
  const named = name.flatMap(({ span, value, by }) =>
    value.actor === undefined ? [] : [{ span, actor: value.actor, by }],
  )
  const references = referencesOf(doc)
  const apposed = appositions(doc)
  const described = doc.layers.mention.flatMap(({ span, value, by }): readonly ActorMention[] => {
    const actor =
      value.kind === 'nominal' && !apposed.has(value.head) ? references.get(value.head)?.value.actor : undefined
    const head = within(token, span).find(word => word.span.start === value.head)
    if (actor === undefined || head === undefined || isLinked(named, head)) return []
    return [{ span: head.span, actor, by }]
  })
  return [...named, ...described].sort((a, b) => a.span.start - b.span.start)
}

/** Heads of descriptions that are one phrase with a name: "Merz, the chancellor", "the district, Pakistan". */
function appositions({ layers }: Doc): ReadonlySet<number> {
  const found = new Set<number>()
  const last = new Map<number, Annotation<'mention'>>()
  for (const mention of layers.mention) {
    const { chain, kind, head } = mention.value
    const before = last.get(chain)
    last.set(chain, mention)
    if (mention.by !== 'coref/apposition') continue
    if (kind !== 'name') found.add(head)
    else if (before) found.add(before.value.head)
  }
  return found
}

function isLinked(named: readonly ActorMention[], { span }: Annotation<'token'>): boolean {
  return named.some(mention => mention.span.start < span.end && span.start < mention.span.end)
}
