import { expect, test } from 'vitest'
import { chooseDevelopments } from '../../src/brief/developments.ts'
import type { Doc } from '../../src/core/types.ts'
import { CRISIS, crisisReport } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const PEOPLE = [
  ['Ann Lee', { type: 'PERSON', actor: 'ann-lee' }],
  ['Omar Diaz', { type: 'PERSON', actor: 'omar-diaz' }],
] as const

/** A report of Russia and Ukraine that names Ann Lee and, where its text has him, Omar Diaz. */
function told(publisher: string, day: string, text: string, date?: readonly [string, string]): Doc {
  const sides = [
    ['Russia', { type: 'PLACE', actor: 'RUS', country: 'RUS' }],
    ['Ukraine', { type: 'PLACE', actor: 'UKR', country: 'UKR' }],
  ] as const
  const names = [...PEOPLE, ...sides].filter(([label]) => text.includes(label))
  const times = date ? [[date[0], date[1], { certainty: 'stated' }] as const] : []
  return crisisReport(publisher, day, 'A title', text, { names, times })
}

const entries = (docs: readonly Doc[], asOf = '2025-05-29') =>
  chooseDevelopments(deskOf(docs, asOf), [], []).entries.map(({ when, status, basis, sentences }) => ({
    day: when.edtf,
    status,
    basis: basis?.kind,
    texts: sentences.map(({ text }) => text),
  }))

test('entries stand oldest first, each day with what tells it, and what is announced after what happened', () => {
  const list = entries(CRISIS)
  expect(list.map(({ day }) => day)).toEqual(list.map(({ day }) => day).toSorted())
  expect(list.find(({ day }) => day === '2025-05-16')?.texts.join()).toContain('agreed to exchange prisoners')
  expect(list.at(-1)).toMatchObject({ day: '2025-06-02', status: 'expected' })
  expect(list.every(({ basis }) => basis !== undefined)).toBe(true)
  const all = list.flatMap(({ texts }) => texts)
  expect(new Set(all).size).toBe(all.length)
})

test('of an earlier day nothing that came later is told', () => {
  const early = CRISIS.filter(doc => (doc.article.published?.value ?? '') <= '2025-05-24')
  expect(entries(early, '2025-05-24').every(({ day }) => day <= '2025-05-24')).toBe(true)
})

const MET = told(
  'a.org',
  '2025-05-28',
  'Ann Lee met Omar Diaz on May 28 in the old harbour and promised Ukraine more pumps against Russia.',
  ['May 28', '2025-05-28'],
)
const AGAIN =
  'Beside Omar Diaz, Ann Lee accused Russia of delay and announced a loan for the railways and schools of Ukraine.'

test('news without a date that retells a meeting of the day before stands under the day of the meeting', () => {
  const list = entries([...CRISIS, MET, told('b.org', '2025-05-29', AGAIN)])
  expect(list.filter(({ texts }) => texts.some(text => text.includes('a loan')))).toMatchObject([
    { day: '2025-05-28', basis: 'stated' },
  ])
})

test('the same news alone is of the day it was published on', () => {
  const list = entries([...CRISIS, told('b.org', '2025-05-29', AGAIN)])
  expect(list.find(({ texts }) => texts.some(text => text.includes('a loan')))?.day).toBe('2025-05-29')
})

test('a second attack like that of the day before is not told as the first: where no one else is named no day is known', () => {
  const attack = 'Russia attacked the old harbour of Ukraine with drones'
  const list = entries([
    ...CRISIS,
    told('a.org', '2025-05-28', `${attack} on May 28 and hit a mill.`, ['May 28', '2025-05-28']),
    told('b.org', '2025-05-29', `${attack} again, and set fire to a mill.`),
  ])
  expect(list.filter(({ texts }) => texts.some(text => text.includes('set fire')))).toEqual([])
})
