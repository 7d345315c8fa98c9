import { describe, expect, test } from 'vitest'
import { nameReader } from '../../../src/lang/en/names.ts'
import { placeReader } from '../../../src/lang/en/places.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

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
