import { expect, test } from 'vitest'
import { files, fromJson, toGeoJson, toHtml, toJson, toMarkdown } from '../../src/publish/index.ts'
import { fixture } from './fixture.ts'

test('a briefing is four files', () => {
  const briefing = fixture()
  expect(files(briefing)).toEqual([
    { name: 'briefing.html', type: 'text/html; charset=utf-8', text: toHtml(briefing) },
    { name: 'briefing.md', type: 'text/markdown; charset=utf-8', text: toMarkdown(briefing) },
    { name: 'briefing.json', type: 'application/json; charset=utf-8', text: toJson(briefing) },
    { name: 'briefing.geojson', type: 'application/geo+json; charset=utf-8', text: toGeoJson(briefing) },
  ])
})

test('what is read from JSON publishes as the same bytes', () => {
  const again = fromJson(toJson(fixture()))
  expect(files(again)).toEqual(files(fixture()))
})

test('written as UTF-8 and read back, nothing changes', () => {
  const [first] = fixture().lead
  const half = { ...fixture(), lead: first ? [{ ...first, text: 'half \uD83D\r\u0000' }] : [] }
  for (const { text } of files(half)) expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
})
