import { describe, expect, it, test } from 'vitest'
import type { Annotation } from '../../../src/core/types.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { morphology } from '../../../src/lang/en/syntax/morphology.ts'
import { syntaxReader } from '../../../src/lang/en/syntax.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const read = syntaxReader()

function syntax(text: string): readonly Annotation<'token'>[] {
  const token = tokens(text)
  return read(text, { token, sentence: sentences(text, token) })
}

/** Each word as `word:relation>head`. */
function arcs(text: string): readonly string[] {
  const all = syntax(text)
  const word = (token: Annotation<'token'> | undefined) => (token ? text.slice(token.span.start, token.span.end) : '')
  return all.map(token => {
    const { head, relation } = token.value
    return `${word(token)}:${relation}>${head === undefined ? '' : word(all[head])}`
  })
}

describe('structures that claims hang on', () => {
  test.each([
    ['active', 'Russian forces attacked the city on Monday.', ['forces:nsubj>attacked', 'city:obj>attacked']],
    [
      'passive',
      'The bridge was destroyed by Ukrainian troops.',
      ['bridge:nsubj:pass>destroyed', 'was:aux:pass>destroyed', 'troops:obl:agent>destroyed'],
    ],
    ['copula', 'Rustem Umerov is the defence minister.', ['Rustem:nsubj>minister', 'is:cop>minister']],
    [
      'relative clause',
      'The soldiers who crossed the border were captured.',
      ['who:nsubj>crossed', 'crossed:acl:relcl>soldiers', 'soldiers:nsubj:pass>captured'],
    ],
    [
      'reported speech',
      'The minister said that talks would continue in June.',
      ['minister:nsubj>said', 'continue:ccomp>said', 'talks:nsubj>continue'],
    ],
    ['intention', 'Moscow wants to hold talks.', ['Moscow:nsubj>wants', 'hold:xcomp>wants', 'talks:obj>hold']],
    ['negation', 'Kyiv did not accept the offer.', ['not:advmod>accept', 'Kyiv:nsubj>accept', 'offer:obj>accept']],
  ])('%s', (_, text, wanted) => expect(arcs(text)).toEqual(expect.arrayContaining(wanted)))
})

describe('syntaxReader', () => {
  it('leaves the tokens where they were and gives each word of a sentence its tags', () => {
    const text = 'Talks began. They ended on 2 June.'
    const bare = tokens(text)
    const read = syntax(text)
    expect(read.map(({ span, by }) => ({ span, by }))).toEqual(bare.map(({ span, by }) => ({ span, by })))
    expect(read.map(({ value }) => value.norm)).toEqual(bare.map(({ value }) => value.norm))
    expect(read.every(({ value }) => value.pos && value.xpos && value.lemma && value.relation)).toBe(true)
  })
  it('gives one root a sentence, and heads inside the sentence', () => {
    const text = 'He said “We will come.” Nobody, however, came; the talks, due in June, were put off. OK?'
    const token = tokens(text)
    const sentence = sentences(text, token)
    const all = read(text, { token, sentence })
    for (const { span } of sentence) {
      const own = all.flatMap(({ span: at, value }, i) =>
        at.start >= span.start && at.start < span.end ? [{ i, head: value.head }] : [],
      )
      expect(own.filter(({ head }) => head === undefined)).toHaveLength(1)
      for (const { head } of own) if (head !== undefined) expect(own.map(({ i }) => i)).toContain(head)
    }
  })
  it('has lemmas and features', () => {
    const shown = syntax('The ministers were telling her nothing about those drones.').map(({ value }) =>
      [value.lemma, value.pos, value.features ?? ''].join(' '),
    )
    expect(shown).toEqual(
      expect.arrayContaining([
        'minister NOUN Number=Plur',
        'be AUX Mood=Ind|Tense=Past|VerbForm=Fin',
        'tell VERB VerbForm=Ger',
        'drone NOUN Number=Plur',
      ]),
    )
  })
  it('tags but does not parse what is too long to be a sentence', () => {
    const read = syntax(`${'word, '.repeat(150)}end.`)
    expect(read.every(({ value }) => value.pos !== undefined)).toBe(true)
    expect(read.some(({ value }) => value.relation !== undefined)).toBe(false)
  })
  it('reads a text without words', () => {
    expect(syntax('')).toEqual([])
    expect(syntax('…').map(({ value }) => value.pos)).toEqual(['PUNCT'])
  })
})

test.each([
  ['she', 'PRP', 'Gender=Fem|Number=Sing|Person=3'],
  ['went', 'VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin'],
  ['the', 'DT', ''],
  ['constructor', 'PRP', ''],
  ['and', 'CC', ''],
])('morphology of %s as %s', (norm, xpos, wanted) => expect(morphology(norm, xpos)).toBe(wanted))
