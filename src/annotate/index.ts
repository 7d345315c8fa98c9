import { dayOfStamp } from '../core/stamp.ts'
import type { Article, Doc, Layers } from '../core/types.ts'
import type { Language, Setting } from '../lang/language.ts'

const EMPTY: Layers = { token: [], sentence: [], quote: [], time: [], name: [], mention: [], place: [], amount: [] }

/**
 * The article with all layers that its language gives, in reading order. Each layer is made from the text and the layers
 * before it: tokens, sentences, syntax, quotations, times, names, mentions, places, amounts. An article in another language than
 * `language` keeps its text and gets empty layers. Pure: the same article gives the same document.
 */
export function annotate(article: Article, language: Language): Doc {
  if (!reads(language, article)) return { article, layers: EMPTY }
  const { text } = article
  const setting = settingOf(article)
  const bare = language.tokens(text)
  const sentence = language.sentences(text, bare)
  const token = language.syntax(text, { token: bare, sentence })
  const quote = language.quotes(text, { token, sentence })
  const time = language.times(text, { token, sentence, quote }, setting)
  const name = language.names(text, { token, sentence }, setting)
  const mention = language.mentions(text, { token, sentence, quote, name })
  const place = language.places(text, { token, sentence, name }, setting)
  const amount = language.amounts(text, { token, sentence, time })
  return { article, layers: { token, sentence, quote, time, name, mention, place, amount } }
}

/** The language that reads an article, by the primary part of its BCP 47 tag ("en-GB" is read by "en"); undefined when none does. */
export function languageFor(article: Pick<Article, 'lang'>, languages: readonly Language[]): Language | undefined {
  return languages.find(language => reads(language, article))
}

function reads(language: Language, article: Pick<Article, 'lang'>): boolean {
  return primary(language.tag) === primary(article.lang)
}

function primary(tag: string): string {
  return tag.split(/[-_]/u, 1)[0]?.toLowerCase() ?? ''
}

function settingOf(article: Article): Setting {
  return {
    ...(article.published && { day: dayOfStamp(article.published) }),
    ...(article.dateline && { dateline: article.dateline.place }),
  }
}
