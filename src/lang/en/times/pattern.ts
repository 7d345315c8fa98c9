import type { Piece } from './pieces.ts'
import type { SlotReader } from './slots.ts'

/**
 * Patterns over pieces: words (`of`, `on|by|until`), slots (`<month>`, `<dom:from>`), groups with alternatives
 * (`( … | … )`), all of them optional with a `?` behind; `[ … ]` marks what is annotated, the whole when absent.
 * Patterns have no repetition, so that a match reads at most as many elements as the longest pattern has.
 */
type Element =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'slot'; readonly slot: string; readonly key: string }
  | { readonly kind: 'bracket'; readonly open: boolean }

type Sequence = readonly Element[]

type Accept<R> = { readonly rule: R; readonly groups: readonly (readonly [number, number])[] }

type Node<R> = {
  readonly children: Map<string, Node<R>>
  readonly byWord: Map<string, Node<R>[]>
  readonly slots: { readonly key: string; readonly read: SlotReader; readonly node: Node<R> }[]
  readonly accepts: Accept<R>[]
}

export type Matcher<R> = Node<R>

export type Group = { readonly first: number; readonly end: number; readonly slots: ReadonlyMap<string, string> }
export type Match<R> = { readonly rule: R; readonly groups: readonly Group[]; readonly end: number }

/** Compiles rules into one tree, so that patterns share their beginnings. Throws on a faulty pattern. */
export function compile<R extends { readonly pattern: string }>(
  rules: readonly R[],
  readers: ReadonlyMap<string, SlotReader>,
): Matcher<R> {
  const root = newNode<R>()
  for (const rule of rules) for (const sequence of sequencesOf(rule.pattern)) insert(root, sequence, rule, readers)
  return root
}

function newNode<R>(): Node<R> {
  return { children: new Map(), byWord: new Map(), slots: [], accepts: [] }
}

function insert<R extends { readonly pattern: string }>(
  root: Node<R>,
  sequence: Sequence,
  rule: R,
  readers: ReadonlyMap<string, SlotReader>,
): void {
  let node = root
  let count = 0
  let open = 0
  const groups: [number, number][] = []
  for (const element of sequence) {
    if (element.kind === 'bracket') {
      if (element.open) open = count
      else groups.push([open, count])
      continue
    }
    node = childOf(node, element, rule, readers)
    count += 1
  }
  if (count === 0) throw new Error(`time rule pattern "${rule.pattern}" matches nothing at all`)
  const whole: readonly [number, number] = [0, count]
  node.accepts.push({ rule, groups: groups.length > 0 ? groups : [whole] })
}

function childOf<R extends { readonly pattern: string }>(
  node: Node<R>,
  element: Exclude<Element, { kind: 'bracket' }>,
  rule: R,
  readers: ReadonlyMap<string, SlotReader>,
): Node<R> {
  const id = element.kind === 'words' ? element.words.join('|') : `<${element.slot}:${element.key}>`
  const known = node.children.get(id)
  if (known) return known
  const child = newNode<R>()
  node.children.set(id, child)
  if (element.kind === 'words') {
    for (const word of element.words) {
      const list = node.byWord.get(word)
      if (list) list.push(child)
      else node.byWord.set(word, [child])
    }
    return child
  }
  const read = readers.get(element.slot)
  if (!read) throw new Error(`time rule pattern "${rule.pattern}": no slot <${element.slot}>`)
  node.slots.push({ key: element.key, read, node: child })
  return child
}

function sequencesOf(pattern: string): readonly Sequence[] {
  const parts = pattern.split(' ').filter(part => part !== '')
  const { sequences, end } = alternatives(parts, 0)
  if (end !== parts.length) throw new Error(`time rule pattern "${pattern}": ")" without "("`)
  return sequences
}

function alternatives(parts: readonly string[], from: number): { sequences: readonly Sequence[]; end: number } {
  const all: Sequence[] = []
  let current: readonly Sequence[] = [[]]
  let at = from
  for (; at < parts.length; at++) {
    const part = parts[at] ?? ''
    if (part === ')' || part === ')?') break
    if (part === '|') {
      all.push(...current)
      current = [[]]
      continue
    }
    let choices: readonly Sequence[]
    if (part === '(') {
      const inner = alternatives(parts, at + 1)
      at = inner.end
      choices = parts[at] === ')?' ? [...inner.sequences, []] : inner.sequences
    } else choices = choicesOf(part)
    current = current.flatMap(head => choices.map(tail => [...head, ...tail]))
  }
  return { sequences: [...all, ...current], end: at }
}

function choicesOf(part: string): readonly Sequence[] {
  if (part === '[' || part === ']') return [[{ kind: 'bracket', open: part === '[' }]]
  const optional = part.endsWith('?')
  const body = optional ? part.slice(0, -1) : part
  const slot = /^<([a-z]+)(?::([a-zA-Z]+))?>$/u.exec(body)
  const element: Element = slot
    ? { kind: 'slot', slot: slot[1] ?? '', key: slot[2] ?? slot[1] ?? '' }
    : { kind: 'words', words: body.split('|') }
  return optional ? [[element], []] : [[element]]
}

/** All matches that begin with the piece at `i`. */
export function matchesAt<R>(matcher: Matcher<R>, pieces: readonly Piece[], i: number): readonly Match<R>[] {
  const matches: Match<R>[] = []
  walk(matcher, pieces, i, [], [], matches)
  return matches
}

function walk<R>(
  node: Node<R>,
  pieces: readonly Piece[],
  i: number,
  starts: readonly number[],
  slots: readonly (readonly [string, string] | undefined)[],
  matches: Match<R>[],
): void {
  for (const { rule, groups } of node.accepts) matches.push({ rule, groups: groups.map(group), end: i })
  const piece = pieces[i]
  if (piece === undefined) return
  for (const next of node.byWord.get(piece.norm) ?? [])
    walk(next, pieces, i + 1, [...starts, i], [...slots, undefined], matches)
  for (const { key, read, node: next } of node.slots) {
    const slot = read(pieces, i)
    if (slot) walk(next, pieces, slot.end, [...starts, i], [...slots, [key, slot.value]], matches)
  }

  function group([from, to]: readonly [number, number]): Group {
    const bound = slots.slice(from, to).filter(slot => slot !== undefined)
    return { first: starts[from] ?? i, end: starts[to] ?? i, slots: new Map(bound) }
  }
}
