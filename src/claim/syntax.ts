import { contains } from '../core/span.ts'
import type { Annotation } from '../core/types.ts'
import type { References } from './references.ts'
import type { Trigger } from './triggers.ts'
import type { Word } from './words.ts'

type Name = Annotation<'name'>

/** Who stands on each side of a trigger: a name; `null`: somebody is there whom no name tells; absent: the parse shows nobody. */
export type Sides = { readonly source?: Name | null; readonly target?: Name | null }

const SUBJECT = /^(?:nsubj|csubj)(?::outer)?$/u
const PASSIVE_SUBJECT = /^[nc]subj:pass$/u
const RELATIVE = new Set(['who', 'which', 'that', 'whom'])
/** Prepositions before the one something is done to or with. */
const TOWARDS = new Set('to with against on at into for toward towards between over from of'.split(' '))
const BY = new Set(['by'])
const FINITE = new Set(['VBD', 'VBZ', 'VBP'])
/** "urged Russia to stop": the object of these does what the next verb says. */
const OBJECT_CONTROL = new Set(
  'urge ask tell call order press force allow help want invite demand warn let make get push'.split(' '),
)
/** A chain of clauses longer than this is not followed. */
const CLAUSES = 4

/**
 * Source and target of a trigger by the parse of its sentence: subject and object of the verb; with a passive the agent and
 * the subject; where a verb has no subject of its own, that of the verb it hangs on (conjunction, "wants to", participle,
 * relative clause); with a noun ("Russia's attack on Ukraine") its owner and the noun behind "on". `mutual`: two that are
 * joined ("Russia and Ukraine met", "talks between Russia and Ukraine") are both sides. Undefined without a parse.
 */
export function sidesByParse(
  words: readonly Word[],
  trigger: Trigger,
  names: readonly Name[],
  references: References,
  mutual: boolean,
): Sides | undefined {
  const word = words[trigger.at]
  if (word?.relation === undefined) return undefined
  const tree = new Tree(words, names, references)
  const nodes = word.pos === 'VERB' || word.pos === 'AUX' ? verbNodes(tree, trigger.at) : nounNodes(tree, trigger.last)
  const [source, target] = [tree.named(nodes.source), tree.named(nodes.target)]
  if (mutual && !(source && target)) {
    const one = nodes.source ?? nodes.target
    const other = one === undefined ? undefined : tree.joined(one)
    if (other !== undefined) return sides(tree.named(one), tree.named(other))
  }
  return sides(source, target)
}

type Nodes = { readonly source?: number | undefined; readonly target?: number | undefined }

function verbNodes(tree: Tree, verb: number): Nodes {
  const subject = tree.subjectOf(verb)
  const towards = tree.oblique(verb, TOWARDS)
  if (tree.isPassive(verb)) return { source: tree.agentOf(verb), target: subject ?? towards }
  const object = tree.child(verb, relation => relation === 'obj' || relation === 'iobj')
  const named = [object, tree.ofNoun(object), towards].find(node => tree.named(node))
  return { source: subject, target: named ?? object ?? towards }
}

function nounNodes(tree: Tree, noun: number): Nodes {
  const verb = tree.verbAbove(noun)
  const above = verb === undefined ? undefined : tree.isPassive(verb) ? tree.agentOf(verb) : tree.subjectOf(verb)
  const owners = tree.children(noun, relation => /^(?:nmod:poss|amod|compound)$/u.test(relation))
  const source = [tree.oblique(noun, BY), ...owners, above].find(node => tree.named(node))
  return { source: source ?? above, target: tree.oblique(noun, TOWARDS) }
}

function sides(source: Name | null | undefined, target: Name | null | undefined): Sides {
  return {
    ...(source !== undefined && { source }),
    ...(target !== undefined && { target: target === source ? null : target }),
  }
}

/** The parse of one sentence, seen from heads to children. */
class Tree {
  readonly #words: readonly Word[]
  readonly #names: readonly Name[]
  readonly #references: References
  readonly #children: readonly (readonly number[])[]

  constructor(words: readonly Word[], names: readonly Name[], references: References) {
    const children = words.map((): number[] => [])
    words.forEach(({ head }, i) => {
      if (head !== undefined) children[head]?.push(i)
    })
    this.#words = words
    this.#names = names
    this.#references = references
    this.#children = children
  }

  child(at: number, wanted: (relation: string) => boolean): number | undefined {
    return this.#children[at]?.find(child => wanted(this.#words[child]?.relation ?? ''))
  }

