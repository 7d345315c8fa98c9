import { expect, test } from 'vitest'
import { pageOf } from '../../src/publish/sentence.ts'
import { shape, timeline } from '../../src/publish/timeline.ts'
import { bodyOf, clean } from './dom.ts'
import { at, fixture } from './fixture.ts'

const body = bodyOf(timeline(pageOf(fixture())).markup)
const items = [...body.querySelectorAll('.timeline > li')]

test('entries carry their date, the year set apart where it changes, and their status', () => {
  expect(items.map(item => clean(item.querySelector('.label') ?? item))).toEqual([
    '1998',
    'November 2030',
    '9 March 2031',
    '11 March 2031',
    '17–19 April 2031',
    '12 May 2031 was due, outcome not reported',
    '13 May 2031',
    '14 May 2031',
    'as of 14 May 2031',
    '20 May 2031 expected',
    'June 2031 expected',
  ])
  const same = [...body.querySelectorAll('.year')].map(year => year.className)
  expect(same.slice(0, 4)).toEqual(['year', 'year', 'year same', 'year same'])
})

test('markers have accessible names, and shape and colour by kind', () => {
  const markers = [...body.querySelectorAll('.rail svg')].map(svg => svg.getAttribute('aria-label'))
  expect(markers).toEqual([
    'agree: verbal co-operation',
    'aid: material co-operation',
    'assault: material conflict',
    'coerce: material conflict',
    'protest: material conflict',
    'consult: verbal co-operation, was due, outcome not reported',
    'retreat: material co-operation',
    'event',
    'consult: verbal co-operation, expected',
    'reject: verbal conflict, expected',
  ])
  const shapes = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'] as const
  expect(new Set(shapes.map(quadrant => shape(quadrant, false).markup)).size).toBe(4)
})

test('what lasted has a bar, what is not done is hollow', () => {
  const bars = items.map(item => item.querySelector('.bar') !== null)
  expect(bars).toEqual([true, true, false, false, true, false, false, false, false, false, true])
  const hollow = items.map(item => item.querySelector('.hollow') !== null)
  expect(hollow).toEqual([false, false, false, false, false, true, false, false, false, true, true])
})

test('dates can be read by programs', () => {
  expect([...body.querySelectorAll('time')].map(time => time.getAttribute('datetime')).slice(0, 3)).toEqual([
    '1998-01-01',
    '2030-11-01',
    '2031-03-09',
  ])
})

test('the key names the kinds that occur only', () => {
  expect([...body.querySelectorAll('.legend li')].map(clean)).toEqual([
    'verbal co-operation',
    'material co-operation',
    'verbal conflict',
    'material conflict',
    'hollow: not yet reported as done',
  ])
  const few = { ...fixture(), developments: fixture().developments.slice(2, 3) }
  const key = bodyOf(timeline(pageOf(few)).markup).querySelectorAll('.legend li')
  expect([...key].map(clean)).toEqual(['material conflict'])
})

test('an entry whose reports disagree says so and leads there', () => {
  const clashes = items.map(item => item.querySelector('.clash a')?.getAttribute('href') ?? '')
  expect(clashes.filter(href => href !== '')).toEqual(['#x1'])
  expect(clashes[7]).toBe('#x1')
})

test('where the briefing says it, a date tells how exact it is and how it is known', () => {
  const briefing = fixture()
  const [first, ...rest] = briefing.developments
  if (!first) throw new Error('no entry')
  const words = at('meridian-1', 'on Tuesday', 'time/wday')
  const basis = { kind: 'relative', anchor: 'published', at: words } as const
  const own = bodyOf(timeline(pageOf({ ...briefing, developments: [{ ...first, basis }, ...rest] })).markup)
  const time = own.querySelector('.timeline time')
  expect(time?.getAttribute('tabindex')).toBe('0')
  const note = own.querySelector(`#${time?.getAttribute('aria-describedby')}`)
  expect(note?.textContent).toContain("“on Tuesday” and the report's publication")
  expect(own.querySelectorAll('.basis')).toHaveLength(1)
})
