import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { files, site } from '../../src/publish/index.ts'
import { fixture } from './fixture.ts'
import { nasty, PAYLOADS } from './nasty.ts'

const older = { ...fixture(), asOf: '2031-05-01' }
const other = { ...fixture(), topic: { ...fixture().topic, words: 'Київ / ../etc' } }

test('a folder for each briefing, and a page that links them, newest day first', () => {
  const made = site([older, fixture(), other, fixture()])
  const folders = [
    'corvany-estmar-halvar-strait-2031-05-14',
    'corvany-estmar-halvar-strait-2031-05-14-2',
    'київ-etc-2031-05-14',
    'corvany-estmar-halvar-strait-2031-05-01',
  ]
  expect(made.map(({ path }) => path)).toEqual([
    'index.html',
    ...folders.flatMap(folder => files(fixture()).map(({ name }) => `${folder}/${name}`)),
  ])
  const { document } = parseHTML(made[0]?.text ?? '')
  expect(
    [...document.querySelectorAll('h2 a')].map(link => decodeURIComponent(link.getAttribute('href') ?? '')),
  ).toEqual(folders.map(folder => `${folder}/briefing.html`))
  expect(made.find(({ path }) => path === `${folders[0]}/briefing.html`)?.text).toBe(files(fixture())[0]?.text)
})

test('the same briefings in another order give the same site', () => {
  expect(site([other, older, fixture()])).toEqual(site([fixture(), other, older]))
})

test.each(PAYLOADS)('text of reports stays text on the list: %j', payload => {
  const [index, ...rest] = site([nasty(payload, 'https://x.example/')])
  const { document } = parseHTML(index?.text ?? '')
  expect(document.querySelectorAll('script, img, svg, iframe')).toHaveLength(0)
  expect(rest.every(({ path }) => /^[\p{L}\p{N}-]+\/briefing\.(?:html|geojson|md|json)$/u.test(path))).toBe(true)
})
