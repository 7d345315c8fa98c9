import { describe, expect, test } from 'vitest'
import { amountWords } from '../../src/lang/en/amounts/words.ts'
import { currencyOfName, measureOfName } from './amount-case.ts'
import { ducklingAmounts, expected } from './amount-duckling.ts'
import { meantimeAmounts, valueIn } from './amount-meantime.ts'
import { recognizersAmounts } from './amount-recognizers.ts'

const words = amountWords()

test('names of units in our terms', () => {
  expect(currencyOfName(words, 'Swiss franc')).toEqual({ unit: 'CHF', share: 1 })
  expect(currencyOfName(words, 'Pence')).toEqual({ unit: 'GBP', share: 0.01 })
  expect(currencyOfName(words, 'XYZ')).toEqual({ unit: 'XYZ', share: 1 })
  expect(currencyOfName(words, 'Smurf')).toBeUndefined()
  expect([measureOfName(words, 'Square meter'), measureOfName(words, 'F'), measureOfName(words, 'Smoot')]).toEqual([
    'm²',
    '°F',
    'Smoot',
  ])
})

describe('Recognizers', () => {
  const source = (...results: readonly object[]) => JSON.stringify([{ Input: 'pay 30 cents', Results: results }])
  const money = { set: 'currency', kind: 'money' } as const
  test('inclusive ends, parts of a currency, a code before a name', () => {
    const [one] = recognizersAmounts(
      money,
      source({ Start: 4, End: 11, Resolution: { value: '30', unit: 'Cent' } }),
      words,
    )
    expect(one?.marks).toEqual([{ start: 4, end: 12, kind: 'money', value: 0.3, unit: 'USD' }])
    const [two] = recognizersAmounts(
      money,
      source({ Start: 4, End: 5, Resolution: { value: '30', unit: 'Rupee', isoCurrency: 'LKR' } }),
      words,
    )
    expect(two?.marks[0]?.unit).toBe('LKR')
  })
  test('a unit alone is no amount; numbers have no unit', () => {
    const alone = { Start: 7, End: 11, Resolution: { value: null, unit: 'Cent' } }
    expect(recognizersAmounts(money, source(alone), words)[0]?.marks).toEqual([])
    const [number] = recognizersAmounts(
      { set: 'number', kind: 'number' },
      source({ Start: 4, End: 5, Resolution: { value: '1E-05', subtype: 'decimal' } }),
      words,
    )
    expect([number?.asks, number?.marks]).toEqual(['numbers', [{ start: 4, end: 6, kind: 'number', value: 0.00001 }]])
  })
})

describe('Duckling', () => {
  test.each([
    ['money', 'simple Dollar 1e4', { value: 10000, unit: 'USD' }],
    ['money', 'simple Unnamed 42', { value: 42 }],
    ['money', 'between EUR (10, 20)', { value: 10, upper: 20, unit: 'EUR' }],
    ['money', 'under GBP 7', { value: 7, bound: 'most', unit: 'GBP' }],
    ['measure', 'above Ounce 4 (Just "tea")', { value: 4, bound: 'least', unit: 'oz' }],
    ['number', 'NumeralValue (-1.2e6)', { value: -1200000 }],
    ['number', 'nonsense', undefined],
  ] as const)('%s: %s', (kind, text, meaning) => expect(expected(kind, text, words)).toEqual(meaning))

  test('each input is one expression; latent ones are left out; without a value nothing may be found', () => {
    const lines = [
      { set: 'latentCorpus', expect: 'simple Unnamed 5', inputs: ['5'] },
      { set: 'allExamples', expect: 'simple EUR 5', inputs: ['5 euros', '€5'] },
      { set: 'negativeCorpus', expect: null, inputs: ['just euros'] },
    ]
    const cases = ducklingAmounts({ set: 'money', kind: 'money' }, lines.map(l => JSON.stringify(l)).join('\n'), words)
    expect(cases.map(({ text, marks }) => [text, marks.map(mark => mark.value)])).toEqual([
      ['5 euros', [5]],
      ['€5', [5]],
      ['just euros', []],
    ])
  })
})

describe('MEANTIME', () => {
  test.each([
    ['MONEY', 'US$ 7.2 bn', { kind: 'money', value: 7.2e9, unit: 'USD' }],
    ['MONEY', 'between $ 12 million and $ 20 million', { kind: 'money', value: 12e6, upper: 20e6, unit: 'USD' }],
    ['MONEY', '200 million', { kind: 'money', value: 200e6 }],
    ['PERCENT', '15-20 %', { kind: 'percent', value: 15, upper: 20, unit: '%' }],
    ['QUANTITY', 'all 1,228', { kind: 'count', value: 1228 }],
    ['QUANTITY', '2GB', { kind: 'measure', value: 2, unit: 'GB' }],
    ['QUANTITY', 'twenty tonnes', { kind: 'measure', value: 20, unit: 't' }],
    ['QUANTITY', 'many', undefined],
    ['QUANTITY', '320x240', undefined],
    ['QUANTITY', '5th', undefined],
  ] as const)('%s: %s', (type, passage, meaning) => expect(valueIn(type, passage, words)).toEqual(meaning))

  test('passages over tokens, the pound sign put back, what says no value unscored', () => {
    const token = (id: number, sentence: number, text: string) =>
      `<token t_id="${id}" sentence="${sentence}">${text}</token>`
    const value = (id: number, type: string, ...ids: readonly number[]) =>
      `<VALUE m_id="${id}" type="${type}">${ids.map(t => `<token_anchor t_id="${t}"/>`).join('')}</VALUE>`
    const source = `${['Many', 'paid', '#', '5', '.'].map((text, i) => token(i, 2, text)).join('')}${token(9, 9, '7')}
${value(1, 'MONEY', 2, 3)}${value(2, 'QUANTITY', 0)}${value(3, 'QUANTITY', 9)}`
    const { text, marks, unscored } = meantimeAmounts('a', source, words)
    expect(text).toBe('Many paid £5.')
    expect(marks).toEqual([{ start: 10, end: 12, kind: 'money', value: 5, unit: 'GBP' }])
    expect(unscored).toEqual([{ start: 0, end: 4 }])
  })
})
