import { describe, expect, it } from 'vitest'
import { annotate, languageFor } from '../../src/annotate/index.ts'
import type { Article } from '../../src/core/types.ts'
import { sentences } from '../../src/lang/en/sentences.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import type { Language, Setting } from '../../src/lang/language.ts'

/** A language that reads tokens and sentences, and notes the setting it was given as a name. */
function plain(tag: string): Language {
  const none: ReadonlySet<string> = new Set()
  const noted = (setting: Setting) => `${setting.day ?? '-'} ${setting.dateline ?? '-'}`
  return {
    tag,
    words: { stop: none, pointing: none, firstPerson: none, thirdPerson: none, personal: none, selfReference: [] },
    countryName: () => undefined,
    tokens,
    sentences,
    syntax: (_text, { token }) => token,
    quotes: () => [],
    times: () => [],
    names: (_text, before, setting) =>
      before.token
        .slice(0, 1)
        .map(({ span }) => ({ span, value: { type: 'PLACE', label: noted(setting) }, by: 'test' })),
    mentions: () => [],
    places: () => [],
    amounts: () => [],
  }
}

const article: Article = {
  id: 'a',
  report: 'r',
  publisher: 'example.org',
  lang: 'en',
  title: 'Talks resume',
  published: { value: '2025-05-29T23:30:00-04:00', precision: 'second', certainty: 'stated', by: 'test' },
  dateline: { place: 'Berlin', span: { start: 0, end: 6 } },
  text: 'BERLIN - They met. They left.',
  related: [],
  promoted: [],
}

describe('annotate', () => {
  it('runs the language with the publisher’s day and the dateline', () => {
    const doc = annotate(article, plain('en'))
    expect(doc.article).toBe(article)
    expect(doc.layers.sentence).toHaveLength(2)
    expect(doc.layers.name[0]?.value.label).toBe('2025-05-29 Berlin')
  })

  it('leaves unknown settings out', () => {
    const { published: _published, dateline: _dateline, ...bare } = article
    expect(annotate(bare, plain('en')).layers.name[0]?.value.label).toBe('- -')
  })

  it('gives empty layers for another language', () => {
    const doc = annotate({ ...article, lang: 'ru' }, plain('en'))
    expect(Object.values(doc.layers).flat()).toEqual([])
    expect(Object.keys(doc.layers)).toHaveLength(8)
  })

  it('gives equal results twice', () => {
    expect(annotate(article, plain('en'))).toEqual(annotate(article, plain('en')))
  })
})

describe('languageFor', () => {
  const languages = [plain('en'), plain('uk')]
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['uk', 'uk'],
  ])('%s', (lang, tag) => {
    expect(languageFor({ lang }, languages)?.tag).toBe(tag)
  })

  it.each(['ru', 'und', '', 'eng'])('none: %s', lang => {
    expect(languageFor({ lang }, languages)).toBeUndefined()
  })
})
