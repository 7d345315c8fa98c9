import { annotate } from '../annotate/index.ts'
import { claims } from '../claim/index.ts'
import type { Annotation, Claim, Doc, Notice } from '../core/types.ts'
import { articles, openTools } from '../pipeline.ts'
import { CliError, EXIT } from './errors.ts'
import { paint, plain, type Style, tellNotices } from './terminal.ts'

export type ReadCommand = { readonly json?: boolean; readonly quiet?: boolean }

/** `dragoman read`: the layers of each article, coloured on a terminal, or as one JSON object a line with offsets. */
export async function readCommand(inputs: readonly string[], options: ReadCommand): Promise<number> {
  if (inputs.length === 0)
    throw new CliError('no input given', 'Name files, folders, patterns, addresses, or - for standard input.')
  const tools = openTools()
  const notices: Notice[] = []
  let read = 0
  for await (const article of articles(inputs, notices)) {
    const doc = annotate(article, tools.language)
    const found = claims(doc, tools.events)
    process.stdout.write(options.json ? `${JSON.stringify(record(doc, found))}\n` : show(doc, found))
    read++
  }
  tellNotices(notices, options.quiet ?? false)
  return read > 0 ? EXIT.done : EXIT.no
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

const STYLES: readonly [keyof Doc['layers'], Style][] = [
  ['name', 'cyan'],
  ['place', 'green'],
  ['time', 'magenta'],
  ['amount', 'yellow'],
]

function show({ article, layers }: Doc, found: readonly Claim[]): string {
  const head = [
    paint('bold', plain(article.title || '(no title)')),
    plain([article.publisher, article.published?.value, article.lang, article.url].filter(Boolean).join(' · ')),
  ]
  const body = layers.sentence.map(({ span }) => {
    const own = found.filter(claim => claim.sentence.start === span.start)
    const tags = own.map(claim => {
      const flags = Object.entries(claim.flags).flatMap(([flag, on]) => (on ? [flag] : []))
      return `    ${paint('bold', claim.type)}${claim.mode ? `/${claim.mode}` : ''} ${plain(claim.source?.label ?? '?')} → ${plain(claim.target?.label ?? '?')} ${claim.when?.value.edtf ?? ''} ${flags.join(' ')}`
    })
    return [`  ${coloured(article.text, span, layers)}`, ...tags].join('\n')
  })
  return `${[...head, ...body].join('\n')}\n\n`
}

function coloured(text: string, span: { readonly start: number; readonly end: number }, layers: Doc['layers']): string {
  const marks = STYLES.flatMap(([kind, style]) =>
    layers[kind].filter(a => a.span.start >= span.start && a.span.end <= span.end).map(a => ({ ...a.span, style })),
  )
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = span.start
  for (const mark of marks) {
    if (mark.start < at) continue
    out += plain(text.slice(at, mark.start)) + paint(mark.style, plain(text.slice(mark.start, mark.end)))
    at = mark.end
  }
  return (out + plain(text.slice(at, span.end))).replaceAll('\n', ' ')
}
