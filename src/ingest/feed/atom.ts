import { type Element, resolve } from '../xml.ts'
import { type Feed, type FeedItem, type Person, personOf, present } from './feed.ts'
import { all, child } from './rss.ts'
import { constructOf } from './text.ts'

/** Atom 1.0 (RFC 4287) and 0.3. */
export function readAtom(root: Element): Feed {
  const links = linksOf(root)
  return {
    kind: 'atom',
    version:
      root.attributes.get('version') ?? (/purl\.org\/atom/u.test(root.attributes.get('xmlns') ?? '') ? '0.3' : '1.0'),
    ...present({
      id: address(root, 'id'),
      title: construct(root, 'title'),
      description: construct(root, 'subtitle', 'tagline'),
      url: links.alternate,
      feedUrl: links.self,
      lang: root.lang,
      copyright: construct(root, 'rights', 'copyright'),
      updated: construct(root, 'updated', 'modified'),
    }),
    links: links.all,
    authors: peopleOf(root),
    categories: categoriesOf(root),
    items: all(root, 'entry').map(entry => readEntry(entry, root)),
  }
}

function readEntry(entry: Element, root: Element): FeedItem {
  const links = linksOf(entry)
  const source = child(entry, 'source')
  const own = peopleOf(entry)
  return {
    ...present({
      id: address(entry, 'id'),
      url: links.alternate,
      title: construct(entry, 'title'),
      description: construct(entry, 'summary'),
      content: construct(entry, 'content'),
      published: construct(entry, 'published', 'issued', 'created', 'updated', 'modified'),
      updated: construct(entry, 'updated', 'modified'),
      lang: entry.lang ?? root.lang,
    }),
    links: links.all,
    authors: own.length > 0 || !source ? own : peopleOf(source),
    categories: categoriesOf(entry),
    ...(source ? { source: readAtom(source) } : {}),
  }
}

function construct(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = child(element, name)
    const text = found && constructOf(found)
    if (text) return text
  }
  return undefined
}

function address(element: Element, name: string): string | undefined {
  const found = child(element, name)
  const text = found?.text.trim()
  return text ? resolve(text, found?.base) : undefined
}

function linksOf(element: Element) {
  const found = all(element, 'link')
    .map(link => ({
      rel: link.attributes.get('rel') ?? 'alternate',
      type: link.attributes.get('type') ?? 'text/html',
      address: resolve((link.attributes.get('href') ?? link.text).trim() || undefined, link.base),
    }))
    .filter((link): link is typeof link & { address: string } => Boolean(link.address))
  const alternates = found.filter(({ rel }) => rel === 'alternate')
  return {
    all: found.map(link => link.address),
    alternate: (alternates.find(({ type }) => type === 'text/html') ?? alternates[0])?.address,
    self: found.find(({ rel }) => rel === 'self')?.address,
  }
}

function peopleOf(element: Element): readonly Person[] {
  return all(element, 'author')
    .map(author => {
      const part = (name: string) => child(author, name)?.text.trim()
      if (author.children.length === 0) return personOf(author.text)
      const uri = part('uri') ?? part('url') ?? part('homepage')
      return present({ name: part('name'), email: part('email'), uri: resolve(uri, uri ? author.base : undefined) })
    })
    .filter(person => Object.keys(person).length > 0)
}

function categoriesOf(element: Element): readonly string[] {
  return all(element, 'category').flatMap(
    ({ attributes, text }) => attributes.get('label') || attributes.get('term') || text.trim() || [],
  )
}
