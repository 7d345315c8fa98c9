import { annotate } from '../annotate/index.ts'
import { claims } from '../claim/index.ts'
import type { Span } from '../core/span.ts'
import type { Annotation, Claim, Doc, Notice } from '../core/types.ts'
import { articles, openTools } from '../pipeline.ts'
import { type LayersArticle, layersArticle, layersPage } from '../publish/layers.ts'
import { linesOf, type Mark, marksOf, type Piece, piecesOf } from '../publish/layers-marks.ts'
import { CliError, EXIT } from './errors.ts'
import { paint, plain, type Style, tellNotices } from './terminal.ts'

export type ReadCommand = { readonly json?: boolean; readonly html?: boolean; readonly quiet?: boolean }

/**
 * `dragoman read`: the layers of each article, coloured on a terminal, as one HTML page, or as one JSON object a line
 * with offsets.
 */
export async function readCommand(inputs: readonly string[], options: ReadCommand): Promise<number> {
  if (inputs.length === 0)
    throw new CliError('no input given', 'Name files, folders, patterns, addresses, or - for standard input.')
  if (options.json && options.html)
    throw new CliError('--html and --json both print to standard output', 'Give one of them.')
  const tools = openTools('all')
  const view = viewOf(process.stdout)
  process.stdout.once('error', endOfReader)
  const notices: Notice[] = []
  const pages: LayersArticle[] = []
  let read = 0
  if (!options.json && !options.html) process.stdout.write(legend(view))
  for await (const article of articles(inputs, notices)) {
    const doc = annotate(article, tools.language)
    const found = claims(doc, tools.events)
    read++
    if (options.html) pages.push(layersArticle(doc, found, read))
    else process.stdout.write(options.json ? `${JSON.stringify(record(doc, found))}\n` : show(doc, found, view))
  }
  if (pages.length > 0) process.stdout.write(layersPage(pages))
  tellNotices(notices, options.quiet ?? false)
  return read > 0 ? EXIT.done : EXIT.no
}

/** A reader that has seen enough (`| head`) is no fault. */
function endOfReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.done)
}

/** Colours and lines of the terminal's width where there is one; elsewhere marks in words, one sentence a line. */
function viewOf(stream: NodeJS.WriteStream): View {
  const colours = stream.isTTY && !process.env.NO_COLOR
  return { ...(colours && { paint }), ...(stream.isTTY && { width: stream.columns }) }
}

/** What `--json` prints: the article and its layers; offsets are UTF-16 code units in `text`, half-open. */
function record({ article, layers }: Doc, found: readonly Claim[]) {
  const { id, url, title, publisher, lang, published, modified, byline, dateline, text } = article
  const flat = (annotation: Annotation) => ({
    start: annotation.span.start,
    end: annotation.span.end,
    by: annotation.by,
    ...annotation.value,
  })
  return {
    article: { id, url, title, publisher, lang, published, modified, byline, dateline },
    text,
    layers: Object.fromEntries(Object.entries(layers).map(([kind, layer]) => [kind, layer.map(flat)])),
    claims: found,
  }
}

/** How the layers are shown: in colour where there is a `paint`, and wrapped where there is a `width`. */
export type View = { readonly paint?: (style: Style, text: string) => string; readonly width?: number }

type Kind = Exclude<Mark['kind'], 'speaker'>

const STYLES: readonly (readonly [Kind, string, Style])[] = [
  ['person', 'person', 'magenta'],
  ['organisation', 'organisation', 'blueBright'],
  ['place', 'place', 'green'],
  ['group', 'group', 'greenBright'],
  ['event', 'event', 'magentaBright'],
  ['weapon', 'weapon', 'red'],
  ['time', 'time', 'yellow'],
  ['amount', 'amount', 'yellowBright'],
  ['quote', 'quotation', ['italic', 'cyan']],
]

const INDENT = '  '
const BELOW = '    '
const NARROWEST = 24

/** What the colours mean, once at the top; nothing where there are none. */
export function legend({ paint }: View): string {
  return paint ? `${STYLES.map(([, word, style]) => paint(style, word)).join(' · ')}\n\n` : ''
}

