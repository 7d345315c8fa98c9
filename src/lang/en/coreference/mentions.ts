import { fitsOf, numberOf } from './attributes.ts'
import { properName } from './proper.ts'
import { type CorefResources, nameKey } from './resources.ts'
import { nameBeside, phraseOf, type Tree } from './tree.ts'
import type { CorefWord, Determiner, Mention, Role } from './types.ts'

/** A mention before it has its place in the text. */
type Draft = Omit<Mention, 'id' | 'quote'>

const NO_HEAD = new Set(['flat', 'fixed', 'goeswith', 'expl', 'discourse', 'punct', 'case', 'reparandum', 'dep'])
const YEAR = /^(?:1[5-9]|20)\d\d$/u

/** Noun phrases, names and pronouns of a sentence in reading order. */
export function mentionsOf(tree: Tree, sentence: number, resources: CorefResources): readonly Draft[] {
  const found: Draft[] = []
  const heads = nameHeads(tree.words)
  tree.words.forEach((word, at) => {
    const nameHead = word.name && heads.get(word.name.id)
    if (nameHead !== undefined ? nameHead !== at : !canHead(word, resources)) return
    if (word.name && nameBeside(tree, word.head) === at) return
    if (isPartOfName(tree.words, word)) return
    const mention = mentionAt(tree, at, sentence, resources)
    found.push(mention)
    const joint = coordination(tree, mention, resources)
    if (joint) found.push(joint)
  })
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The word of each name that hangs outside of it. */
function nameHeads(words: readonly CorefWord[]): ReadonlyMap<number, number> {
  const heads = new Map<number, number>()
  words.forEach((word, at) => {
    if (!word.name || heads.has(word.name.id)) return
    if (words[word.head]?.name?.id === word.name.id || word.upos === 'PUNCT') return
    if (word.upos === 'ADJ' && word.name.type === 'GROUP') return
    if (/^(?:det|case)$/u.test(word.relation)) return
    heads.set(word.name.id, at)
  })
  return heads
}

/** "Aide" in "aide Vladimir Medinsky": a title of him, no mention of its own. */
function isPartOfName(words: readonly CorefWord[], word: CorefWord): boolean {
  if (word.name || !/^(?:compound|nmod:desc|amod)$/u.test(word.relation)) return false
  return words[word.head]?.name?.type === 'PERSON' || word.relation === 'nmod:desc'
}

function canHead(word: CorefWord, { pronouns }: CorefResources): boolean {
  if (word.name && word.upos === 'ADJ') return false
  if (NO_HEAD.has(word.relation) && !(word.relation === 'dep' && word.upos === 'NOUN')) return false
  if (word.upos === 'PROPN' && word.relation === 'compound') return false
  if (word.upos === 'NOUN' || word.upos === 'PROPN') return /\p{L}/u.test(word.text)
  if (word.upos === 'NUM') return YEAR.test(word.text)
  if (word.upos !== 'PRON' || word.xpos.startsWith('W')) return false
  return pronouns.has(word.text.toLowerCase())
}

function mentionAt(tree: Tree, head: number, sentence: number, resources: CorefResources): Draft {
  const { words } = tree
  const word = words[head] as CorefWord
  const pronoun = word.upos === 'PRON' ? resources.pronouns.get(word.text.toLowerCase()) : undefined
  const [first, last] = pronoun ? [head, head] : nameSpan(tree, head, phraseOf(tree, head))
  const name = pronoun ? undefined : properName(tree, head, [first, last], resources)
  const kind = pronoun ? 'pronoun' : name ? 'name' : 'nominal'
  const base: Omit<Draft, 'number' | 'fits'> = {
    ...{ sentence, head, first, last, kind, coordinated: false },
    start: (words[first] as CorefWord).start,
    end: (words[last] as CorefWord).end,
    key: keyOf(words, first, last),
    lemma: (word.lemma === '_' ? word.text : word.lemma).toLowerCase(),
    determiner: determinerOf(tree, head),
    role: roleOf(words, head),
    modifiers: modifiersOf(tree, head),
    titles: name?.type === 'PERSON' ? titlesOf(words, first, last) : [],
    ...(name === undefined ? {} : { name }),
    ...(pronoun === undefined ? {} : { pronoun }),
  }
  const number = numberOf(word, base)
  return { ...base, number, fits: fitsOf(base, number, word, resources) }
}

/** A phrase reaches over all words of its name, and over the "'s" after it. */
function nameSpan(
  { words }: Tree,
  head: number,
  [from, to]: readonly [number, number],
): readonly [first: number, last: number] {
  const id = words[head]?.name?.id
  let [first, last] = [from, to]
  if (id !== undefined) {
    for (let i = head; words[i]?.name?.id === id; i--) first = Math.min(first, i)
    for (let i = head; words[i]?.name?.id === id; i++) last = Math.max(last, i)
    let name = head
    while (words[name + 1]?.name?.id === id) name += 1
    for (let i = name + 1; i <= last; i++) if (endsName(words, name, i)) last = i - 1
  }
  return [first, words[last + 1]?.xpos === 'POS' ? last + 1 : last]
}

/**
 * Whether the phrase of a name ends before a word though the parse goes on: brackets tell of the named one, and what follows
 * a person or place is mostly hung there by mistake ("Ukraine in Istanbul").
 */
function endsName(words: readonly CorefWord[], name: number, at: number): boolean {
  const word = words[at]
  if (word === undefined || /^[([]$/u.test(word.text)) return true
  const type = words[name]?.name?.type
  if (type !== 'PERSON' && type !== 'PLACE') return false
  if (type === 'PERSON' && word.text === ',') return !(words[at + 1]?.xpos.startsWith('W') ?? false)
  if (at !== name + 1) return false
  if (word.upos === 'DET' || word.upos === 'SCONJ' || word.text === ':') return true
  return word.upos === 'ADP' && (type === 'PLACE' || !/^(?:of|from)$/u.test(word.text))
}

/** Words without article, quotation marks and possessive ending. */
function keyOf(words: readonly CorefWord[], first: number, last: number): string {
  const own = words.slice(first, last + 1).filter(word => word.upos !== 'PUNCT' || word.text === '-')
  if (/^['’]s?$/u.test(own.at(-1)?.text ?? '')) own.pop()
  const text = own.map(word => word.text).join(' ')
  return nameKey(text.replace(/^an? /iu, ''))
}

function determinerOf({ words, children }: Tree, head: number): Determiner {
  for (const child of children[head] ?? []) {
    const word = words[child]
    if (word?.relation === 'nmod:poss') return 'possessive'
    if (word?.relation !== 'det') continue
    const form = word.text.toLowerCase()
    if (form === 'the') return 'definite'
    return /^(?:this|that|these|those)$/u.test(form) ? 'demonstrative' : 'indefinite'
  }
  return 'none'
}

export function roleOf(words: readonly CorefWord[], at: number): Role {
  const word = words[at]
  const relation = word?.relation ?? ''
  if (/^nsubj/u.test(relation)) return 'subject'
  if (relation === 'obj' || relation === 'iobj') return 'object'
  if (relation === 'obl' || relation === 'obl:agent') return 'oblique'
  if (relation === 'nmod:poss') return 'possessive'
  if (/^(?:compound|nmod:desc|amod)/u.test(relation)) return 'modifier'
  if (relation !== 'conj' || word === undefined || word.head < 0 || word.head >= at) return 'other'
  return roleOf(words, word.head)
}

const NARROWING = new Set(['amod', 'compound', 'nmod', 'nummod', 'nmod:desc', 'flat', 'nmod:unmarked'])

function modifiersOf({ words, children }: Tree, head: number): ReadonlySet<string> {
  const found = (children[head] ?? []).filter(child => NARROWING.has(words[child]?.relation ?? ''))
  const deeper = found.flatMap(child => (children[child] ?? []).filter(at => NARROWING.has(words[at]?.relation ?? '')))
  return new Set([...found, ...deeper].map(at => words[at]?.lemma.toLowerCase() ?? ''))
}

/** Common nouns and titles of a phrase before its name. */
function titlesOf(words: readonly CorefWord[], first: number, last: number): readonly string[] {
  return words
    .slice(first, last + 1)
    .filter(word => !word.name && /^(?:NOUN|PROPN|ADJ)$/u.test(word.upos))
    .map(word => word.lemma.toLowerCase())
}

/** "Fidan and Rubio" as one mention, beside those of its parts. */
function coordination(tree: Tree, head: Draft, resources: CorefResources): Draft | undefined {
  const { words, children } = tree
  if (head.kind === 'pronoun' || words[head.head]?.relation === 'conj') return undefined
  const parts = (children[head.head] ?? []).filter(
    child => words[child]?.relation === 'conj' && /^(?:NOUN|PROPN)$/u.test(words[child]?.upos ?? ''),
  )
  const last = parts.at(-1)
  if (last === undefined) return undefined
  const and = (children[last] ?? []).find(child => words[child]?.relation === 'cc')
  if (and === undefined || words[and]?.lemma.toLowerCase() !== 'and') return undefined
  const [, to] = nameSpan(tree, last, phraseOf(tree, last))
  const end = (words[to] as CorefWord).end
  const { name: _, ...rest } = mentionAt(tree, head.head, head.sentence, resources)
  const key = keyOf(words, head.first, to)
  return { ...rest, kind: 'nominal', coordinated: true, last: to, end, key, number: 'plural', fits: 8, titles: [] }
}
