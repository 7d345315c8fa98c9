import { expect, test } from 'vitest'
import { compile, matchesAt } from '../../../../src/lang/en/times/pattern.ts'
import { piecesOf } from '../../../../src/lang/en/times/pieces.ts'
import type { SlotReader } from '../../../../src/lang/en/times/slots.ts'
import { tokens } from '../../../../src/lang/en/tokens.ts'

const number: SlotReader = (pieces, i) => (pieces[i]?.digits ? { value: pieces[i]?.norm ?? '', end: i + 1 } : undefined)
const readers = new Map([['n', number]])

/** What each bracket of each match covers and reads, for matches at the first piece. */
function matches(pattern: string, text: string) {
  const pieces = piecesOf(text, tokens(text))
  return matchesAt(compile([{ pattern }], readers), pieces, 0).map(({ groups }) =>
    groups.map(({ first, end, slots }) => [
      pieces
        .slice(first, end)
        .map(({ norm }) => norm)
        .join(' '),
      Object.fromEntries(slots),
    ]),
  )
}

test.each([
  ['a|b <n>', 'b 5', [[['b 5', { n: '5' }]]]],
  ['a? <n:x>', '5', [[['5', { x: '5' }]]]],
  ['( a | b c )? <n>', 'b c 5', [[['b c 5', { n: '5' }]]]],
  [
    'from [ <n> ] - [ <n:to> ]',
    'from 5-6',
    [
      [
        ['5', { n: '5' }],
        ['6', { to: '6' }],
      ],
    ],
  ],
  ['a b?', 'a b', [[['a', {}]], [['a b', {}]]]],
  ['a c', 'a b', []],
])('%s on %j', (pattern, text, expected) => {
  const found = matches(pattern, text)
  expect(found.length).toBe(expected.length)
  expect(found).toEqual(expect.arrayContaining(expected))
})

test.each([
  ['<nothing>', 'no slot'],
  ['a )', '")" without "("'],
  ['a?', 'matches nothing'],
])('the faulty pattern %s throws', (pattern, message) => expect(() => compile([{ pattern }], readers)).toThrow(message))