  children(at: number, wanted: (relation: string) => boolean): readonly number[] {
    return this.#children[at]?.filter(child => wanted(this.#words[child]?.relation ?? '')) ?? []
  }

  isPassive(verb: number): boolean {
    const passive = (relation: string) => relation === 'aux:pass' || PASSIVE_SUBJECT.test(relation)
    if (this.child(verb, passive) !== undefined) return true
    // "drones launched by Russia".
    const { relation = '', xpos = '' } = this.#words[verb] ?? {}
    return (
      xpos === 'VBN' &&
      ((relation.startsWith('acl') && !relation.endsWith('relcl')) || this.agentOf(verb) !== undefined)
    )
  }

  agentOf(verb: number): number | undefined {
    return this.child(verb, relation => relation === 'obl:agent') ?? this.oblique(verb, BY)
  }

  /** What is said to act, or with a passive to suffer: the verb's own subject or that of the clause it hangs on. */
  subjectOf(verb: number, clauses = CLAUSES): number | undefined {
    const own = this.child(verb, relation => SUBJECT.test(relation) || PASSIVE_SUBJECT.test(relation))
    const { head, relation = '', xpos = '' } = this.#words[verb] ?? {}
    if (own !== undefined && !RELATIVE.has(this.#words[own]?.norm ?? '')) return own
    if (relation.startsWith('acl')) return head
    // "Israel, which attacked": what stands before the pronoun, where the parse has lost the clause.
    if (own !== undefined) return this.#words[own - 1]?.norm === ',' ? own - 2 : own - 1
    if (head === undefined || clauses === 0) return own
    // A finite verb in such a clause has a subject of its own, even where the parse has lost it.
    if (relation === 'advcl' && FINITE.has(xpos)) return own
    if (relation === 'xcomp' || relation === 'ccomp' || relation === 'advcl') {
      const object = this.child(head, relation => relation === 'obj' || relation === 'iobj')
      const controls = this.#words[head]?.lemmas.some(({ lemma }) => OBJECT_CONTROL.has(lemma)) ?? false
      if (relation === 'xcomp' && controls && object !== undefined) return object
      return relation === 'ccomp' ? own : this.subjectOf(head, clauses - 1)
    }
    return relation === 'conj' ? this.subjectOf(head, clauses - 1) : own
  }

  /** A noun with one of these prepositions. */
  oblique(at: number, prepositions: ReadonlySet<string>): number | undefined {
    return this.#children[at]?.find(child => {
      const relation = this.#words[child]?.relation ?? ''
      if (!relation.startsWith('obl') && !relation.startsWith('nmod')) return false
      if (relation === 'nmod:poss') return false
      return this.#children[child]?.some(
        mark => this.#words[mark]?.relation === 'case' && prepositions.has(this.#words[mark]?.norm ?? ''),
      )
    })
  }

  /** "talks with Kyiv": the noun behind the noun. */
  ofNoun(noun: number | undefined): number | undefined {
    return noun === undefined ? undefined : this.oblique(noun, TOWARDS)
  }

  /** The verb whose object or subject a noun is. */
  verbAbove(noun: number): number | undefined {
    const { head, relation = '' } = this.#words[noun] ?? {}
    if (head === undefined) return undefined
    if (relation === 'obj' || relation.startsWith('obl') || PASSIVE_SUBJECT.test(relation)) return head
    return relation === 'conj' || relation.startsWith('nmod') ? this.verbAbove(head) : undefined
  }

  /** The second of two that "and" joins. */
  joined(node: number): number | undefined {
    return this.child(node, relation => relation === 'conj')
  }

  /** The name of a node; null where it has none; undefined for no node. */
  named(node: number | undefined): Name | null | undefined {
    return node === undefined ? undefined : (this.#nameAt(node) ?? null)
  }

  /** The name that a noun is or stands for, or that says whose it is: "Russian forces", "the president of France". */
  #nameAt(node: number, depth = 2): Name | undefined {
    const word = this.#words[node]
    if (!word) return undefined
    const own = this.#names.find(name => contains(name.span, word.span)) ?? this.#references.get(word.span.start)
    if (own || depth === 0) return own
    for (const child of this.#children[node] ?? []) {
      if (!PARTS.test(this.#words[child]?.relation ?? '')) continue
      const found = this.#nameAt(child, depth - 1)
      if (found) return found
    }
    return undefined
  }
}

/** Relations of words that tell who or whose a noun is. */
const PARTS = /^(?:flat|appos|compound|amod|nmod|nmod:poss|nmod:desc)$/u
