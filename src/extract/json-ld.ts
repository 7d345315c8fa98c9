import { attribute, type DomDocument } from './dom.ts'

/** What schema.org data of an article says; dates as written. */
export type Ld = {
  readonly title?: string
  readonly name?: string
  readonly byline?: string
  readonly site?: string
  readonly published?: string
  readonly modified?: string
}

type Fields = Readonly<Record<string, unknown>>

const ARTICLE = /(?:Article|Posting|Report|Review|PressRelease)$/u
/** Larger scripts are data of the site's own programs. */
const LONGEST = 1_000_000
const DEEPEST = 6

/** Reads the first article among a page's JSON-LD scripts; broken ones are passed over. */
export function readJsonLd(document: DomDocument): Ld {
  for (const script of document.querySelectorAll('script[type]')) {
    if (!/ld\+json/iu.test(attribute(script, 'type'))) continue
    const article = articleIn(parse(script.textContent ?? ''), 0)
    if (article) return fieldsOf(article)
  }
  return {}
}

function parse(source: string): unknown {
  if (source.length > LONGEST) return undefined
  try {
    return JSON.parse(source.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/gu, ''))
  } catch {
    return undefined
  }
}

function articleIn(value: unknown, depth: number): Fields | undefined {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return firstOf(value, depth)
  const fields = value as Fields
  const types = [fields['@type']].flat()
  if (types.some(type => typeof type === 'string' && ARTICLE.test(type))) return fields
  return firstOf([fields['@graph'], fields.mainEntity, fields.mainEntityOfPage], depth)
}

function firstOf(values: readonly unknown[], depth: number): Fields | undefined {
  for (const value of values) {
    const found = articleIn(value, depth + 1)
    if (found) return found
  }
  return undefined
}

function fieldsOf(article: Fields): Ld {
  const fields = {
    title: text(article.headline),
    name: text(article.name),
    byline: namesOf(article.author).join(', '),
    site: namesOf(article.publisher)[0],
    published: text(article.datePublished) ?? text(article.dateCreated),
    modified: text(article.dateModified),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}

function namesOf(value: unknown): readonly string[] {
  return [value].flat().flatMap(person => {
    if (typeof person === 'string') return /^https?:/u.test(person) ? [] : [person.trim()]
    if (typeof person !== 'object' || person === null || !('name' in person)) return []
    return [person.name].flat().flatMap(name => text(name) ?? [])
  })
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
