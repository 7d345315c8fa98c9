import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../../src/core/types.ts'
import { nameReader } from '../../../src/lang/en/names.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../../src/lang/en/syntax.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const read = nameReader()
const syntax = syntaxReader()

function names(text: string, day = '2025-05-28'): readonly Annotation<'name'>[] {
  const bare = tokens(text)
  const sentence = sentences(text, bare)
  return read(text, { token: syntax(text, { token: bare, sentence }), sentence }, { day })
}

/** Each name as "words TYPE actor". */
function shown(text: string, day?: string): string[] {
  return names(text, day).map(({ span, value }) =>
    [text.slice(span.start, span.end), value.type, ...(value.actor ? [value.actor] : [])].join(' '),
  )
}

describe('names', () => {
  test.each([
    [
      'states, aliases and peoples',
      'The U.S. and Türkiye met the Ukrainians.',
      ['U.S. PLACE USA', 'Türkiye PLACE TUR', 'Ukrainians GROUP UKR'],
    ],
    [
      'words joined by a hyphen',
      'Russia-Ukraine talks with Kremlin-linked men',
      ['Russia PLACE RUS', 'Ukraine PLACE UKR', 'Kremlin ORGANISATION RUS'],
    ],
    ['a hyphen in a given name', 'the late Kim Dae-jung spoke', ['Kim Dae-jung PERSON']],
    ['the possessive stays outside', "Germany's plan", ['Germany PLACE DEU']],
    ['capitals of a dateline', 'KYIV, May 28 - Talks', ['KYIV PLACE']],
    ['no part of a word', 'The ambassador spoke of human rights and assadism.', []],
    ['no lower case', 'She will turkey the us of may.', []],
    ['products of a people have no actor', 'Ukrainian-made drones', ['Ukrainian GROUP']],
    [
      'separate organs',
      'the UN Security Council and the United Nations',
      ['UN Security Council ORGANISATION UN.SC', 'United Nations ORGANISATION UN'],
    ],
    ['agencies report and do not act', 'Reuters and TASS reported it.', ['Reuters ORGANISATION', 'TASS ORGANISATION']],
    [
      'institutions of states',
      "Ukraine's Foreign Ministry, Israeli military, Russian Defense Ministry",
      [
        'Ukraine PLACE',
        'Foreign Ministry ORGANISATION UKR.MFA',
        'Israeli GROUP',
        'military ORGANISATION ISR.MIL',
        'Russian GROUP',
        'Defense Ministry ORGANISATION RUS.MOD',
      ],
    ],
    [
      'institution of state',
      'The Ministry of Defence of Ukraine spoke.',
      ['Ministry of Defence of Ukraine ORGANISATION UKR.MOD'],
    ],
    ['names that begin with a place', 'the Istanbul Convention', ['Istanbul Convention ORGANISATION']],
    [
      'spellings of a person',
      'Roustem Oumerov, Andriy Sibikha',
      ['Roustem Oumerov PERSON rustem-umerov', 'Andriy Sibikha PERSON andrii-sybiha'],
    ],
    ['somebody else of the family', 'Tamara Trump came.', ['Tamara Trump PERSON']],
    ['a state that is a given name', 'Jordan Smith left Jordan.', ['Jordan Smith PERSON', 'Jordan PLACE JOR']],
    ['a family name that needs a title', 'Lee won. Costa Rica lost.', ['Lee PERSON', 'Costa Rica PLACE CRI']],
    [
      'a person with the name of a town',
      'Police named Rashid Amman. Amman had fled.',
      ['Rashid Amman PERSON', 'Amman PERSON'],
    ],
    ['unknown after a title', 'Captain Mira Holt spoke; Holt was calm.', ['Mira Holt PERSON', 'Holt PERSON']],
  ])('%s', (_, text, expected) => expect(shown(text)).toEqual(expected))
})

describe('capitals as governments', () => {
  test.each([
    ['Kyiv said it would come.', true],
    ['Moscow has not answered.', true],
    ["Moscow's demand is old.", true],
    ['He told Kyiv to wait.', true],
    ['Talks with Kyiv go on.', true],
    ['Aid to Kyiv was cut.', true],
    ['The mayor of Kyiv said so.', false],
    ['Drones hit Kyiv overnight.', false],
    ['People in Kyiv said so.', false],
    ['Kyiv was attacked by drones.', false],
    ["Kyiv's streets were empty.", false],
    ['They flew to Moscow.', false],
  ])('%s', (text, government) =>
    expect(
      names(text).find(name => name.value.label === 'Kyiv' || name.value.label === 'Moscow')?.value.actor !== undefined,
    ).toBe(government),
  )
})

describe('roles', () => {
  test.each([
    [
      'Ukrainian Defence Minister Rustem Umerov',
      '2025-05-28',
      'Ukrainian defence minister',
      'Ukrainian Defence Minister',
    ],
    [
      'Rustem Umerov, secretary of the council,',
      '2025-08-01',
      "secretary of Ukraine's National Security and Defence Council",
      'secretary',
    ],
    ['Chancellor Olaf Scholz', '2025-05-01', 'German chancellor', 'Chancellor'],
    ['Olaf Scholz', '2025-05-28', undefined, undefined],
    ['Spanish Interior Minister Ana Torres', '2025-05-28', 'Spanish Interior Minister', 'Spanish Interior Minister'],
  ])('%s on %s', (text, day, role, title) => {
    const person = names(text, day).find(name => name.value.type === 'PERSON')?.value
    expect(person?.role).toBe(role)
    expect(person?.roleSpan && text.slice(person.roleSpan.start, person.roleSpan.end)).toBe(title)
  })
  test('a bare family name is whoever the text names in full', () => {
    const found = names('Lee Jun-seok spoke. Later Lee left.').map(name => name.value.actor)
    expect(found).toEqual(['lee-jun-seok', 'lee-jun-seok'])
  })
  test.each<[string, string, string | undefined, string]>([
    ['Defence Minister Fedorov', '2025-05-28', undefined, 'he held another office then'],
    ['Defence Minister Fedorov', '2026-01-20', 'mykhailo-fedorov', 'the office of that day'],
    ['Digital Minister Fedorov', '2025-05-28', 'mykhailo-fedorov', 'a shorter form of the office'],
    ['Gov. Fedorov', '2025-05-28', 'ivan-fedorov', 'an abbreviation'],
    ['Governor Fedorov', '2019-05-28', undefined, 'nobody of the name was governor then'],
    ['South Korean President Lee', '2025-06-10', 'lee-jae-myung', 'one of two'],
    ['Defense Secretary Austin', '2024-05-28', 'lloyd-austin', 'another spelling'],
    ['Former Defense Secretary Austin', '2025-05-28', 'lloyd-austin', 'an office he has left'],
    ['Secretary of State Austin', '2024-05-28', undefined, 'another secretary'],
    ['Fed Chair Powell', '2025-05-28', 'jerome-powell', 'one of two'],
    ['Mr. Powell', '2025-05-28', undefined, 'two of the name, no office'],
    ['Mr. Sullivan', '2024-05-28', 'jake-sullivan', 'no office, one of the name'],
    ['Senator Rubio', '2025-05-28', 'marco-rubio', 'a name that is enough alone'],
  ])('a title chooses: %s on %s', (text, day, actor) =>
    expect(names(text, day).find(name => name.value.type === 'PERSON')?.value.actor).toBe(actor),
  )
})
