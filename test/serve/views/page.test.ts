import { describe, expect, test } from 'vitest'
import { targetOf } from '../../../src/core/mark.ts'
import { FORMATS } from '../../../src/publish/formats.ts'
import { toJson } from '../../../src/publish/index.ts'
import { openMemory } from '../../../src/store/index.ts'
import { bare, clean, texts } from '../../publish/dom.ts'
import { fixture } from '../../publish/fixture.ts'
import { changedFixture } from '../../publish/fixture-changes.ts'
import { nasty, PAYLOADS } from '../../publish/nasty.ts'
import { appOf, markOf, stateOf, strait } from './app.ts'

const VIEWS = ['/c/strait/', '/c/strait/changes', '/c/strait/map', '/c/strait/marks', '/c/strait/history', '/crises']

describe('the page in the desk', () => {
  test('has what the file has: sections, receipts, data', async () => {
    const { document } = await appOf({}).ask('/c/strait/')
    expect(texts(document.querySelectorAll('.sheet h2'))).toEqual([
      'Background & context',
      'Key developments',
      'Where',
      'Statements',
      'Reports disagree',
      'Related',
      'Sources',
    ])
    const data = JSON.parse(document.querySelector('#data')?.textContent ?? '')
    const more = JSON.parse(document.querySelector('#desk-data')?.textContent ?? '')
    expect(more.receipts.length).toBe(data.receipts.length)
    expect(more.sentences.length).toBe(data.sentences.length)
    expect(more.receipts[0].read).toMatch(/^\/articles\/[^?]+(?:\?passage=\d+-\d+#passage)?$/u)
    expect(more.receipts.some(({ kin }: { kin: unknown[] }) => kin.length > 0)).toBe(true)
  })

  test.each(VIEWS)('%s has landmarks, one heading of the first rank and nothing inline', async path => {
    const { document, text } = await appOf({ page: () => changedFixture() }).ask(path)
    for (const landmark of ['body > header', 'main#main', 'nav[aria-label]', 'a.skip'])
      expect(document.querySelectorAll(landmark).length, landmark).toBeGreaterThan(0)
    expect(document.querySelectorAll('h1').length).toBe(1)
    expect(document.querySelectorAll('[style], style').length).toBe(0)
    for (const script of document.querySelectorAll('script'))
      expect([script.getAttribute('type') === 'application/json', script.hasAttribute('src')]).toContain(true)
    expect(text).not.toMatch(/ on[a-z]+=/u)
    const ids = [...document.querySelectorAll('[id]')].map(node => node.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test.each(VIEWS)('%s: what a report smuggles in stays text', async path => {
    const spoilt = nasty(PAYLOADS.join(' '), 'javascript:alert(1)', changedFixture())
    const { status, document } = await appOf({ page: () => spoilt }).ask(path)
    expect(status).toBe(200)
    const loose = 'img, iframe, object, style, b, svg[onload], [onerror], [onmouseover]'
    expect([...document.querySelectorAll(loose)].filter(node => !node.closest('.slider-day, .banner'))).toEqual([])
    expect([...document.querySelectorAll('script')].every(one => one.hasAttribute('src') || one.id !== '')).toBe(true)
    for (const link of document.querySelectorAll('a[href]'))
      expect(link.getAttribute('href')).not.toMatch(/^javascript:/u)
  })

  test('a past day says so, and asks the desk for that day', async () => {
    const { ask, asked } = appOf({})
    const { document } = await ask('/c/strait/?as-of=2031-05-12')
    expect(asked).toEqual([{ asOf: '2031-05-12' }])
    expect(clean(document.querySelector('.banner'))).toMatch(
      /^As it could be known on 12 May 2031, 2 days before the newest page, of 14 May 2031/u,
    )
    expect(document.querySelector('.views a')?.getAttribute('href')).toBe('/c/strait/?as-of=2031-05-12')
    expect((await ask('/c/strait/?as-of=2031-05-13')).document.querySelector('.banner')?.textContent).toContain(
      'the day before',
    )
  })

  test('a newest page that is old, or kept as of a day, is not passed off as fresh', async () => {
    const banner = async (now: string, state = strait()) =>
      clean((await appOf({ now, state: () => stateOf([state]) }).ask('/c/strait/')).document.querySelector('.banner'))
    expect(await banner('2031-05-15T08:00:00Z')).toBe('')
    expect(await banner('2031-06-14T08:00:00Z')).toContain('of 14 May 2031, 31 days ago')
    const fixed = strait()
    expect(
      await banner('2031-05-15T08:00:00Z', { ...fixed, crisis: { ...fixed.crisis, asOf: '2031-05-14' } }),
    ).toContain('kept as of 14 May 2031')
  })

  test('who is signed in is named, with the way out; without a session nobody is', async () => {
    const out = async (given: Parameters<typeof appOf>[0]) =>
      clean((await appOf(given).ask('/c/strait/')).document.querySelector('form.who'))
    expect(await out({})).toBe('')
    expect(await out({ session: 's', role: 'reader' })).toBe('AdaSign out')
    expect(await out({ session: 's', role: 'admin' })).toBe('Ada Audit logSign out')
  })

  test('the part alone is the same page without its frame', async () => {
    const { ask } = appOf({})
    const { text } = await ask('/c/strait/?as-of=2031-05-12&part=main')
    expect(text).toMatch(/^<div id="part"[^>]* data-as-of="2031-05-12"/u)
    expect(text).not.toMatch(/<html|<nav class="crisis-bar"|mark-form/u)
  })

  test('is written once, until the desk or a mark is newer', async () => {
    let revision = 1
    const store = openMemory()
    const { ask, asked } = appOf({ store, state: () => stateOf([strait()], { revision }) })
    const page = () => ask('/c/strait/')
    await page()
    await page()
    expect(asked.length).toBe(1)
    revision = 2
    await page()
    expect(asked.length).toBe(2)
    await store.write([
      { kind: 'mark', mark: markOf('note', targetOf(fixture().lead[0]?.evidence[0] as never), { text: 'x' }) },
    ])
    await page()
    expect(asked.length).toBe(3)
  })

  test('every format is served as it is published, with its own policy, of any day', async () => {
    const { ask, asked } = appOf({})
    for (const { file, type, write } of FORMATS) {
      const { status, headers, text } = await ask(`/c/strait/${file}?as-of=2031-05-12`)
      expect([status, headers.get('content-type')]).toEqual([200, type])
      expect(text).toBe(write({ ...fixture(), asOf: '2031-05-12' }))
      expect(headers.get('content-security-policy')).toContain(
        file.endsWith('html') ? "style-src 'sha256-" : "default-src 'none'",
      )
    }
    expect(asked.every(({ asOf }) => asOf === '2031-05-12')).toBe(true)
    const { document } = await ask('/c/strait/?as-of=2031-05-12')
    expect(document.querySelector('link[type="application/atom+xml"]')?.getAttribute('href')).toBe(
      '/c/strait/briefing.atom?as-of=2031-05-12',
    )
    expect(document.querySelectorAll('.downloads a').length).toBe(FORMATS.length)
  })
})

describe('marks on the page', () => {
  const [lead] = fixture().lead
  const target = lead ? targetOf(lead.evidence[0]) : ''
  const marked = async (...marks: Parameters<typeof markOf>[]) => {
    const store = openMemory()
    const entries = marks.map(
      ([action, on, more], i) => ({ kind: 'mark', mark: markOf(action, on, { id: `m${i}`, ...more }) }) as const,
    )
    await store.write(entries)
    return appOf({ store })
  }
  const leadOf = async (app: Awaited<ReturnType<typeof marked>>) => {
    const { document } = await app.ask('/c/strait/?part=main')
    return document.querySelector('.lead .row .body')
  }

  test('a confirmation is a word beside the sentence', async () => {
    const row = await leadOf(await marked(['confirm', target]))
    expect(clean(row?.querySelector('.confirmed'))).toBe('✓ confirmed by Grace')
    expect(clean(row?.querySelector('.t'))).toBe(lead?.text)
  })

  test.each(['note', 'correct'] as const)('a %s stands beside the sentence as the editor’s, escaped', async action => {
    const row = await leadOf(await marked([action, target, { text: 'It was <b>noon</b>.', by: '<i>Grace' }]))
    expect(clean(row?.querySelector('.editor'))).toBe(
      `Editor, <i>Grace, 14 May 2031. ${action === 'note' ? 'Note' : 'Correction'}: It was <b>noon</b>.`,
    )
    expect(clean(row?.querySelector('.t'))).toBe(lead?.text)
  })

  test('a hidden sentence is folded under a line that names who hid it', async () => {
    const row = await leadOf(await marked(['hide', target]))
    expect(clean(row?.querySelector('details.hidden-mark > summary'))).toBe('1 sentence hidden by Grace — show')
    expect(row?.querySelector('details .t')?.textContent).toBe(lead?.text)
  })

  test('where the headline is hidden, the next sentence of the lead that is shown takes its place, else the topic', async () => {
    const { headline, lead: sentences } = fixture()
    const hidden = [...headline, ...sentences.slice(0, 1)].map(one => ['hide', targetOf(one.evidence[0])] as const)
    const { document } = await (await marked(...hidden.map(([a, t]) => [a, t] as [typeof a, string]))).ask('/c/strait/')
    const shown = sentences.find(one => !hidden.some(([, t]) => t === targetOf(one.evidence[0])))
    expect(clean(document.querySelector('h1 .t'))).toBe(shown?.text)
    expect(document.querySelectorAll('.top .hidden-mark').length).toBe(headline.length)
    const ids = [...document.querySelectorAll('[id]')].map(node => node.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])

    const store = openMemory()
    await store.write([{ kind: 'mark', mark: markOf('hide', targetOf(headline[0].evidence[0])) }])
    const alone = await appOf({ store, page: () => ({ ...bare(), headline: [headline[0]] }) }).ask('/c/strait/')
    expect(clean(alone.document.querySelector('h1'))).toBe(fixture().topic.words)
  })

  test('forms are for editors; the files of the page carry no mark', async () => {
    const app = await marked(['hide', target])
    const { document } = await app.ask('/c/strait/')
    const form = document.querySelector('.lead noscript form')
    const fields = [...(form?.querySelectorAll('input') ?? [])].map(field => [
      field.getAttribute('name'),
      field.getAttribute('value'),
    ])
    expect(fields).toEqual([
      ['crisis', 'strait'],
      ['token', 'token-1'],
      ['back', '/c/strait/'],
      ['target', target],
    ])
    expect(document.body.getAttribute('data-token')).toBe('token-1')
    expect((await app.ask('/c/strait/briefing.json')).text).toBe(toJson(fixture()))
    const reader = await appOf({ store: app.store, role: 'reader' }).ask('/c/strait/')
    expect(reader.text).not.toMatch(/token-1|mark-form|action="\/marks"/u)
    expect(reader.document.querySelector('.hidden-mark')).not.toBeNull()
  })
})
