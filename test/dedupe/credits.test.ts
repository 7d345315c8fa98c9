import { describe, expect, test } from 'vitest'
import { credits, shareCredit } from '../../src/dedupe/credits.ts'

const of = (text: string, given: { byline?: string; publisher?: string } = {}) => [
  ...credits({ text, publisher: 'paper.example', ...given }),
]

describe('credits', () => {
  const body = 'Rain fell all night. '.repeat(40)
  test.each<[string, string, { byline?: string; publisher?: string }, string[]]>([
    ['a dateline', `ORLIN, May 28 (AP) - ${body}`, {}, ['ap']],
    ['the first words', `The gates were opened, Reuters reports. ${body}`, {}, ['reuters']],
    ['the last words', `${body} (Reporting by Reuters; editing by the desk)`, {}, ['reuters']],
    ['the byline', body, { byline: 'Mira Holt, AFP' }, ['afp']],
    ['the outlet', body, { publisher: 'tass.com' }, ['tass']],
    ['several', `${body} With material from AFP and dpa`, {}, ['afp', 'dpa']],
    ['none in the middle', `${body} Reuters reported it. ${body}`, {}, []],
    ['no part of a word', 'The tapas bar stayed open, said a map seller.', {}, []],
    ['an abbreviation in lower case is none', 'an ap for phones', {}, []],
  ])('%s', (_, text, given, expected) => expect(of(text, given)).toEqual(expected))

  test('are shared where one agency is in both', () => {
    expect(shareCredit(new Set(['ap', 'afp']), new Set(['dpa', 'afp']))).toBe(true)
    expect(shareCredit(new Set(['ap']), new Set(['dpa']))).toBe(false)
    expect(shareCredit(new Set(), new Set())).toBe(false)
  })
})
