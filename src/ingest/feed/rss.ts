import { type Element, resolve } from '../xml.ts'
import { type Feed, type FeedItem, type Person, personOf, present } from './feed.ts'
import { constructOf, contentOf } from './text.ts'

/** RSS 0.9x and 2.0 (rssboard.org), RSS 0.90 and 1.0 in RDF (web.resource.org/rss/1.0), with Dublin Core and content. */
export function readRss(root: Element): Feed {
  const channel = root.name === 'channel' ? root : (child(root, 'channel') ?? root)
  const items = [...all(channel, 'item'), ...(channel === root ? [] : all(root, 'item'))]
  const links = linksOf(channel)
  const updated = first(channel, 'lastbuilddate', 'dc:date', 'atom:updated')
  return {
    kind: 'rss',
    version: versionOf(root),
    ...present({
      title: first(channel, 'title', 'dc:title'),
      description: first(channel, 'description', 'dc:description', 'itunes:summary'),
      url: links.alternate,
      feedUrl: links.self,
      lang: first(channel, 'language', 'dc:language') ?? root.lang,
      copyright: first(channel, 'copyright', 'dc:rights'),
      published: first(channel, 'pubdate', 'atom:published'),
      updated,
    }),
    links: links.all,
    authors: peopleOf(channel, [
      'managingeditor',
      'webmaster',
      'dc:author',
      'dc:creator',
      'atom:author',
      'itunes:author',
    ]),
    categories: categoriesOf(channel),
    items: items.map(readItem),
  }
}

function readItem(item: Element): FeedItem {
  const links = linksOf(item)
  const guid = child(item, 'guid')
  const id = guid && contentOf(guid)
  const permalink =
    guid && guid.attributes.get('ispermalink') !== 'false' && /^https?:\/\//u.test(id ?? '') ? id : undefined
  const atom = child(item, 'atom:content')
  const source = child(item, 'source')
  return {
    ...present({
      id: id ?? item.attributes.get('rdf:about'),
      url: links.alternate ?? permalink,
      title: first(item, 'title', 'dc:title', 'atom:title', 'media:title'),
      description: first(item, 'description', 'dc:description', 'itunes:summary', 'atom:summary', 'media:description'),
      content: first(item, 'content:encoded', 'xhtml:body') ?? (atom && constructOf(atom)),
      published: first(item, 'pubdate', 'atom:published', 'dc:date'),
      updated: first(item, 'atom:updated', 'dc:date'),
      lang: first(item, 'dc:language') ?? item.lang,
    }),
    links: links.all,
    authors: peopleOf(item, ['author', 'dc:author', 'dc:creator', 'atom:author', 'itunes:author']),
    categories: categoriesOf(item),
    ...(source ? { source: present({ title: contentOf(source), feedUrl: source.attributes.get('url') }) } : {}),
  }
}

function versionOf(root: Element): string {
  const written = root.attributes.get('version')
  if (written) return written
  if (root.name !== 'rdf') return ''
  const home = [...root.attributes].find(([name]) => name === 'xmlns')?.[1] ?? ''
  return home.includes('/0.9') || home.includes('netscape') ? '0.9' : '1.0'
}

/** The last plain link wins, an alternate before it; those of other relations are no page. */
function linksOf(element: Element) {
  const found = element.children
    .filter(({ name }) => name === 'link' || name === 'atom:link')
    .map(link => ({
      rel: link.attributes.get('rel'),
      atom: link.name === 'atom:link',
      address: resolve((link.attributes.get('href') ?? link.text).trim() || undefined, link.base),
    }))
    .filter((link): link is typeof link & { address: string } => Boolean(link.address))
  const pages = found.filter(({ rel, atom }) =>
    rel === undefined || rel === 'alternate' ? !atom || rel === 'alternate' : false,
  )
  return {
    all: [...new Set(found.map(({ address }) => address))],
    alternate: pages.findLast(({ atom }) => !atom)?.address ?? pages[0]?.address,
    self: found.find(({ rel }) => rel === 'self')?.address,
  }
}

function peopleOf(element: Element, names: readonly string[]): readonly Person[] {
  for (const name of names) {
    const people = all(element, name).map(person => {
      const part = (own: string) => (child(person, `atom:${own}`) ?? child(person, own))?.text.trim()
      return person.children.length > 0 && part('name')
        ? present({ name: part('name'), email: part('email') })
        : personOf(contentOf(person))
    })
    const known = people.filter(person => Object.keys(person).length > 0)
    if (known.length > 0) return known
  }
  return []
}

function categoriesOf(element: Element): readonly string[] {
  const words = all(element, 'itunes:keywords').flatMap(({ text }) => text.split(','))
  const plain = all(element, 'category').map(contentOf)
  const itunes = all(element, 'itunes:category').flatMap(function names(category): (string | undefined)[] {
    return [category.attributes.get('text'), ...all(category, 'itunes:category').flatMap(names)]
  })
  const subjects = all(element, 'dc:subject').map(contentOf)
  const terms = all(element, 'atom:category').map(category => category.attributes.get('term'))
  return [...plain, ...words, ...itunes, ...subjects, ...terms].flatMap(word => word?.trim() || [])
}

/** The first child of a name. */
export function child(element: Element, name: string): Element | undefined {
  return element.children.find(c => c.name === name)
}

/** All children of a name. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.filter(c => c.name === name)
}

/** The content of the first of these elements that has any. */
function first(element: Element, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const found of all(element, name)) {
      const content = contentOf(found)
      if (content !== '') return content
    }
  return undefined
}
