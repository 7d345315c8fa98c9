import { bySpan, contains, overlaps, type Span } from '../core/span.ts'
import type { Annotation, Article, Layers, NameValue, PlaceValue } from '../core/types.ts'

/** What a marked passage is shown as. */
export type MarkKind =
  | 'person'
  | 'organisation'
  | 'place'
  | 'group'
  | 'event'
  | 'weapon'
  | 'time'
  | 'amount'
  | 'quote'
  | 'speaker'
  | 'mention'

/** Who speaks, from 1 in reading order; the same speaker keeps his number all through an article. 0: nobody is named. */
export type Voice = number

type Marked = { readonly span: Span }

/** A passage to mark. A name that is also a place is one mark with both values. */
export type Mark =
  | (Marked & { readonly kind: 'time'; readonly time: Annotation<'time'> })
  | (Marked & { readonly kind: 'amount'; readonly amount: Annotation<'amount'> })
  | (Marked & { readonly kind: 'quote'; readonly quote: Annotation<'quote'>; readonly voice: Voice })
  | (Marked & { readonly kind: 'speaker'; readonly quote: Annotation<'quote'>; readonly voice: Voice })
  | (Marked & { readonly kind: 'mention'; readonly mention: Annotation<'mention'>; readonly means: string })
  | (Marked & {
      readonly kind: Exclude<MarkKind, 'time' | 'amount' | 'quote' | 'speaker' | 'mention'>
      readonly name?: Annotation<'name'>
      readonly place?: Annotation<'place'>
    })

const KINDS = {
  PERSON: 'person',
  ORGANISATION: 'organisation',
  PLACE: 'place',
  GROUP: 'group',
  EVENT: 'event',
  WEAPON: 'weapon',
} as const satisfies Record<NameValue['type'], MarkKind>

/** All marks of an article in reading order, outer before inner; of equal spans the quotation is the outermost. */
export function marksOf(layers: Layers, text: string): readonly Mark[] {
  const marks: Mark[] = [
    ...voiced(layers),
    ...named(layers),
    ...meant(layers, text),
    ...layers.time.map(time => ({ kind: 'time' as const, span: time.span, time })),
    ...layers.amount.map(amount => ({ kind: 'amount' as const, span: amount.span, amount })),
  ]
  return marks.filter(({ span }) => span.start < span.end).sort(bySpan)
}

/** Pronouns and short descriptions that surely stand for something the text names, with that name. */
function meant({ mention }: Layers, text: string): readonly Mark[] {
  const names = new Map<number, string>()
  for (const { span, value } of mention)
    if (value.kind === 'name' && !names.has(value.chain)) names.set(value.chain, text.slice(span.start, span.end))
  return mention.flatMap((it): Mark[] => {
    const means = names.get(it.value.chain)
    const short = it.span.end - it.span.start <= LONGEST_MENTION
    if (means === undefined || !it.value.sure || it.value.kind === 'name' || !short) return []
    return [{ kind: 'mention', span: it.span, mention: it, means }]
  })
}

/** Longer descriptions say for themselves who is meant. */
const LONGEST_MENTION = 40

function named({ name, place }: Layers): readonly Mark[] {
  const key = ({ start, end }: Span) => `${start}-${end}`
  const places = new Map<string, Annotation<'place'>>(place.map(it => [key(it.span), it]))
  const names = new Set(name.map(it => key(it.span)))
  return [
    ...name.map((it): Mark => {
      const also = places.get(key(it.span))
      return { kind: KINDS[it.value.type], span: it.span, name: it, ...(also && { place: also }) }
    }),
    ...place.filter(it => !names.has(key(it.span))).map((it): Mark => ({ kind: 'place', span: it.span, place: it })),
  ]
}

