import type { Layers } from '../../../src/core/types.ts'
import { quotesReader } from '../../../src/lang/en/quotes.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../../src/lang/en/syntax.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const syntax = syntaxReader('none')
const quotes = quotesReader()

/** What is read of a text before its times: tokens with their tags, sentences, quotations. */
export function tagged(text: string): Pick<Layers, 'token' | 'sentence' | 'quote'> {
  const bare = tokens(text)
  const sentence = sentences(text, bare)
  const token = syntax(text, { token: bare, sentence })
  return { token, sentence, quote: quotes(text, { token, sentence }) }
}
