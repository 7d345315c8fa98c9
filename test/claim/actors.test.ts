import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import { claims, eventLexicon } from '../../src/claim/index.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { english } from '../../src/lang/en/index.ts'

const language = english('all')
const lexicon = eventLexicon()

function read(text: string, day = '2025-05-28'): Doc {
  const published = { value: day, precision: 'day', certainty: 'stated', by: 'test' } as const
  const article: Article = {
    id: 'a',
    report: 'a',
    publisher: 'The Kyiv Independent',
    lang: 'en',
    title: '',
    text,
    published,
    related: [],
    promoted: [],
  }
  return annotate(article, language)
}

const sides = (text: string) =>
  claims(read(text), lexicon).map(({ type, source, target }) => `${type} ${source?.id ?? '?'}>${target?.id ?? '?'}`)

test.each([
  ['Russian troops attacked Ukraine.', ['ASSAULT RUS.MIL>UKR']],
  ["Germany's defence ministry accused Russia of lying.", ['ACCUSE DEU.MOD>RUS']],
  ['Russian-backed forces attacked Ukraine.', ['ASSAULT Russian-backed forces>UKR']],
  ['Kyiv accused Moscow of delay.', ['ACCUSE UKR>RUS']],
  ['Reuters reported that Russia attacked Ukraine.', ['ASSAULT RUS>UKR']],
])('sides of "%s"', (text, expected) => expect(sides(text)).toEqual(expected))

test('people whom no list has keep one id in all reports', () => {
  expect(sides('Spanish Interior Minister Ana Torres accused Russia of lying.')).toEqual(['ACCUSE ~ana-torres@ESP>RUS'])
  expect(sides('Ana Torres accused Russia of lying.')).toEqual(['ACCUSE ~ana-torres>RUS'])
})
