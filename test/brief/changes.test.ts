import { expect, test } from 'vitest'
import { changesBetween, type Reader, verifyBriefing, withChanges } from '../../src/brief/index.ts'
import type { Briefing, Change } from '../../src/core/briefing.ts'
import type { Doc } from '../../src/core/types.ts'
import { milliseconds } from '../help/cpu.ts'
import { bareEnglish } from '../help/desk.ts'
import { docOf, type Marked } from '../help/docs.ts'
import { clash, entry, pageBy, printed } from '../help/pages.ts'

function report(day: string, text: string, marked: Marked = {}, publisher = 'a.org'): Doc {
  return docOf(text, marked, {
    publisher,
    published: { value: day, precision: 'day', certainty: 'stated', by: 'test/hand' },
  })
}

const HEAD = report('2025-05-01', 'Envoys of both states speak in Geneva.')
const DAMS = report('2025-05-02', 'The river dams stay closed for repair this spring.')
const MEET = report('2025-05-02', 'Ministers of Russia and Ukraine will meet in Vienna on May 8.', {
  times: [['May 8', '2025-05-08']],
})
const MET = report('2025-05-08', 'Ministers of Russia and Ukraine met in Vienna for three hours on May 8.', {
  times: [['May 8', '2025-05-08']],
})
const LATER = report('2025-05-06', 'Ministers of Russia and Ukraine will now meet in Vienna on May 20.', {
  times: [['May 20', '2025-05-20']],
})
const TWELVE = report('2025-05-03', 'Rockets on the harbour of Odesa killed 12 people on May 3.', {
  times: [['May 3', '2025-05-03']],
  amounts: [['12 people', { value: 12, unit: 'person killed' }]],
})
const FIFTEEN = report('2025-05-05', 'The rockets that hit the harbour of Odesa on May 3 killed 15 people.', {
  times: [['May 3', '2025-05-03']],
  amounts: [['15 people', { value: 15, unit: 'person killed' }]],
})
const WORDED = report('2025-05-05', 'On the harbour of Odesa rockets fell, and 12 people were killed on May 3.', {
  times: [['May 3', '2025-05-03']],
  amounts: [['12 people', { value: 12, unit: 'person killed' }]],
})
const REDATED = report('2025-05-05', 'Rockets on the harbour of Odesa killed 12 people on May 2.', {
  times: [['May 2', '2025-05-02']],
  amounts: [['12 people', { value: 12, unit: 'person killed' }]],
})
const DOCS = [HEAD, DAMS, MEET, MET, LATER, TWELVE, FIFTEEN, WORDED, REDATED]
const EMPTY = { sentence: [], token: [], name: [], time: [], place: [], amount: [], quote: [], mention: [] }
const read: Reader = article => ({
  article,
  layers: DOCS.find(doc => doc.article.id === article.id)?.layers ?? EMPTY,
})

const [FIRST, SECOND] = ['2025-05-04', '2025-05-10']
const say = (doc: Doc, asOf: string) => printed(doc, asOf)

function earlierWith(doc: Doc, edtf: string, status: 'happened' | 'expected' = 'happened'): Briefing {
  return pageBy(FIRST, [HEAD, DAMS, doc], {
    background: [say(DAMS, FIRST)],
    developments: [entry(edtf, [say(doc, FIRST)], status)],
  })
}

function laterWith(doc: Doc, edtf: string, status: 'happened' | 'expected' = 'happened'): Briefing {
  return pageBy(SECOND, [HEAD, DAMS, doc], {
    background: [say(DAMS, SECOND)],
    developments: [entry(edtf, [say(doc, SECOND)], status)],
  })
}

function told({ kind, when, was, now, before, figures, basis, reports }: Change) {
  return {
    kind,
    ...(when ? { when: when.edtf } : {}),
    ...(was ? { was: was.edtf } : {}),
    now: now.map(s => s.text),
    before: before.map(s => s.text),
    figures: figures.map(f => [f.before.text, f.now.text]),
    basis,
    by: reports.map(id => DOCS.find(doc => doc.article.id === id)?.article.text),
  }
}

