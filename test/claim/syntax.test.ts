import { expect, test } from 'vitest'
import { claims, eventLexicon } from '../../src/claim/index.ts'
import { readText } from '../help/read.ts'

const lexicon = eventLexicon()

/** Each claim as `trigger TYPE source > target`, actors by their ids. */
function sides(text: string): readonly string[] {
  return claims(readText(text), lexicon).map(
    ({ trigger, type, source, target }) =>
      `${text.slice(trigger.start, trigger.end)} ${type} ${source?.id ?? '?'} > ${target?.id ?? '?'}`,
  )
}

test.each([
  ['active', 'Russia attacked Ukraine on Monday.', 'attacked ASSAULT RUS > UKR'],
  ['passive with its agent', 'Ukraine was attacked by Russia on Monday.', 'attacked ASSAULT RUS > UKR'],
  ['a people before its forces', 'Russian forces attacked the city on Monday.', 'attacked ASSAULT RUS.MIL > ?'],
  ['no target out of another clause', 'Russia attacked on Monday, Germany said.', 'attacked ASSAULT RUS > ?'],
  ['relative clause', 'Israel, which attacked Iran in June, said nothing.', 'attacked ASSAULT ISR > IRN'],
  ['"wants to"', 'Turkey wants to meet Russia in June.', 'meet CONSULT TUR > RUS'],
  ['object control', 'Germany urged Russia to withdraw.', 'urged REQUEST DEU > RUS'],
  ['two that are joined', 'Russia and Ukraine met in Istanbul.', 'met CONSULT RUS > UKR'],
  ['a noun and its owner', "Russia's attack on Ukraine went on.", 'attack ASSAULT RUS > UKR'],
  ['a name beside the verb', 'Dozens were hurt after Russia attacked Ukraine.', 'attacked ASSAULT RUS > UKR'],
  [
    'a pronoun that is sure',
    'Sergey Lavrov spoke on Monday. He thanked Turkey for the venue.',
    'thanked SUPPORT sergey-lavrov > TUR',
  ],
  ['a town does not act', 'Istanbul hosted the delegations, and Russia met Ukraine.', 'met CONSULT RUS > UKR'],
])('%s: %s', (_, text, wanted) => expect(sides(text)).toContain(wanted))

test('"according to" is no accord, and who reports does not act', () => {
  const text = 'According to Axios, the ceasefire holds. Sky News reported a withdrawal of Ukrainian troops.'
  expect(sides(text).join('; ')).not.toMatch(/AGREE|SKY|Sky|AXIOS|Axios/u)
  expect(sides(text).length).toBeGreaterThan(0)
  expect(sides('Israel bombed Al Jazeera in Gaza.')).toEqual([
    expect.stringMatching(/^bombed ASSAULT ISR > .*Jazeera/u),
  ])
})
