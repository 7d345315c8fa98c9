import { describe, expect, test } from 'vitest'
import { nameReader } from '../../../src/lang/en/names.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../../src/lang/en/syntax.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const read = nameReader()
const syntax = syntaxReader()

/** Who is linked: "words actor" of each name with an actor. */
function linked(text: string, day: string | undefined = '2025-05-28'): string[] {
  const bare = tokens(text)
  const sentence = sentences(text, bare)
  const names = read(text, { token: syntax(text, { token: bare, sentence }), sentence }, day ? { day } : {})
  return names.flatMap(({ span, value }) => (value.actor ? [`${text.slice(span.start, span.end)} ${value.actor}`] : []))
}

describe('who acts for a state', () => {
  test.each([
    ['a senior Ukrainian official said', ['official UKR']],
    ['The Russian side asked for time.', ['side RUS']],
    ['The Russian government agreed.', ['government RUS']],
    ["Germany's defence ministry confirmed it.", ['defence ministry DEU.MOD']],
    ['The Israeli military struck.', ['military ISR.MIL']],
    ['Israeli troops left.', ['troops ISR.MIL']],
    ['Senior US intelligence officials doubt it.', ['intelligence USA.SPY']],
    ['Spanish police arrested him.', ['police ESP.COP']],
    ['A Moroccan court sentenced him.', ['court MAR.JUD']],
    ['The Georgian opposition marched.', ['opposition GEO.OPP']],
    ["Putin's aide Yuri Ushakov spoke.", ['Putin vladimir-putin', 'Yuri Ushakov yuri-ushakov']],
    ["Putin's aide said so.", ['Putin vladimir-putin', 'aide RUS']],
    ['A Spanish tourist drowned.', ['Spanish ESP']],
  ])('%s', (text, expected) => expect(linked(text)).toEqual(expected))

  test.each([
    'Russian-backed forces took the town.',
    'Pro-Russian separatists shelled it.',
    'Anti-Russian protesters marched.',
    'US-led talks failed.',
    'Ukrainian-made drones flew.',
  ])('nobody is linked: %s', text => expect(linked(text)).toEqual([]))
})

describe('an office is the person who held it on the day', () => {
  test.each([
    ['The German chancellor agreed.', '2025-05-05', ['chancellor olaf-scholz']],
    ['The German chancellor agreed.', '2025-05-28', ['chancellor friedrich-merz']],
    ["Ukraine's defense minister agreed.", '2025-05-28', ['defense minister rustem-umerov']],
    ["Ukraine's defense minister agreed.", '2025-08-28', ['defense minister denys-shmyhal']],
    ['A former German chancellor agreed.', '2025-05-28', ['German DEU']],
    ['German Chancellor Anna Muster agreed.', '2025-05-28', ['German DEU']],
    ['The German chancellor agreed.', '2031-05-28', ['German DEU']],
    ['The German chancellor agreed.', undefined, ['German DEU']],
  ])('%s on %s', (text, day, expected) => expect(linked(text, day ?? '')).toEqual(expected))
})

describe('whose it is the text tells', () => {
  test.each([
    ['Malaysia will search again, the government said.', ['Malaysia MYS', 'government MYS']],
    ['Norway met Sweden. The government was content.', ['Norway NOR', 'Sweden SWE']],
    ['Nobody asked the government.', []],
    ['Militants in Nigeria fought government forces.', ['Nigeria NGA', 'government forces NGA.MIL']],
    [
      'Friedrich Merz met Donald Trump. The chancellor was content.',
      ['Friedrich Merz friedrich-merz', 'Donald Trump donald-trump', 'chancellor friedrich-merz'],
    ],
    [
      'Emmanuel Macron met Donald Trump. The president was content.',
      ['Emmanuel Macron emmanuel-macron', 'Donald Trump donald-trump'],
    ],
    ['The House of Representatives in Tokyo met; Japan has a new leader.', ['Japan JPN']],
    ['Peru voted. The president of the bank left the country.', ['Peru PER', 'country PER']],
  ])('%s', (text, expected) => expect(linked(text)).toEqual(expected))
})

describe('buildings', () => {
  test.each([
    ['The White House denied it.', ['White House USA']],
    ['A man stood outside the White House.', []],
    ['They met at the Kremlin.', []],
    ['Aides to the Kremlin were silent.', ['Kremlin RUS']],
  ])('%s', (text, expected) => expect(linked(text)).toEqual(expected))
})

describe('traps', () => {
  test.each([
    ['a people of its own', 'African-American voters and Bosnian Serb forces met Turkish Cypriots.', []],
    ['places with a state in their name', 'Storms hit New Mexico and the Jordan Valley.', []],
    ['no state at all', 'The Spanish flu killed many.', []],
    ['a continent', 'Latin American leaders and North American firms', []],
    ['no word inside another', 'The ambassador of assadism spoke of rights.', []],
    ['outlets report, they do not act', 'Reuters and CNN said so, TASS and the BBC too.', []],
    ['nor does their home', 'The New York Times, the Kyiv Independent and the Moscow Times said so.', []],
    [
      'a commission is not the body it reports to',
      'The UN Commission of Inquiry on Ukraine found it.',
      ['UN Commission of Inquiry on Ukraine UN.COI.UKR'],
    ],
  ])('%s', (_, text, expected) => expect(linked(text)).toEqual(expected))
})

test('people whom no list knows have the state of their office', () => {
  const text = 'Spanish Interior Minister Ana Torres met Pablo Ruiz.'
  const bare = tokens(text)
  const sentence = sentences(text, bare)
  const names = read(text, { token: syntax(text, { token: bare, sentence }), sentence }, { day: '2025-05-28' })
  expect(names.map(({ value }) => [value.label, value.country])).toEqual([
    ['Spanish', 'ESP'],
    ['Ana Torres', 'ESP'],
    ['Pablo Ruiz', undefined],
  ])
})
