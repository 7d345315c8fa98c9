import { expect, test } from 'vitest'
import { basisOf } from '../../src/brief/basis.ts'
import { docOf, firstSentence, type Marked } from '../help/docs.ts'

function basis(text: string, marked: Marked, edtf: string) {
  const doc = docOf(text, marked)
  const [earliest = '', latest = earliest] = edtf.split('/')
  const when = { earliest, latest, precision: earliest === latest ? 'day' : 'range', edtf } as const
  const found = basisOf([{ doc, span: firstSentence(doc) }], when)
  return found && [found.kind, found.anchor, text.slice(found.at.span.start, found.at.span.end)]
}

test.each<[string, Marked, string, readonly string[] | undefined]>([
  ['They met on Friday.', { times: [['Friday', '2025-05-23']] }, '2025-05-23', ['relative', 'published', 'Friday']],
  ['They met on 23 May.', { times: [['23 May', '2025-05-23']] }, '2025-05-23', ['stated', 'published', '23 May']],
  [
    'They met on 23/05/2025.',
    { times: [['23/05/2025', '2025-05-23', { anchor: 'none' }]] },
    '2025-05-23',
    ['stated', 'none', '23/05/2025'],
  ],
  ['They met today.', {}, '2025-05-28', ['published', 'published', 'They met today.']],
  ['They met on Friday.', { times: [['Friday', '2025-05-23']] }, '2025-05-24', undefined],
  [
    'They fought overnight.',
    {
      times: [
        [
          'overnight',
          '2025-05-25/2025-05-26',
          { when: { earliest: '2025-05-25', latest: '2025-05-26', precision: 'range', edtf: '2025-05-25/2025-05-26' } },
        ],
      ],
    },
    '2025-05-26',
    ['relative', 'published', 'overnight'],
  ],
])('%s', (text, marked, edtf, expected) => expect(basis(text, marked, edtf)).toEqual(expected))