/** An article: its head line, then its text line by line, the claims of each sentence below it. */
export function show({ article, layers }: Doc, found: readonly Claim[], view: View): string {
  const title = plain(article.title || '(no title)').replace(/\s+/gu, ' ')
  const about = [article.publisher, article.published?.value, article.lang, article.url].filter(Boolean).join(' · ')
  const marks = marksOf(layers, article.text).filter(({ kind }) => kind !== 'mention')
  const head = [
    ...wrap([{ text: title, style: 'bold' }], '', view),
    ...(about === '' ? [] : [plain(about).replace(/\s+/gu, ' ')]),
  ]
  const body = linesOf(article, layers).flatMap(({ span, opens }, i) => {
    const own = found.filter(({ sentence }) => sentence.start >= span.start && sentence.start < span.end)
    return [
      ...(opens && i > 0 ? [''] : []),
      ...wrap(runsOf(article.text, span, marks, view), INDENT, view),
      ...own.flatMap(claim => wrap(claimRuns(claim), BELOW, view)),
    ]
  })
  return `${[...head, ...body].join('\n')}\n\n`
}

type Run = { readonly text: string; readonly style?: Style }

function claimRuns(claim: Claim): readonly Run[] {
  const flags = Object.entries(claim.flags).flatMap(([flag, on]) => (on ? [flag] : []))
  const parties = `${claim.source?.label ?? '?'} → ${claim.target?.label ?? '?'}`
  const rest = [parties, claim.when?.value.edtf, ...flags].filter(Boolean).join(' ')
  return [{ text: claim.type, style: 'bold' }, { text: `${claim.mode ? `/${claim.mode}` : ''} ${plain(rest)}` }]
}

function runsOf(text: string, span: Span, marks: readonly Mark[], view: View): readonly Run[] {
  const own = marks.filter(
    ({ kind, span: { start, end } }) => kind !== 'speaker' && start < span.end && span.start < end,
  )
  const words = ({ start, end }: Span) => plain(text.slice(start, end)).replace(/\s/gu, ' ')
  const walk = (pieces: readonly Piece[], style: Style | undefined, said: boolean): readonly Run[] =>
    pieces.flatMap((piece): readonly Run[] => {
      if (!piece.mark) return [{ text: words(piece.span), ...(style && { style }) }]
      const { mark, inside } = piece
      if (view.paint) return walk(inside, styleOf(mark), said)
      const quoted = mark.kind === 'quote'
      if (quoted && said) return walk(inside, undefined, said)
      const [open, close] = quoted ? ['{', '}'] : ['[', ']']
      const tag = tagOf(mark, words)
      return [{ text: open }, ...walk(inside, undefined, said || quoted), { text: ` ${tag}${close}` }]
    })
  return walk(piecesOf(span, own), undefined, false)
}

function styleOf(mark: Mark): Style {
  const style = STYLES.find(([kind]) => kind === mark.kind)?.[2] ?? 'reset'
  const styles = typeof style === 'string' ? [style] : [...style]
  return 'name' in mark && mark.name?.value.described ? [...styles, 'underline'] : styles
}

/** `PERSON`; `organisation` for one described in small letters; `TIME 2025-06-02`; `QUOTE: a spokesman`. */
function tagOf(mark: Mark, words: (span: Span) => string): string {
  if (mark.kind === 'time') return `TIME ${plain(mark.time.value.value)}`
  if (mark.kind === 'quote' || mark.kind === 'speaker') {
    const { kind, speaker } = mark.quote.value
    return `${kind === 'direct' ? 'QUOTE' : 'REPORTED'}${speaker ? `: ${words(speaker)}` : ''}`
  }
  return 'name' in mark && mark.name?.value.described ? mark.kind : mark.kind.toUpperCase()
}

/** Lines no wider than the view, each with an indent, broken at spaces only; the words keep their colours. */
function wrap(runs: readonly Run[], indent: string, { width, paint }: View): readonly string[] {
  const whole = runs.map(run => run.text).join('')
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(NARROWEST, width - indent.length)
  return breaks(whole, room).map(({ start, end }) => {
    let at = 0
    const line = runs.map(({ text, style }) => {
      const part = text.slice(Math.max(0, start - at), Math.max(0, end - at))
      at += text.length
      return style && paint && part !== '' ? paint(style, part) : part
    })
    return indent + line.join('')
  })
}

function breaks(text: string, room: number): readonly Span[] {
  const lines: { start: number; end: number }[] = []
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const line = lines.at(-1)
    const end = index + word.length
    if (line && cells(text.slice(line.start, end)) <= room) line.end = end
    else lines.push({ start: index, end })
  }
  return lines
}

/** Columns a text takes on a terminal: two for wide letters, none for marks set on others. */
function cells(text: string): number {
  let count = 0
  for (const character of text)
    if (!/\p{M}/u.test(character))
      count += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 2 : 1
  return count
}