/** What changed, after checking that the page with its changes follows from its reports. */
function changed(earlier: Briefing, page: Briefing) {
  const whole = withChanges(page, earlier, read, bareEnglish)
  expect(verifyBriefing(whole, read, bareEnglish)).toEqual([])
  return (whole.changes?.list ?? []).map(told)
}

const plain = { now: [] as string[], before: [] as string[], figures: [] as string[][], basis: 'report' }
const text = (doc: Doc) => doc.article.text

test('the same page has no changes', () => {
  const page = earlierWith(TWELVE, '2025-05-03')
  expect(changed(page, page)).toEqual([])
})

test('an entry that is new, and one that has gone', () => {
  expect(changed(earlierWith(TWELVE, '2025-05-03'), laterWith(MET, '2025-05-08'))).toEqual([
    { ...plain, kind: 'added', when: '2025-05-08', now: [text(MET)], by: [text(MET)] },
    { ...plain, kind: 'gone', was: '2025-05-03', before: [text(TWELVE)], basis: 'choice', by: [text(TWELVE)] },
  ])
})

test('the same happening in other words', () => {
  expect(changed(earlierWith(TWELVE, '2025-05-03'), laterWith(WORDED, '2025-05-03'))).toEqual([
    {
      ...plain,
      kind: 'reworded',
      when: '2025-05-03',
      was: '2025-05-03',
      now: [text(WORDED)],
      before: [text(TWELVE)],
      by: [text(WORDED)],
    },
  ])
})

test('another figure of the same happening, with the words that give both', () => {
  const [change] = changed(earlierWith(TWELVE, '2025-05-03'), laterWith(FIFTEEN, '2025-05-03'))
  expect(change).toMatchObject({ kind: 'figure', figures: [['12 people', '15 people']], by: [text(FIFTEEN)] })
})

test('the same happening under another date', () => {
  const [change] = changed(earlierWith(TWELVE, '2025-05-03'), laterWith(REDATED, '2025-05-02'))
  expect(change).toMatchObject({ kind: 'redated', when: '2025-05-02', was: '2025-05-03', by: [text(REDATED)] })
})

test('what was expected is reported', () => {
  const [change, ...rest] = changed(earlierWith(MEET, '2025-05-08', 'expected'), laterWith(MET, '2025-05-08'))
  expect(change).toMatchObject({ kind: 'resolved', now: [text(MET)], before: [text(MEET)], by: [text(MET)] })
  expect(rest).toEqual([])
})

test('what was expected is expected later', () => {
  const page = laterWith(LATER, '2025-05-20', 'expected')
  const [change, ...rest] = changed(earlierWith(MEET, '2025-05-08', 'expected'), page)
  expect(change).toMatchObject({ kind: 'postponed', when: '2025-05-20', was: '2025-05-08', by: [text(LATER)] })
  expect(rest).toEqual([])
})

test('the day of what was expected passed without a word', () => {
  const [change] = changed(earlierWith(MEET, '2025-05-08', 'expected'), laterWith(TWELVE, '2025-05-03'))
  expect(change).toMatchObject({ kind: 'overdue', was: '2025-05-08', now: [], before: [text(MEET)], basis: 'choice' })
})

test('its own announcement is no outcome of what was expected', () => {
  const kinds = changed(earlierWith(MEET, '2025-05-08', 'expected'), laterWith(MEET, '2025-05-08')).map(c => c.kind)
  expect(kinds).not.toContain('resolved')
})

