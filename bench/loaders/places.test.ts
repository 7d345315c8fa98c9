import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { halves } from '../suites/places.ts'
import { readGeoVirus, readLgl } from './places.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
afterAll(() => rmSync(folder, { recursive: true }))

function kept(xml: string): string {
  writeFileSync(join(folder, 'set.xml'), xml)
  return folder
}

test('GeoVirus counts from 1; locations without a name are left out', () => {
  const location = (name: string, start: number, end: number) =>
    `<location><name>${name}</name><start>${start}</start><end>${end}</end><lat>52.5</lat><lon>13.4</lon></location>`
  const text = 'In Berlin &amp; Bonn they met.'
  const xml = `<articles><article><source>u</source><text>${text}</text><locations>${location('Berlin', 4, 10)}${location('', 1, 1)}${location('Bonn', 13, 17)}</locations></article></articles>`
  const [article] = readGeoVirus(kept(xml))
  expect(article?.text).toBe('In Berlin & Bonn they met.')
  expect(article?.places.map(({ start, end }) => article.text.slice(start, end))).toEqual(['Berlin', 'Bonn'])
  expect(article?.places[0]).toMatchObject({ latitude: 52.5, longitude: 13.4 })
})

test('LGL counts code points from 0; a toponym may have no point', () => {
  const toponym = (start: number, end: number, point: string) =>
    `<toponym><start>${start}</start><end>${end}</end><phrase>x</phrase>${point}</toponym>`
  const tag = '<gaztag geonameid="1"><lat>33.9</lat><lon>-83.3</lon></gaztag>'
  const xml = `<articles><article docid="7"><text><![CDATA[\u{1F600} Athens, Ga. < x]]></text><toponyms count="2">${toponym(2, 8, tag)}${toponym(10, 13, '')}</toponyms></article></articles>`
  const [article] = readLgl(kept(xml))
  expect(article?.source).toBe('7')
  expect(article?.places.map(({ start, end }) => article.text.slice(start, end))).toEqual(['Athens', 'Ga.'])
  expect(article?.places[1]).toEqual({ start: 11, end: 14 })
})

test('a folder without articles is told', () => {
  expect(() => readLgl(kept('<articles></articles>'))).toThrow('no .xml file with <article> in it')
})

test('texts of one source stay in one half', () => {
  const text = (source: string) => ({ source, text: '', places: [] })
  expect(halves(['a', 'b', 'a', 'c', 'b'].map(text))).toEqual(['tuned', 'held', 'tuned', 'tuned', 'held'])
})
