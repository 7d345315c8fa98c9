import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../src/core/briefing.ts'
import { FORMATS, files, formatsOf, fromJson, toJson } from '../../src/publish/index.ts'
import { bare } from './dom.ts'
import { fixture } from './fixture.ts'
import { changedFixture } from './fixture-changes.ts'
import { nasty, PAYLOADS } from './nasty.ts'

/** JSON-LD comes without types; only what is used here is named. */
type JsonLd = { expand(document: object, options: object): Promise<readonly Record<string, unknown>[]> }
const jsonld: JsonLd = createRequire(import.meta.url)('jsonld')

function written(id: string, briefing: Briefing): string {
  const [file] = files(briefing, formatsOf([id]))
  if (!file) throw new Error(`no format ${id}`)
  return file.text
}

const BRIEFINGS: readonly (readonly [string, () => Briefing])[] = [
  ['full', fixture],
  ['bare', bare],
  ['with changes', changedFixture],
]

describe.each(BRIEFINGS)('a %s briefing', (_, make) => {
  test('gives the same bytes twice, also when it was read back', () => {
    const once = files(make(), FORMATS)
    expect(files(make(), FORMATS)).toEqual(once)
    expect(files(fromJson(toJson(make())), FORMATS)).toEqual(once)
  })

  test('is read by a parser of each feed', () => {
    const { changes, developments } = make()
    const size = changes ? changes.list.length : developments.length
    const [atom, rss] = [written('atom', make()), written('rss', make())]
    expect([XMLValidator.validate(atom), XMLValidator.validate(rss)]).toEqual([true, true])
    const entries = parseAtomFeed(atom).entries ?? []
    const items = parseRssFeed(rss).items ?? []
    const json = parseJsonFeed(written('jsonfeed', make())).items ?? []
    expect([entries.length, items.length, json.length]).toEqual([size, size, size])
    expect(new Set(entries.map(entry => entry.id)).size).toBe(size)
    expect(items.map(item => item.guid?.value)).toEqual(entries.map(entry => entry.id))
    expect(json.map(item => item.id)).toEqual(entries.map(entry => entry.id))
    for (const { pubDate } of items) expect(new Date(String(pubDate)).getTime()).not.toBeNaN()
    expect(items.map(item => Date.parse(String(item.pubDate)))).toEqual(entries.map(e => Date.parse(String(e.updated))))
  })

  test('is read by a parser of calendars', () => {
    const text = written('ical', make())
    expect(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true)
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(c => new ICAL.Event(c))
    const ahead = make().developments.filter(({ status }) => status !== 'happened')
    expect(events.map(event => event.startDate.toString())).toEqual(ahead.map(({ when }) => when.earliest))
    expect(events.every(event => event.startDate.isDate && event.uid !== '')).toBe(true)
    expect(events.map(event => event.summary)).toEqual(ahead.map(({ sentences }) => sentences[0].text))
  })

  test('is read by a parser of tables', () => {
    const events = parseCsv(written('events-csv', make()), { columns: true, record_delimiter: '\r\n' })
    const said = parseCsv(written('statements-csv', make()), { columns: true, record_delimiter: '\r\n' })
    expect(events).toHaveLength(make().developments.length)
    expect(said).toHaveLength(make().statements.flatMap(group => group.statements).length)
  })

  test('is read by a processor of linked data, without a term it does not know', async () => {
    const load = (url: string) => {
      if (url !== 'https://schema.org') throw new Error(`asked for ${url}`)
      const document = { '@context': { '@vocab': 'https://schema.org/' } }
      return Promise.resolve({ document, documentUrl: url, contextUrl: null })
    }
    const [report] = await jsonld.expand(JSON.parse(written('jsonld', make())), { documentLoader: load, safe: true })
    expect(report?.['@type']).toEqual(['https://schema.org/Report'])
    expect(report?.['https://schema.org/headline']).toEqual([{ '@value': make().headline[0].text }])
  })
})

test('what an all-day event spans, and how sure its date is', () => {
  const calendar = new ICAL.Component(ICAL.parse(written('ical', fixture())))
  const june = calendar
    .getAllSubcomponents('vevent')
    .find(c => c.getFirstPropertyValue('dtstart')?.toString() === '2031-06-01')
  expect(june?.getFirstPropertyValue('dtend')?.toString()).toBe('2031-07-01')
  expect(june?.getFirstPropertyValue('dtstamp')?.toString()).toBe('2031-05-14T00:00:00Z')
  expect(june?.getFirstPropertyValue('status')).toBe('TENTATIVE')
  expect(june?.getFirstPropertyValue('x-dragoman-precision')).toBe('month')
})

