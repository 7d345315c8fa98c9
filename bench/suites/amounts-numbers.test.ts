import { expect, test } from 'vitest'
import { sentences } from '../../src/lang/en/sentences.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import { numbersReader } from './amounts-numbers.ts'

const reader = numbersReader()

function numbers(text: string): readonly (readonly [string, number])[] {
  const token = tokens(text)
  return reader(text, { token, sentence: sentences(text, token) }).map(({ start, end, value }) => [
    text.slice(start, end),
    Number(value.toPrecision(9)),
  ])
}

test.each([
  ['seven', 7],
  ['two hundred point zero three', 200.03],
  ['one hundred and three and two thirds', 103.666667],
  ['one hundred and three quarters', 100.75],
  ['one hundred thirty fifths', 2.85714286],
  ['twenty-three fifths', 4.6],
  ['three twenty firsts', 0.142857143],
  ['forty two and a third', 42.3333333],
  ['a twenty-first', 0.0476190476],
  ['one-eighth', 0.125],
  ['two thirds of a million', 666666.667],
  ['one billion and a quarter million', 1000250000],
  ['3 million and a half', 3500000],
  ['three lakh crore', 3e12],
  ['two thousand million', 2e9],
  ['three dozens', 36],
  ['half a dozen', 6],
  ['one over three', 0.333333333],
  ['one out of three', 0.333333333],
  ['2 1/4', 2.25],
  ['- 1 4/5', -1.8],
  ['minus five point five', -5.5],
  ['1 234 567.89', 1234567.89],
  ['12,34,567.89', 1234567.89],
  ['2.33 k', 2330],
  ['10M', 1e7],
  ['10G', 1e10],
  ['12.32e+14', 1.232e15],
  ['1.3x10^6', 1300000],
  ['2.5^-1', 0.4],
  ['fifty - two', 52],
  ['4 thousand 3 hundred and 21', 4321],
])('%s', (text, value) => expect(numbers(text)).toEqual([[text, value]]))

test.each([
  [
    '8 in 5',
    [
      ['8', 8],
      ['5', 5],
    ],
  ],
  [
    'on 5/17/2018',
    [
      ['5', 5],
      ['17', 17],
      ['2018', 2018],
    ],
  ],
  ['SCP-173', [['173', 173]]],
  ['two millionth', [['two', 2]]],
  ['the 180ml bottle', []],
  ['on May 4th', []],
  ['The one you met', []],
  ['', []],
] as const)('in parts: %s', (text, expected) => expect(numbers(text)).toEqual(expected))
