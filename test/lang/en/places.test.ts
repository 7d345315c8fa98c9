import { describe, expect, test } from 'vitest'
import { nameReader } from '../../../src/lang/en/names.ts'
import { placeReader } from '../../../src/lang/en/places.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'
import { milliseconds, timesAsLong } from '../../help/cpu.ts'

const names = nameReader()
const places = placeReader()

/** Each place as "words id", with a question mark where it is doubtful. */
function shown(text: string): string[] {
  const token = tokens(text)
  const before = { token, sentence: sentences(text, token) }
  const setting = { day: '2025-05-28' }
  const read = places(text, { ...before, name: names(text, before, setting) }, setting)
  return read.map(({ span, value }) => `${text.slice(span.start, span.end)}${value.doubtful ? '?' : ''} ${value.id}`)
}

describe('places', () => {
  test.each([
    ['states and cities', 'Russia shelled Kharkiv.', ['Russia RUS', 'Kharkiv UKR-kharkiv']],
    [
      'regions before the cities in their names',
      'in the Sumy region and Kharkiv Oblast',
      ['Sumy region UKR-sumy-oblast', 'Kharkiv Oblast UKR-kharkiv-oblast'],
    ],
    ['waters', 'Ships left the Black Sea.', ['Black Sea X-black-sea']],
    ['capitals also as governments', 'Kyiv said so.', ['Kyiv UKR-kyiv']],
    ['words in capitals', 'ISTANBUL, May 28 - They met.', ['ISTANBUL TUR-istanbul']],
    ['a word that is also a place', 'They met in Nice. Nice words fell.', ['Nice FRA-nice']],
    ['a place behind its state', 'Nice, France, was calm.', ['Nice FRA-nice', 'France FRA']],
    [
      'not another state',
      'Victoria, Canada, and Victoria, Seychelles.',
      ['Victoria geonames-6174041', 'Canada CAN', 'Victoria SYC-victoria-seychelles', 'Seychelles SYC'],
    ],
    ['the state beside it', 'Tripoli, Lebanon', ['Tripoli LBN-tripoli-lebanon', 'Lebanon LBN']],
    ['the state named most', 'The Libyan army left Tripoli. Libya is calm.', ['Tripoli LBY-tripoli', 'Libya LBY']],
    ['unsure', 'Tripoli is calm.', ['Tripoli? LBY-tripoli']],
    ['no part of another name', 'the Istanbul Convention', []],
    ['no peoples', 'Ukrainians and the Russian army', []],
    ['no part of a word', 'Ottawans', []],
  ])('%s', (_, text, expected) => expect(shown(text)).toEqual(expected))
})

/** The value of the first place of a text. */
function first(text: string) {
  const token = tokens(text)
  const before = { token, sentence: sentences(text, token) }
  return places(text, { ...before, name: names(text, before, {}) }, {})[0]?.value
}

describe('places of the gazetteer', () => {
  test.each([
    [
      'behind a comma the short form of its state',
      'in Athens, Ga., a fire',
      ['Athens geonames-4180386', 'Ga. area-USA-georgia'],
    ],
    ['a full name of its state', 'near Paris, Texas, on Friday', ['Paris geonames-4717560', 'Texas USA-texas']],
    [
      'in a list a comma holds nothing',
      'Georgia, Oklahoma, Ohio and Texas voted',
      ['Georgia area-USA-georgia', 'Oklahoma USA-oklahoma', 'Ohio USA-ohio', 'Texas USA-texas'],
    ],
    [
      'in a list of states a state',
      'Armenia, Georgia and Ukraine voted',
      ['Armenia ARM', 'Georgia GEO', 'Ukraine UKR'],
    ],
    [
      'one sense in a text',
      'Springfield, Missouri, was hit by a storm. Officials in Springfield said so.',
      ['Springfield geonames-4409896', 'Missouri USA-missouri', 'Springfield geonames-4409896'],
    ],
    [
      'an area by the word behind a list',
      'Russia wants the Donetsk, Luhansk and Kherson oblasts.',
      ['Russia RUS', 'Donetsk UKR-donetsk-oblast', 'Luhansk UKR-luhansk-oblast', 'Kherson UKR-kherson-oblast'],
    ],
  ])('%s', (_, text, expected) => expect(shown(text)).toEqual(expected))
})

describe('what is no place', () => {
  test.each([
    ['outlets', 'The Washington Post, the Kyiv Independent and The Moscow Times reported it, the BBC said.'],
    ['parts of words', 'The ambassador spoke of rights and of assistants.'],
    ['money', 'It cost US$5 million.'],
    ['people named as towns are', 'Mayor John Fairfield spoke. Fairfield said that he was tired.'],
    ['a river in the name of a virus', 'West Nile virus was found.'],
    ['words for peoples', 'Russian and Ukrainian diplomats met Germans.'],
  ])('%s', (_, text) => expect(shown(text)).toEqual([]))
})

describe('a place says', () => {
  test('what its point stands for: a state or region is no spot', () => {
    expect(first('Ukraine was calm.')).toMatchObject({ kind: 'country', precision: 'country' })
    expect(first('The Sumy region was calm.')).toMatchObject({ kind: 'region', precision: 'region', country: 'UKR' })
    expect(first('They met in Istanbul.')).toMatchObject({ precision: 'town', geonames: '745044', admin1: 'Istanbul' })
  })
  test('in which area a village of ours lies that GeoNames does not have', () => {
    expect(first('Fighting goes on near Vodolahy.')).toMatchObject({ id: 'UKR-vodolahy', admin1: 'Sumy Oblast' })
  })
  test('what else its name may mean, and when it is doubtful', () => {
    const place = first('Tripoli is calm.')
    expect(place?.doubtful).toBe(true)
    expect(place?.others?.map(other => other.id)).toContain('LBN-tripoli-lebanon')
    expect(first('Odesa was shelled. Ukraine said so.')?.doubtful).toBeUndefined()
  })
  test('the same wherever its report came from: the outlet and the dateline are not asked', () => {
    const text = 'They met in Springfield.'
    const token = tokens(text)
    const before = { token, sentence: sentences(text, token) }
    const read = (dateline?: string) =>
      places(text, { ...before, name: names(text, before, {}) }, { ...(dateline !== undefined && { dateline }) })
    expect(read('CHICAGO')).toEqual(read())
  })
})

test('a long text is read in time that grows with its length', () => {
  const part = 'In Springfield, Ohio, Paris, Kyiv, Athens and Georgia they met. '
  const time = (text: string) => {
    const token = tokens(text)
    const before = { token, sentence: sentences(text, token) }
    const name = names(text, before, {})
    return milliseconds(() => places(text, { ...before, name }, {}))
  }
  const size = { small: 80, large: 800, least: 2, limit: 50 }
  expect(timesAsLong(copies => time(part.repeat(copies)), size)).toBeLessThan(size.limit)
})
