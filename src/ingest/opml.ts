import { notice } from './report.ts'
import type { Ingested } from './types.ts'
import { type Element, parseXml } from './xml.ts'

/** A line of an outline; one with `feed` is a subscription. */
export type Outline = {
  readonly title: string
  /** The feed's address. */
  readonly feed?: string
  /** The site's address. */
  readonly site?: string
  readonly outlines: readonly Outline[]
}

export type Opml = { readonly title: string; readonly outlines: readonly Outline[] }

/** OPML 1 and 2 (opml.org/spec2.opml); undefined where the root is another. */
export function parseOpml(root: Element): Opml | undefined {
  if (root.name !== 'opml') return undefined
  const [head, body] = ['head', 'body'].map(name => root.children.find(child => child.name === name))
  return {
    title: head?.children.find(({ name }) => name === 'title')?.text.trim() ?? '',
    outlines: outlinesOf(body ?? root),
  }
}

function outlinesOf(parent: Element): readonly Outline[] {
  return parent.children
    .filter(({ name }) => name === 'outline')
    .map(outline => {
      const attribute = (name: string) => outline.attributes.get(name)?.trim()
      const [feed, site] = [attribute('xmlurl'), attribute('htmlurl') ?? attribute('url')]
      return {
        title: attribute('title') || attribute('text') || '',
        ...(feed ? { feed } : {}),
        ...(site ? { site } : {}),
        outlines: outlinesOf(outline),
      }
    })
}

/** A list of feeds holds no reports: each feed is told of, with its address. */
export function* readOpml(source: string, name: string, depth: number): Generator<Ingested> {
  const { root } = parseXml(source, depth)
  const opml = root && parseOpml(root)
  const feeds = opml ? feedsOf(opml.outlines) : []
  if (feeds.length === 0) yield notice('empty-feed', 'the list names no feeds', 'Give the addresses of feeds.', name)
  for (const { title, feed = '' } of feeds)
    yield notice(
      'feed-not-fetched',
      `the list names a feed${title ? ` "${title}"` : ''}: ${feed}`,
      'Give the address itself as an input to fetch it.',
      name,
    )
}

/** All subscriptions, in their order. */
export function feedsOf(outlines: readonly Outline[]): readonly Outline[] {
  return outlines.flatMap(outline => [...(outline.feed ? [outline] : []), ...feedsOf(outline.outlines)])
}
