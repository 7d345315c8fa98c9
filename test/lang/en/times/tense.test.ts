import { expect, test } from 'vitest'
import { timeLexicon } from '../../../../src/lang/en/times/lexicon.ts'
import { piecesOf } from '../../../../src/lang/en/times/pieces.ts'
import { tenseAt } from '../../../../src/lang/en/times/tense.ts'
import { tagged } from '../tagged.ts'

const lexicon = timeLexicon()

test.each([
  ['They met on TIME.', 'past'],
  ['They will meet on TIME.', 'future'],
  ['On TIME they will meet.', 'future'],
  ['He said on TIME they will meet.', 'past'],
  ["He said TIME's talks would go ahead.", 'future'],
  ['They agreed to meet on TIME.', 'future'],
  ['They sent troops to Kyiv on TIME.', 'past'],
  ['It is to be signed on TIME.', 'future'],
  ['It has run since TIME.', 'past'],
  ['An answer by TIME.', 'future'],
  ['The talks of TIME.', undefined],
  ['It could have met on TIME.', 'past'],
  ['By TIME it will have stopped.', 'future'],
  ['They planned to meet on TIME.', 'future'],
  ['They set a truce on TIME.', 'past'],
  ['It is unlikely to be ready until TIME.', 'future'],
  ['They used it in TIME.', 'past'],
  ['It lost TIME.', 'past'],
])('%s is %s', (text, expected) => {
  const pieces = piecesOf(text, tagged(text).token)
  const at = pieces.findIndex(({ norm }) => norm === 'time')
  expect(tenseAt(lexicon, pieces, at, at + 1)).toBe(expected)
})