/** Quotations and their speakers; a speaker the word lists know has one voice, wherever he speaks. */
function voiced({ quote, name }: Layers): readonly Mark[] {
  const voices = new Map<string, Voice>()
  const speakers = new Set<string>()
  return quote.flatMap((it): Mark[] => {
    const { speaker } = it.value
    if (!speaker) return [{ kind: 'quote', span: it.span, quote: it, voice: 0 }]
    const who = name.find(other => other.value.actor !== undefined && contains(speaker, other.span))
    const key = who?.value.actor ?? `at ${speaker.start}`
    const voice = voices.get(key) ?? voices.size + 1
    voices.set(key, voice)
    const said: Mark = { kind: 'quote', span: it.span, quote: it, voice }
    const place = `${speaker.start}-${speaker.end}`
    if (speakers.has(place) || contains(it.span, speaker)) return [said]
    speakers.add(place)
    return [said, { kind: 'speaker', span: speaker, quote: it, voice }]
  })
}

/** A passage as a tree: plain text, or a mark with what lies inside of it. */
export type Piece =
  | { readonly span: Span; readonly mark?: undefined }
  | { readonly span: Span; readonly mark: Mark; readonly first: boolean; readonly inside: readonly Piece[] }

type Open = { readonly span: Span; readonly mark: Mark; readonly first: boolean }

/**
 * Cuts a passage along its marks, so that they nest: of two that only overlap, the later one goes on behind the end of
 * the earlier one, with `first` false. Marks that reach out of the passage are cut to it.
 */
export function piecesOf(span: Span, marks: readonly Mark[]): readonly Piece[] {
  const open = marks
    .filter(mark => overlaps(mark.span, span))
    .map(mark => ({ mark, first: mark.span.start >= span.start, span: clip(mark.span, span) }))
  return cut(span, open)
}

function cut(span: Span, marks: readonly Open[]): readonly Piece[] {
  const pieces: Piece[] = []
  let waiting = [...marks].sort(bySpan)
  let at = span.start
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { mark, first } = next
    const own = next.span
    if (at < own.start) pieces.push({ span: { start: at, end: own.start } })
    const inner = waiting.filter(other => other.span.start < own.end)
    const rest = inner
      .filter(other => other.span.end > own.end)
      .map(other => ({ mark: other.mark, first: false, span: { start: own.end, end: other.span.end } }))
    const inside = cut(
      own,
      inner.map(other => ({ ...other, span: clip(other.span, own) })),
    )
    pieces.push({ span: own, mark, first, inside })
    waiting = [...rest, ...waiting.slice(inner.length)].sort(bySpan)
    at = own.end
  }
  if (at < span.end) pieces.push({ span: { start: at, end: span.end } })
  return pieces
}

function clip(span: Span, outer: Span): Span {
  return { start: Math.max(span.start, outer.start), end: Math.min(span.end, outer.end) }
}

/** A stretch of the text that is shown as one: a sentence, or words between sentences. */
export type Line = { readonly span: Span; readonly sentence?: Annotation<'sentence'>; readonly opens: boolean }

/** The whole text in lines, so that nothing of it is left out; `opens` is true on the first of a paragraph. */
export function linesOf({ text }: Article, layers: Layers): readonly Line[] {
  const lines: Line[] = []
  let at = 0
  const between = (end: number) => {
    for (const [part] of text.slice(at, end).matchAll(/[^\n]+|\n+/gu)) {
      const start = at
      at += part.length
      if (part.trim() !== '') lines.push({ span: trim(text, { start, end: at }), opens: opens(text, start) })
    }
  }
  for (const sentence of layers.sentence) {
    if (sentence.span.start < at) continue
    between(sentence.span.start)
    lines.push({ span: sentence.span, sentence, opens: opens(text, sentence.span.start) })
    at = sentence.span.end
  }
  between(text.length)
  return lines
}

function opens(text: string, start: number): boolean {
  return /(?:^|\n[^\S\n]*\n)\s*$/u.test(text.slice(Math.max(0, start - 40), start))
}

function trim(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end)
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length }
}

/** "55.75° N, 37.62° E". */
export function writePoint({ latitude, longitude }: PlaceValue): string {
  const degrees = (value: number, positive: string, negative: string) =>
    `${Math.abs(value)}° ${value < 0 ? negative : positive}`
  return `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`
}
