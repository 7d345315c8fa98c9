import { momentOf } from '../../src/core/stamp.ts'
import { readStamp } from '../../src/extract/stamp.ts'
import { decode } from '../../src/ingest/decode.ts'
import type { Feed, Person } from '../../src/ingest/feed/feed.ts'
import { parseFeed } from '../../src/ingest/feed/index.ts'
import { isJsonFeed, readJsonFeed } from '../../src/ingest/feed/json.ts'
import { type Opml, type Outline, parseOpml } from '../../src/ingest/opml.ts'
import { parseXml, resolve } from '../../src/ingest/xml.ts'
import { type FeedCase, readFeedCases } from '../loaders/feeds.ts'
import { type Wanted, wantedOf } from '../loaders/feeds-wanted.ts'
import type { Figure, Suite } from '../types.ts'

/**
 * Feeds with what another reader made of them; the figure is the share of cases of which every checked field holds.
 *
 * Checked: the number of items, and each expected field that our model of a feed has a place for (loaders/feeds-wanted):
 * title, description, link(s), language, rights, dates as written and as instants, people, categories, id, version, kind;
 * of items also summary and content. White space is collapsed; an address that the
 * expected file leaves relative matches ours made absolute; the div around Atom's XHTML is no part of the content
 * (RFC 4287, 3.1.1.3).
 * Not checked: fields without a place in the model (images, enclosures, clouds, text inputs, ratings, generators,
 * extensions, contributors, comments). A case that expects nothing else is left out and counted in `excluded`.
 * Feeds without an expected file are not counted.
 */
export const suite: Suite = {
  name: 'feeds',
  datasets: [
    { name: 'gofeed', path: 'bench/feeds/gofeed', run: folder => run('gofeed', folder) },
    { name: 'feedsmith', path: 'bench/feeds/feedsmith', run: folder => run('feedsmith', folder) },
  ],
}

const DIV = /^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">([\s\S]*)<\/div>$/u

function run(dataset: string, folder: string): readonly Figure[] {
  const started = performance.now()
  const verdicts = readFeedCases(folder).cases.map(judge)
  const counted = verdicts.filter(verdict => verdict.faults !== undefined)
  const right = counted.filter(({ faults }) => faults?.length === 0).length
  const seconds = (performance.now() - started) / 1000
  const excluded = verdicts.length - counted.length
  return [
    {
      suite: 'feeds',
      dataset,
      metric: 'share',
      value: counted.length === 0 ? 0 : right / counted.length,
      n: counted.length,
      seconds,
    },
    { suite: 'feeds', dataset, metric: 'excluded', value: excluded, n: verdicts.length, detail: true },
  ]
}

export type Verdict = {
  readonly name: string /** Absent: nothing of it can be checked. */
  readonly faults?: readonly string[]
}

/** Judges one case; each fault names the field, what was expected and what was read. */
export function judge({ name, bytes, expected }: FeedCase): Verdict {
  const { text } = decode(bytes, name)
  if (name.endsWith('.opml')) return { name, faults: opmlFaults(text, expected) }
  const { feed: fields, items, unmodelled } = wantedOf(expected)
  const telling = [...fields, ...items.flat()].filter(({ field }) => field !== 'version' && field !== 'kind')
  if (telling.length === 0 && unmodelled.length > 0) return { name }
  const feed = read(text)
  if (!feed) return { name, faults: ['not read as a feed'] }
  const faults = [
    ...(feed.items.length === items.length ? [] : [`${feed.items.length} items, expected ${items.length}`]),
    ...fields.flatMap(want => fault(want, feed)),
    ...items.flatMap((wants, i) => wants.flatMap(want => fault(want, feed.items[i] ?? {}))),
  ]
  return { name, faults }
}

function read(text: string): Feed | undefined {
  if (text.trimStart().startsWith('{')) {
    const value: unknown = JSON.parse(text)
    return isJsonFeed(value) ? readJsonFeed(value) : undefined
  }
  const { root } = parseXml(text, 500)
  return root && parseFeed(root)
}

