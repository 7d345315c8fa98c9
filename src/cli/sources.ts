import { existsSync } from 'node:fs'
import { byText } from '../core/order.ts'
import { isSourceKind } from '../core/sources.ts'
import { readTable } from '../core/table.ts'
import { CLOCK } from '../run/clock.ts'
import type { WatchedSource } from '../run/config.ts'
import { type Staleness, stalenessOf } from '../run/index.ts'
import { CliError, EXIT } from './errors.ts'
import { withStore } from './store.ts'
import { paint, plain, type Style } from './terminal.ts'

export type SourcesCommand = { readonly store?: string; readonly starter?: boolean; readonly opml?: boolean }

type Starter = WatchedSource & { readonly name: string; readonly lang: string; readonly note: string }

/** The public sources of our own list. */
export function starter(): readonly Starter[] {
  return readTable('sources/starter.tsv', ['address', 'name', 'home', 'language', 'kind', 'note']).map(
    ({ address, name, home, language, kind, note }) => ({
      address,
      name,
      ...(home ? { home } : {}),
      lang: language,
      ...(isSourceKind(kind) ? { kind } : {}),
      note,
    }),
  )
}

/** `dragoman sources`: how the sources of a store do, or the list to start with; as a table or as OPML. */
export async function sourcesCommand({ store, starter: ours, opml }: SourcesCommand): Promise<number> {
  if ((store === undefined) === (ours !== true))
    throw new CliError(
      'say which sources',
      'Give --store FILE for those that are watched, or --starter for a list to start with.',
    )
  if (store === undefined) {
    process.stdout.write(opml ? toOpml(starter()) : starterTable())
    return EXIT.done
  }
  if (!existsSync(store))
    throw new CliError(`there is no ${store}`, 'Give the file of a store: dragoman watch … --store FILE makes one.')
  return withStore(store, async kept => {
    const sources = await kept.sources()
    if (sources.length === 0) {
      process.stdout.write('no source is watched\n')
      return EXIT.no
    }
    const now = CLOCK.now()
    const rows = sources.map(source => ({ source, staleness: stalenessOf(source, now) }))
    const lines = [...rows]
      .sort(
        (a, b) =>
          RANK.indexOf(a.staleness.state) - RANK.indexOf(b.staleness.state) ||
          byText(a.source.address, b.source.address),
      )
      .map(({ source, staleness }) => {
        const { name, kind = '', items = 0, address, movedTo } = source
        const cells = [
          paint(STYLE[staleness.state], staleness.state.padEnd(7)),
          kind.padEnd(7),
          String(items).padStart(7),
          `${plain(name ?? address)}: ${plain(staleness.words)}${movedTo ? `; has moved to ${plain(movedTo)}` : ''}`,
        ]
        return `${cells.join('  ')}\n`
      })
    process.stdout.write(opml ? toOpml(sources) : lines.join(''))
    return EXIT.done
  })
}

/** What needs a look stands first. */
const RANK: readonly Staleness['state'][] = ['failing', 'stopped', 'late', 'silent', 'fresh']
const STYLE: Readonly<Record<Staleness['state'], Style>> = {
  failing: 'red',
  stopped: 'yellow',
  late: 'yellow',
  silent: 'yellow',
  fresh: 'green',
}

function starterTable(): string {
  const rows = starter().map(({ address, name, home = '', lang, kind = '', note }) =>
    [address, name, home, lang, kind, note].join('\t'),
  )
  return `${['address\tname\thome\tlanguage\tkind\tnote', ...rows].join('\n')}\n`
}

/** Feeds as OPML 2.0; sources of other kinds have no place in it. */
export function toOpml(sources: readonly WatchedSource[]): string {
  const feeds = sources.filter(({ kind, address }) => (kind ?? 'feed') === 'feed' && /^https?:/iu.test(address))
  const lines = feeds.map(
    ({ address, name = address }) => `    <outline type="rss" text="${escaped(name)}" xmlUrl="${escaped(address)}"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>Sources of Dragoman</title></head>',
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>\n',
  ].join('\n')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, character => ESCAPES[character] ?? '').replace(/[\0-\x1f]/gu, ' ')
}

/** With what our own list knows of an address. */
export function described(source: WatchedSource): WatchedSource {
  const known = starter().find(({ address }) => address === source.address)
  if (!known) return source
  const { name, home, lang } = known
  return { name, ...(home ? { home } : {}), lang, ...source }
}
