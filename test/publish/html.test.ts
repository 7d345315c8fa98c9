import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../src/core/briefing.ts'
import { toHtml } from '../../src/publish/html.ts'
import { bare, texts } from './dom.ts'
import { fixture } from './fixture.ts'
import { nasty, PAYLOADS } from './nasty.ts'

const parse = (briefing: Briefing) => parseHTML(toHtml(briefing)).document

describe('the page', () => {
  const document = parse(fixture())

  test('has its landmarks, a skip link, a language and a title', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('en')
    expect(document.title).toBe('Corvany lets ferries back into the strait; talks set for 20 May in Sorrel')
    for (const landmark of ['header', 'nav[aria-label]', 'main#main', 'footer'])
      expect(document.querySelectorAll(landmark).length, landmark).toBe(1)
    expect(document.querySelector('a.skip')?.getAttribute('href')).toBe('#main')
    expect(document.querySelectorAll('h1').length).toBe(1)
  })

  test('has its sections in the order of the design', () => {
    expect(texts(document.querySelectorAll('main h2'))).toEqual([
      'Background & context',
      'Key developments',
      'Where',
      'Statements',
      'Reports disagree',
      'Related',
      'Sources',
    ])
    for (const section of document.querySelectorAll('main section[aria-labelledby]'))
      expect(document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.tagName).toBe('H2')
  })

  test('leaves out sections with nothing to say', () => {
    const empty = parse(bare())
    expect(texts(empty.querySelectorAll('main h2'))).toEqual([])
    expect(empty.querySelector('nav')).toBeNull()
    expect(empty.querySelector('.lead')).toBeNull()
  })

  test('says what day it is about and how much it rests on', () => {
    expect(texts(document.querySelectorAll('.asof'))).toEqual(['As of 14 May 2031 · 11 reports, 9 independent origins'])
  })

  test('asks for nothing from outside', () => {
    const html = toHtml(fixture())
    expect(
      document.querySelectorAll('[src], link:not([href="data:,"]), iframe, object, embed, base, form').length,
    ).toBe(0)
    // What a map fills and clips with lies in the page itself.
    expect(html).not.toMatch(/@import|url\((?!#[a-z]+-(?:wide|narrow)\))/u)
  })

  test('its policy names the hash of its script and of its style', () => {
    const html = toHtml(fixture())
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? ''
    const hash = (text: string) => createHash('sha256').update(text).digest('base64')
    const script = /<script>([\s\S]*?)<\/script>/u.exec(html)?.[1] ?? ''
    const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src 'sha256-${hash(script)}'`)
    expect(policy).toContain(`style-src 'sha256-${hash(style)}'`)
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(/<[^>]+\sstyle=/u)
  })

  test('links inside lead somewhere', () => {
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const id = link.getAttribute('href')?.slice(1) ?? ''
      expect(document.getElementById(id), id).not.toBeNull()
    }
  })

  test('ids are given once', () => {
    const ids = [...document.querySelectorAll('[id]')].map(node => node.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test('the same briefing gives the same bytes', () => {
    expect(toHtml(fixture())).toBe(toHtml(fixture()))
  })

  test('weighs less than 40 kB without what it says', () => {
    expect(Buffer.byteLength(toHtml(bare()))).toBeLessThan(40_000)
  })

  test('speaks of one report in the singular', () => {
    const one = parse({ ...bare(), counts: { reports: 1, lineages: 1, setAside: 1 } })
    expect(texts(one.querySelectorAll('.asof'))).toEqual(['As of 14 May 2031 · 1 report, 1 independent origin'])
    expect(one.querySelector('footer')?.textContent).toContain(
      '1 report off the topic or out of its time was set aside',
    )
  })
})

const TAGS = new Set(
  'html head meta title link style body a header div p span bdi h1 h2 h3 sup details summary ol ul li blockquote q nav main section time svg circle path cite footer code script figure figcaption defs use clippath pattern rect g text table thead tbody tr th td'.split(
    ' ',
  ),
)
const ADDRESSES = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://x.example/"><script>alert(1)</script>',
  ' https://x.example',
  'https://user:pass@x.example/',
  'file:///etc/passwd',
  '//x.example',
  'HTTPS://x.example/\u202Egpj.exe',
]

describe('text of reports cannot become markup', () => {
  test.each(PAYLOADS.flatMap((payload, i) => [[payload, ADDRESSES[i % ADDRESSES.length] ?? '']]))(
    '%j, %j',
    (payload, address) => {
      const document = parse(nasty(payload, address))
      expect(document.querySelectorAll('script:not([type="application/ld+json"])').length).toBe(2)
      expect(document.querySelectorAll('script').length).toBe(3)
      for (const node of document.querySelectorAll('*')) {
        expect(TAGS.has(node.tagName.toLowerCase()), node.tagName).toBe(true)
        for (const { name, value } of node.attributes) {
          expect(name).not.toMatch(/^on/iu)
          if (name === 'href')
            expect(value).toMatch(
              /^(?:#\w|https?:\/\/(?:x\.example|www\.(?:geonames\.org|naturalearthdata\.com))\/|briefing\.(?:md|json|geojson)$|data:,$)/u,
            )
        }
      }
    },
  )

  test('it shows as it is', () => {
    const document = parse(nasty('<b>&amp;"\'', 'https://x.example/'))
    expect(document.querySelector('h1 .t')?.textContent).toBe(
      'Corvany lets ferries back into the strait; talks set for 20 May in Sorrel<b>&amp;"\'',
    )
  })

  test('the data reads back as what was put in', () => {
    const document = parse(nasty('</script><!--\u2028', 'https://x.example/'))
    const data: { sentences: { text: string }[] } = JSON.parse(document.getElementById('data')?.textContent ?? '')
    expect(data.sentences[0]?.text).toContain('</script><!--\u2028')
  })
})
