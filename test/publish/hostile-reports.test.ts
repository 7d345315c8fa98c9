import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import { parseHTML } from 'linkedom'
import { afterAll, expect, test } from 'vitest'
import { brief, openTools } from '../../src/pipeline.ts'
import { FORMATS, files } from '../../src/publish/index.ts'
import { PAYLOADS } from './nasty.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const tools = openTools()

/** Reports of a plain crisis with something hostile behind every field, and an address that is no web address. */
function reportsWith(payload: string): string {
  const said = [
    `Russia will hold talks with Ukraine in Istanbul on June 2, Sergey Lavrov said on Wednesday ${payload}.`,
    `Sergey Lavrov said Ukraine has a paper from Russia: "We wait ${payload} for an answer in Istanbul."`,
    `The delegations of Russia and Ukraine will meet again in Istanbul on June 2 ${payload}.`,
    `Turkey will host the delegations of Russia and Ukraine for talks on June 2 ${payload}, Ankara announced.`,
    `Germany will send Ukraine new air defence against Russia on June 12 ${payload}, Friedrich Merz said.`,
    `Britain will impose sanctions on banks of Russia over Ukraine on June 9 ${payload}.`,
    `Ukraine and Russia exchanged 300 prisoners ${payload} on Tuesday.`,
    `Ukraine struck an oil depot in Russia on Monday ${payload}.`,
    `Poland will hold talks with Ukraine and Russia about grain in Warsaw on June 20 ${payload}.`,
    `Hungary rejected a loan for Ukraine ${payload} and called on Russia to talk.`,
    `Russia attacked Ukraine with 14 missiles on May 27 ${payload}, and Ukraine shot down six of them.`,
  ]
  const records = said.map((text, i) => ({
    title: `Russia and Ukraine ${i} ${payload}`,
    text: `${text} The talks of Russia and Ukraine go on.`,
    publisher: `a.org ${payload}`,
    byline: `Ann ${payload}`,
    published: `2025-05-2${i === said.length - 1 ? 7 : 8}T10:00:00Z`,
    url: i === 0 ? `javascript:alert(1)//${payload}` : `https://a.example/${i}?${payload}`,
    lang: 'en',
  }))
  return records.map(record => JSON.stringify(record)).join('\n')
}

test.each(PAYLOADS.map((payload, i) => [payload, i] as const))(
  'from a report to every format it stays text: %j',
  async (payload, i) => {
    const file = join(folder, `${i}.jsonl`)
    writeFileSync(file, reportsWith(payload))
    const { briefing } = await brief([file], `Russia Ukraine talks ${payload}`, {
      asOf: '2025-05-28',
      since: '2025-05-27',
      tools,
    })
    if (!briefing) throw new Error('the reports give no page')
    const made = new Map(files(briefing, FORMATS).map(({ name, text }) => [name, text]))
    const text = (name: string) => made.get(name) ?? ''
    const { document } = parseHTML(text('briefing.html'))
    expect(document.querySelectorAll('script')).toHaveLength(3)
    expect(document.querySelectorAll('img, iframe, object, embed, base, form')).toHaveLength(0)
    for (const link of document.querySelectorAll('a[href]'))
      expect(link.getAttribute('href')).toMatch(
        /^(?:#|https:\/\/a\.example\/|https:\/\/www\.(?:naturalearthdata\.com|geonames\.org)\/$|briefing\.)/u,
      )
    for (const name of ['briefing.atom', 'briefing.rss']) expect(XMLValidator.validate(text(name))).toBe(true)
    const calendar = new ICAL.Component(ICAL.parse(text('expected.ics')))
    const ahead = briefing.developments.filter(({ status }) => status !== 'happened')
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(ahead.length)
    for (const name of ['feed.json', 'briefing.jsonld']) expect(text(name)).not.toContain('"javascript:')
  },
)

test('the reports do make a page with an expected event, else nothing above was tried', async () => {
  const file = join(folder, 'plain.jsonl')
  writeFileSync(file, reportsWith('today'))
  const { briefing } = await brief([file], 'Russia Ukraine talks', { asOf: '2025-05-28', since: '2025-05-27', tools })
  expect(briefing?.changes?.list.length).toBeGreaterThan(2)
  expect(briefing?.developments.map(({ status }) => status)).toContain('expected')
  expect(briefing?.statements.length).toBeGreaterThan(0)
})