test('a disagreement that arose, one with another value, and one that ended', () => {
  const two = clash(say(TWELVE, SECOND), [TWELVE, '12 people'], [FIFTEEN, '15 people'])
  const three = clash(say(TWELVE, SECOND), [TWELVE, '12 people'], [FIFTEEN, '15 people'], [HEAD, 'both states'])
  const page = (asOf: string, ...disagreements: Briefing['disagreements']) =>
    pageBy(asOf, [HEAD, TWELVE, FIFTEEN], { disagreements })
  expect(changed(page('2025-05-09'), page(SECOND, two)).map(c => c.kind)).toEqual(['disputed'])
  expect(changed(page('2025-05-09', two), page(SECOND, two))).toEqual([])
  expect(changed(page('2025-05-09', two), page(SECOND, three))).toMatchObject([
    {
      kind: 'disputed',
      now: [text(TWELVE), '12 people', '15 people', 'both states'],
      before: [text(TWELVE), '12 people', '15 people'],
    },
  ])
  expect(changed(page('2025-05-09', two), page(SECOND)).map(c => c.kind)).toEqual(['settled'])
})

test('a sentence that moved to another section has not changed', () => {
  const before = pageBy(FIRST, [HEAD, DAMS], { lead: [say(DAMS, FIRST)] })
  const now = pageBy(SECOND, [HEAD, DAMS], { background: [say(DAMS, SECOND)] })
  expect(changed(before, now)).toEqual([])
})

test('reports that only the earlier page had are carried, so that its words can be checked', () => {
  const whole = withChanges(laterWith(MET, '2025-05-08'), earlierWith(TWELVE, '2025-05-03'), read, bareEnglish)
  expect(whole.changes?.sources.map(source => [source.number, source.text])).toEqual([[4, text(TWELVE)]])
})

test('it is the same whatever the order in which fields were written', () => {
  const [earlier, page] = [earlierWith(TWELVE, '2025-05-03'), laterWith(FIFTEEN, '2025-05-03')]
  const once = JSON.stringify(changesBetween(earlier, page, read, bareEnglish))
  expect(JSON.stringify(changesBetween(structuredClone(earlier), structuredClone(page), read, bareEnglish))).toBe(once)
})

/** What a forger might make of a list of changes; none of it may pass. */
const FORGERIES: readonly (readonly [string, (change: Change) => Partial<Change>])[] = [
  ['another kind', () => ({ kind: 'added' })],
  ['words that are not on the page', change => ({ now: change.before })],
  ['an earlier page that knew later reports', change => ({ before: change.now })],
  ['a figure of another place', change => ({ figures: change.figures.map(f => ({ ...f, now: f.before })) })],
  ['no figure', () => ({ figures: [] })],
  ['a report that is not among the receipts', () => ({ reports: [HEAD.article.id] })],
  ['a later report called known', () => ({ basis: 'choice' })],
  ['another date', change => (change.when ? { when: { ...change.when, edtf: '2025-05-07' } } : {})],
  [
    'another earlier date',
    change => (change.was ? { was: { ...change.was, earliest: '2024-01-01', latest: '2024-01-01' } } : {}),
  ],
]

test.each(FORGERIES)('%s is caught', (_, forge) => {
  const page = withChanges(laterWith(FIFTEEN, '2025-05-03'), earlierWith(TWELVE, '2025-05-03'), read, bareEnglish)
  const { changes } = page
  if (!changes) throw new Error('no changes')
  const forged = {
    ...page,
    changes: { ...changes, list: changes.list.map(change => ({ ...change, ...forge(change) })) },
  }
  expect(verifyBriefing(forged, read, bareEnglish)).not.toEqual([])
})

test('hundreds of like sentences are compared in little time', () => {
  const docs = Array.from({ length: 600 }, (_, i) =>
    report('2025-05-02', `Rockets fell on harbour number ${i} of the coast.`, {}, `p${i}.org`),
  )
  const [first = HEAD, ...others] = docs
  const half = (asOf: string, from: number) =>
    pageBy(asOf, [first, ...others], { lead: others.slice(from, from + 300).map(doc => say(doc, asOf)) })
  const [before, after] = [half(FIRST, 0), half(SECOND, 299)]
  expect(milliseconds(() => changesBetween(before, after, read, bareEnglish))).toBeLessThan(4000)
})