test('an event keeps its UID on the page of another day, and has another on another date', () => {
  const uids = (briefing: Briefing) => [...written('ical', briefing).matchAll(/^UID:(.*)$/gmu)].map(match => match[1])
  const page = fixture()
  expect(uids({ ...page, asOf: '2031-05-15' })).toEqual(uids(page))
  const moved = page.developments.map(entry =>
    entry.status === 'happened' ? entry : { ...entry, when: { ...entry.when, edtf: '2031-07-01' } },
  )
  expect(uids({ ...page, developments: moved }).filter(uid => uids(page).includes(uid))).toEqual([])
  expect(new Set(uids({ ...page, developments: moved })).size).toBe(uids(page).length)
})

test('the data in the head of the page is that of the file', () => {
  const html = written('html', fixture())
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html)?.[1] ?? ''
  expect(JSON.parse(block)).toEqual(JSON.parse(written('jsonld', fixture())))
})

test('every format is in the reference', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'reference', 'formats.md'), 'utf8')
  for (const { id, file } of FORMATS) expect(page).toContain(`| \`${id}\` | \`${file}\` |`)
})

test('an unknown format is named with those that are known', () => {
  expect(() => formatsOf(['atom', 'pdf'])).toThrow(/"pdf" is not a format; there are html, markdown,/u)
})

const ADDRESSES = ['javascript:alert(1)', 'https://x.example/"\r\nATTENDEE:x', 'http://x.example/]]>&<b>']
/** Beside markup: what breaks out of the lines of a calendar, out of a cell, or runs in a spreadsheet. */
const HOSTILE = [
  ...PAYLOADS,
  ']]>&<!DOCTYPE x [<!ENTITY a "b">]>&a;',
  '\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd',
  '",=HYPERLINK("http://evil.example"),"\r\n@SUM(1)',
]

describe.each(HOSTILE.map((payload, i) => [payload, ADDRESSES[i % ADDRESSES.length] ?? ''] as const))(
  'text of reports stays text in every format: %j',
  (payload, address) => {
    const spoilt = nasty(payload, address, changedFixture())

    test('feeds', () => {
      for (const briefing of [spoilt, nasty(payload, address)]) {
        const [atom, rss] = [written('atom', briefing), written('rss', briefing)]
        expect([XMLValidator.validate(atom), XMLValidator.validate(rss)]).toEqual([true, true])
        const json = parseJsonFeed(written('jsonfeed', briefing)).items ?? []
        const contents = [
          ...(parseAtomFeed(atom).entries ?? []).map(entry => entry.content?.value),
          ...json.map(item => item.content_html),
        ]
        expect(contents.length).toBeGreaterThan(10)
        for (const content of contents) {
          const tags = [...(content ?? '').matchAll(/<\/?([^\s>]*)/gu)].map(match => match[1])
          expect(tags.filter(tag => !/^(?:p|ul|li|a|q|bdi)$/u.test(tag ?? ''))).toEqual([])
        }
        const links = [...json.map(item => item.external_url ?? ''), ...contents.flatMap(hrefs)]
        expect(links.filter(link => link !== '' && !/^https?:\/\/x\.example\//u.test(link))).toEqual([])
      }
    })

    test('calendar', () => {
      const text = written('ical', spoilt)
      const calendar = new ICAL.Component(ICAL.parse(text))
      const clean = new ICAL.Component(ICAL.parse(written('ical', fixture())))
      const names = (component: ICAL.Component) =>
        component.getAllSubcomponents('vevent').map(event => event.getAllProperties().map(property => property.name))
      const known = new Set(names(clean).flat())
      expect(names(calendar)).toHaveLength(names(clean).length)
      expect(
        names(calendar)
          .flat()
          .filter(name => !known.has(name)),
      ).toEqual([])
      expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/u)
    })

    test('tables', () => {
      for (const id of ['events-csv', 'statements-csv']) {
        const records: string[][] = parseCsv(written(id, spoilt), { record_delimiter: '\r\n' })
        expect(records).toHaveLength(parseCsv(written(id, fixture()), { record_delimiter: '\r\n' }).length)
      }
    })

    test('linked data', () => {
      expect(written('html', spoilt).match(/<script/gu)).toHaveLength(3)
      const urls = [...written('jsonld', spoilt).matchAll(/"url": "([^"]*)/gu)].map(match => match[1] ?? '')
      expect(urls.filter(url => !/^https?:\/\/x\.example\//u.test(url))).toEqual([])
    })
  },
)

function hrefs(content: string | undefined): readonly string[] {
  return [...(content ?? '').matchAll(/href="([^"]*)"/gu)].map(match => match[1] ?? '')
}

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\n@x'])(
  '%j is no formula in a table',
  text => {
    const page = fixture()
    const spoilt = { ...page, statements: page.statements.map(group => ({ ...group, side: text })) }
    const records: Record<string, string>[] = parseCsv(written('statements-csv', spoilt), {
      columns: true,
      record_delimiter: '\r\n',
    })
    for (const { side } of records) expect(side).toBe(`'${text}`)
  },
)
