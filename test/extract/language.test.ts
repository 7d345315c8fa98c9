import { describe, expect, test } from 'vitest'
import { languageOf, languageOfPage } from '../../src/extract/language.ts'

const UKRAINIAN =
  'Президент України повідомив учора, що переговори про припинення вогню відбудуться в Стамбулі наступного тижня. '
const ENGLISH = 'The president said yesterday that talks on a ceasefire would be held in Istanbul next week. '

describe('declared, else told from the text', () => {
  test.each([
    ['en-us', '', 'en-US'],
    ['pt_BR', '', 'pt-BR'],
    ['pcm', ENGLISH, 'pcm'],
    [undefined, ENGLISH, 'en'],
    [undefined, UKRAINIAN, 'uk'],
    ['not a tag!', ENGLISH, 'en'],
    [undefined, 'OK', 'und'],
    [undefined, '12 345', 'und'],
  ])('%j %j', (declared, text, expected) => expect(languageOf(declared, text)).toBe(expected))
})

describe('a long text outweighs the frame of its page', () => {
  test.each([
    ['en', UKRAINIAN.repeat(6), 'uk'],
    ['en-GB', ENGLISH.repeat(6), 'en-GB'],
    ['en', UKRAINIAN, 'en'],
    ['pcm', ENGLISH.repeat(6), 'pcm'],
    [undefined, UKRAINIAN.repeat(6), 'uk'],
  ])('%j', (declared, text, expected) => expect(languageOfPage(declared, text)).toBe(expected))
})
