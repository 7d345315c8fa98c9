import { expect, test } from 'vitest'
import { brieflyIn, claimsIn, states } from '../help/claims.ts'
import type { Marked } from '../help/docs.ts'

const two = states(['Russia', 'RUS'], ['Ukraine', 'UKR'])

test.each<[string, Marked, readonly string[]]>([
  ['Russia attacked Ukraine overnight.', two, ['ASSAULT RUS>UKR']],
  ['Ukraine was attacked by Russia overnight.', states(['Ukraine', 'UKR'], ['Russia', 'RUS']), ['ASSAULT RUS>UKR']],
  ['Russia did not attack Ukraine.', two, ['ASSAULT RUS>UKR negated']],
  ['Russia will attack Ukraine.', two, ['ASSAULT RUS>UKR future']],
  ['If Russia attacks Ukraine, sirens sound.', two, ['ASSAULT RUS>UKR hypothetical']],
  ['Russia met Ukraine in Istanbul.', two, ['CONSULT RUS>UKR']],
  ['Russia accused Ukraine of delay.', two, ['ACCUSE RUS>UKR']],
  ['Talks were held in Istanbul.', {}, ['CONSULT ?>?']],
  ['The trade war with Russia goes on.', states(['Russia', 'RUS']), []],
  ['The weather in Russia is mild.', states(['Russia', 'RUS']), []],
])('%s', (text, marked, expected) => {
  expect(brieflyIn(text, marked)).toEqual(expected)
})

test('the day is the date in the sentence, else that of publication', () => {
  const [stated] = claimsIn('Russia attacked Ukraine on May 25.', { ...two, times: [['May 25', '2025-05-25']] })
  expect(stated?.when?.value.edtf).toBe('2025-05-25')
  const [implied] = claimsIn('Russia attacked Ukraine.', two)
  expect(implied?.when).toMatchObject({ certainty: 'implied', value: { edtf: '2025-05-28' } })
})

test('a month of a date is no march', () => {
  const text = 'Russia attacked Ukraine on March 3.'
  expect(brieflyIn(text, { ...two, times: [['March 3', '2025-03-03']] })).toEqual(['ASSAULT RUS>UKR past'])
})

test('what is told long after is past; what lies ahead is future', () => {
  expect(brieflyIn('Russia attacked Ukraine in 2022.', { ...two, times: [['2022', '2022-02-24']] })).toEqual([
    'ASSAULT RUS>UKR past',
  ])
  expect(brieflyIn('Russia meets Ukraine on June 2.', { ...two, times: [['June 2', '2025-06-02']] })).toEqual([
    'CONSULT RUS>UKR future',
  ])
})

test('place and amounts are those near the trigger', () => {
  const [claim] = claimsIn('Russia attacked Kherson with 14 missiles.', {
    ...states(['Russia', 'RUS']),
    amounts: [['14 missiles', { value: 14, unit: 'missile' }]],
  })
  expect(claim?.amounts.map(a => a.value.unit)).toEqual(['missile'])
  const [placed] = claimsIn('Russia fired missiles at Kherson.', {
    ...states(['Russia', 'RUS']),
    places: [['Kherson', { id: 'kherson' }]],
  })
  expect(placed?.where?.value.id).toBe('kherson')
})

test('evidence is the sentence; ids are stable', () => {
  const text = 'Nothing new. Russia attacked Ukraine.'
  const [claim] = claimsIn(text, two)
  expect(text.slice(claim?.sentence.start, claim?.sentence.end)).toBe('Russia attacked Ukraine.')
  expect(text.slice(claim?.trigger.start, claim?.trigger.end)).toBe('attacked')
  expect(claimsIn(text, two)[0]?.id).toBe(claim?.id)
})

test('a report from the sports pages makes no claims', () => {
  expect(
    brieflyIn(
      'The Champions League final ended after a late strike. Russia attacked the goal.',
      states(['Russia', 'RUS']),
    ),
  ).toEqual([])
})
