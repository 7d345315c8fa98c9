import type { MarkKind } from './layers-marks.ts'
import { html, type Markup } from './markup.ts'

/** A token of one sentence; `head` counts within the sentence, and is absent at its root. */
export type Word = {
  readonly text: string
  readonly pos: string
  readonly xpos: string
  readonly lemma: string
  readonly features: string
  readonly relation: string
  readonly head?: number
  /** The kind of name, time or amount it belongs to. */
  readonly kind?: MarkKind
}

/** Sizes in pixels; the style gives the same sizes of letters. */
const WORD = 15
const SMALL = 10.5
const GAP = 15
const STEP = 24
const TOP = 26
const EDGE = 16
const SPREAD = 8
const BEND = 9

/** Who does what to whom: drawn stronger than the rest. */
const CORE = /^(?:nsubj|csubj|obj|iobj|ccomp|xcomp|obl:agent|root)\b/u

type Arc = {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly relation: string
  readonly level: number
}

/** A sentence as a picture: words with their part of speech, arcs from head to dependent with their relation, the root marked. */
export function drawTree(words: readonly Word[]): Markup {
  const arcs = arcsOf(words)
  const ends = endsOf(words, arcs)
  const x = placesOf(words, arcs, ends)
  const levels = Math.max(1, ...arcs.map(arc => arc.level))
  const base = TOP + levels * STEP + 10
  const last = words.length - 1
  const width = Math.ceil((x[last] ?? 0) + widthOf(words[last]?.text ?? '', WORD) / 2 + EDGE + 14)
  const height = base + 50
  return html`<svg class="tree" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken(words)}">${arcs.map(arc => drawArc(arc, x, ends, base))}${words.map((word, i) => drawWord(word, x[i] ?? 0, ends(i, undefined), base))}</svg>`
}

/** The arcs with their height: above all arcs that lie within them. */
function arcsOf(words: readonly Word[]): readonly Arc[] {
  const bare = words.flatMap(({ head, relation }, to) =>
    head === undefined || head === to
      ? []
      : [{ from: head, to, low: Math.min(head, to), high: Math.max(head, to), relation }],
  )
  const done: Arc[] = []
  for (const arc of bare.sort((a, b) => a.high - a.low - (b.high - b.low))) {
    const below = done.filter(other => other.low < arc.high && arc.low < other.high)
    done.push({ ...arc, level: 1 + Math.max(0, ...below.map(({ level }) => level)) })
  }
  return done.sort((a, b) => a.to - b.to)
}

/** How far from the middle of a word each arc ends: long arcs inside, short ones outside, so that none cross; without an arc: the stem of the root. */
type Ends = (word: number, arc: Arc | undefined) => number

function endsOf(words: readonly Word[], arcs: readonly Arc[]): Ends {
  const order = words.map((_, i) => {
    const left = arcs.filter(arc => arc.high === i).sort((a, b) => b.low - a.low)
    const right = arcs.filter(arc => arc.low === i).sort((a, b) => b.high - a.high)
    return [...left, ...(isRoot(words[i]) ? [undefined] : []), ...right]
  })
  return (word, arc) => {
    const around = order[word] ?? []
    return (around.indexOf(arc) - (around.length - 1) / 2) * SPREAD
  }
}

function isRoot(word: Word | undefined): boolean {
  return word !== undefined && word.head === undefined && word.relation !== ''
}

/** The middle of each word, from left to right: far enough apart for words, tags and the labels of arcs. */
function placesOf(words: readonly Word[], arcs: readonly Arc[], ends: Ends): readonly number[] {
  const half = words.map((word, i) => {
    const own = arcs.filter(arc => arc.from === i || arc.to === i).length
    return Math.max(widthOf(word.text, WORD), widthOf(word.pos, SMALL), own * SPREAD) / 2
  })
  const x: number[] = []
  for (let i = 0; i < words.length; i++) {
    const after = i === 0 ? EDGE + (half[0] ?? 0) : (x[i - 1] ?? 0) + (half[i - 1] ?? 0) + GAP + (half[i] ?? 0)
    const labels = arcs
      .filter(arc => arc.high === i)
      .map(arc => (x[arc.low] ?? 0) + ends(arc.low, arc) - ends(i, arc) + widthOf(arc.relation, SMALL) + 2 * BEND)
    x.push(Math.round(Math.max(after, ...labels)))
  }
  return x
}

function drawArc(arc: Arc, x: readonly number[], ends: Ends, base: number): Markup {
  const from = (x[arc.from] ?? 0) + ends(arc.from, arc)
  const to = (x[arc.to] ?? 0) + ends(arc.to, arc)
  const top = base - 4 - arc.level * STEP
  const bend = to > from ? BEND : -BEND
  const middle = (from + to) / 2
  return html`<g class="arc${weightOf(arc.relation)}"><path d="M${from} ${base}V${top + BEND}Q${from} ${top} ${from + bend} ${top}H${to - bend}Q${to} ${top} ${to} ${top + BEND}V${base - 6}"/><path class="end" d="M${to - 3.5} ${base - 7}h7l-3.5 7z"/><text x="${middle}" y="${top + 3.5}">${arc.relation}</text></g>`
}

function weightOf(relation: string): string {
  if (CORE.test(relation)) return ' core'
  return relation === 'punct' ? ' faint' : ''
}

function drawWord(word: Word, x: number, stem: number, base: number): Markup {
  const about = [word.lemma, word.xpos, word.features.replaceAll('|', ' ')].filter(text => text !== '').join(' · ')
  const wide = widthOf(word.text, WORD)
  return html`<g class="word${isRoot(word) && html` root`}${word.kind && html` ${word.kind}`}"><title>${about}</title>${isRoot(word) && drawStem(x + stem, base)}${word.kind && html`<path class="under" d="M${x - wide / 2} ${base + 24}h${wide}"/>`}<text class="w" x="${x}" y="${base + 18}">${word.text}</text><text class="p" x="${x}" y="${base + 39}">${word.pos}</text></g>`
}

function drawStem(x: number, base: number): Markup {
  return html`<path class="stem" d="M${x} ${TOP - 8}V${base - 6}"/><path class="end" d="M${x - 3.5} ${base - 7}h7l-3.5 7z"/><text class="of" x="${x}" y="${TOP - 13}">root</text>`
}

/** For those who hear the page: "root backs; team nsubj of backs; …". */
function spoken(words: readonly Word[]): string {
  return words
    .filter(({ pos, relation }) => pos !== 'PUNCT' && relation !== '')
    .map(({ text, relation, head }) =>
      head === undefined ? `root ${text}` : `${text} ${relation} of ${words[head]?.text ?? ''}`,
    )
    .join('; ')
}

/** About how wide a text is in a sans-serif face, in pixels. */
export function widthOf(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

function emsOf(character: string): number {
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character))
    return 1.05
  if (/[iljtfrI.,:;'’‘|!()[\]\s-]/u.test(character)) return 0.4
  if (/[mwMWЖЮШЩжюшщ—@%]/u.test(character)) return 0.95
  return /[\p{Lu}\p{N}_“”]/u.test(character) ? 0.7 : 0.6
}
