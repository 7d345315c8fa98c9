import type { Annotation, Layers } from '../../core/types.ts'
import { type Form, type Forms, openForms } from './syntax/forms.ts'
import { type Lemmatizer, openLemmatizer } from './syntax/lemmatizer.ts'
import { morphology } from './syntax/morphology.ts'
import { openParser, type Parser } from './syntax/parser.ts'
import { openTagger, type Tagger } from './syntax/tagger.ts'

type Token = Annotation<'token'>

/** Sentences longer than this are tagged but not parsed: lists and tables, not sentences. */
const LONGEST_PARSED = 200

/**
 * Which sentences are parsed: `all`; `named`, those that name or point to somebody and so can say who did what; of these only
 * those with a word (its lemma) that `tells` takes for one of events; or `none`.
 */
export type Parse = 'all' | 'named' | 'none' | { readonly tells: (lemma: string) => boolean }

/** Pronouns that point to one person. */
const POINTING = new Set(['he', 'she', 'him', 'her', 'his'])

type Opened = {
  readonly forms: Forms
  readonly tagger: Tagger
  readonly parser: Parser | undefined
  readonly parse: Parse
  readonly lemma: Lemmatizer
  readonly pos: readonly string[]
  readonly xpos: readonly string[]
}

/**
 * Gives a reader of syntax: for each token part of speech, features, lemma, and the word it hangs on with the relation
 * (Universal Dependencies), the latter in the sentences that `parse` says. Opening reads models/en (some tens of milliseconds).
 * Tokens keep their places and values.
 */
export function syntaxReader(
  parse: Parse = 'all',
  forms = openForms(),
): (text: string, before: Pick<Layers, 'token' | 'sentence'>) => readonly Token[] {
  const tagger = openTagger()
  const opened = {
    forms,
    tagger,
    parser: parse === 'none' ? undefined : openParser(),
    parse,
    lemma: openLemmatizer(),
    pos: tagger.names.map(name => name.slice(0, name.indexOf('|'))),
    xpos: tagger.names.map(name => name.slice(name.indexOf('|') + 1)),
  }
  return (text, { token, sentence }) => readSyntax(text, token, sentence, opened)
}

function readSyntax(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Annotation<'sentence'>[],
  opened: Opened,
): readonly Token[] {
  const found: Token[] = []
  let at = 0
  for (const { span } of sentences) {
    // Tokens outside of all sentences (datelines) stay as they are.
    while (at < tokens.length && (tokens[at] as Token).span.start < span.start) found.push(tokens[at++] as Token)
    const from = at
    while (at < tokens.length && (tokens[at] as Token).span.start < span.end) at += 1
    readSentence(text, tokens, from, at, opened, found)
  }
  while (at < tokens.length) found.push(tokens[at++] as Token)
  return found
}

function readSentence(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  { forms, tagger, parser, parse, lemma, pos, xpos }: Opened,
  found: Token[],
): void {
  const count = to - from
  const own: Form[] = []
  for (let i = from; i < to; i++) {
    const { span } = tokens[i] as Token
    own.push(forms.of(text.slice(span.start, span.end)))
  }
  const tags = new Uint8Array(count)
  const heads = new Int32Array(count)
  const labels = new Uint8Array(count)
  tagger.tag(own, tags)
  const lemmas = own.map((form, i) => lemma(form.text, tagger.names[tags[i] as number] as string))
  const named = (i: number) =>
    pos[tags[i] as number] === 'PROPN' || POINTING.has((tokens[from + i] as Token).value.norm)
  const told = typeof parse !== 'object' || lemmas.some(parse.tells)
  const wanted = parse === 'all' || (told && own.some((_, i) => named(i)))
  const parsed = wanted && count <= LONGEST_PARSED ? parser : undefined
  parsed?.parse(own, tags, heads, labels)
  for (let i = 0; i < count; i++) {
    const token = tokens[from + i] as Token
    const tag = tags[i] as number
    const features = morphology(token.value.norm, xpos[tag] as string)
    const head = heads[i] as number
    found.push({
      ...token,
      value: {
        ...token.value,
        pos: pos[tag] as string,
        xpos: xpos[tag] as string,
        lemma: lemmas[i] as string,
        ...(features !== '' && { features }),
        ...(parsed && { relation: parsed.labels[labels[i] as number] as string }),
        ...(parsed && head < count && { head: from + head }),
      },
    })
  }
}