function fault(want: Wanted, ours: object): readonly string[] {
  const value = want.field.split('.').reduce<unknown>((at, key) => fieldOf(at, key), ours)
  return holds(want, value) ? [] : [`${want.field}: ${JSON.stringify(value)}, expected ${JSON.stringify(want.value)}`]
}

function fieldOf(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null
    ? Object.entries(object).find(([own]) => own === key)?.[1]
    : undefined
}

function holds({ as, value: wanted }: Wanted, ours: unknown): boolean {
  if (as === 'moment') return momentOfText(String(ours)) === Math.floor(Date.parse(String(wanted)) / 1000)
  if (as === 'person')
    return (
      isPeople(ours) &&
      ours.some(
        ({ name = '', email = '' }) => squeeze(wanted).includes(squeeze(name)) && squeeze(wanted).includes(email),
      )
    )
  if (as === 'people')
    return (
      isPeople(ours) &&
      Array.isArray(wanted) &&
      wanted.length === ours.length &&
      wanted.every((person, i) => samePerson(person, ours[i] ?? {}))
    )
  if (as === 'set') return Array.isArray(ours) && Array.isArray(wanted) && sameSet(ours, wanted)
  return sameText(squeeze(ours), squeeze(wanted))
}

function sameText(ours: string, wanted: string): boolean {
  return (
    ours === wanted ||
    ours === wanted.replace(DIV, '$1').trim() ||
    (wanted.startsWith('/') && ours === resolve(wanted, ours))
  )
}

function isPeople(value: unknown): value is readonly Person[] {
  return Array.isArray(value) && value.length > 0
}

function samePerson(wanted: unknown, ours: Person): boolean {
  if (typeof wanted !== 'object' || wanted === null) return false
  const uri = 'uri' in wanted ? wanted.uri : 'url' in wanted ? wanted.url : undefined
  const [name, email] = ['name' in wanted ? wanted.name : undefined, 'email' in wanted ? wanted.email : undefined]
  return (
    squeeze(name) === squeeze(ours.name) && squeeze(email) === squeeze(ours.email) && squeeze(uri) === squeeze(ours.uri)
  )
}

function momentOfText(text: string): number | undefined {
  const stamp = readStamp(text, 'bench')
  return stamp && momentOf(stamp) / 1000
}

function sameSet(ours: readonly unknown[], wanted: readonly unknown[]): boolean {
  const [a, b] = [ours, wanted].map(values => [...new Set(values.map(squeeze))])
  const [own = [], other = []] = [a, b]
  return (
    other.every(value => own.some(o => sameText(o, value))) && own.every(o => other.some(value => sameText(o, value)))
  )
}

function squeeze(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).replace(/\s+/gu, ' ').trim()
}

function opmlFaults(text: string, expected: unknown): readonly string[] {
  const { root } = parseXml(text, 500)
  const opml = root && parseOpml(root)
  if (!opml) return ['not read as OPML']
  const [ours, wanted] = [shapeOf(opml), wantedShape(expected)]
  return ours === wanted ? [] : [`outlines: ${ours}, expected ${wanted}`]
}

function shapeOf({ title, outlines }: Opml): string {
  const line = (outline: Outline): unknown => [
    outline.title,
    outline.feed ?? '',
    outline.site ?? '',
    outline.outlines.map(line),
  ]
  return JSON.stringify([title, outlines.map(line)])
}

type OutlineJson = {
  title?: string
  text?: string
  xmlUrl?: string
  htmlUrl?: string
  url?: string
  outlines?: OutlineJson[]
}

function wantedShape(expected: unknown): string {
  const { head, body } = expected as { head?: { title?: string }; body?: { outlines?: OutlineJson[] } }
  const line = (o: OutlineJson): unknown => [
    o.title ?? o.text ?? '',
    o.xmlUrl ?? '',
    o.htmlUrl ?? o.url ?? '',
    (o.outlines ?? []).map(line),
  ]
  return JSON.stringify([head?.title ?? '', (body?.outlines ?? []).map(line)])
}
