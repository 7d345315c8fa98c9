import { expect, test } from 'vitest'
import { mappedPlaces } from '../../src/brief/mapped.ts'
import { CRISIS } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const desk = deskOf(CRISIS)
const mapped = mappedPlaces(desk, new Set())

test('every place of an event is mapped, most reported first', () => {
  expect(mapped.map(({ place }) => place.id).slice(0, 2)).toEqual(['istanbul', 'kyiv'])
  const reports = mapped.map(place => place.reports)
  expect(reports).toEqual([...reports].sort((a, b) => b - a))
})

test('each passage names its place, one an origin', () => {
  for (const { place, evidence, reports } of mapped) {
    expect(evidence.length).toBeLessThanOrEqual(Math.min(3, reports))
    for (const { article, span } of evidence) {
      const doc = desk.material.docs.find(one => one.article.id === article)
      expect(doc?.layers.place.some(one => one.span.start === span.start && one.value.id === place.id)).toBe(true)
    }
  }
})

test('passages of reports that the page cites come first', () => {
  const [first] = mapped
  const last = first?.evidence.at(-1)?.article ?? ''
  expect(mappedPlaces(desk, new Set([last]))[0]?.evidence[0].article).toBe(last)
})
