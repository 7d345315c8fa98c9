import { describe, expect, it } from 'vitest'
import { ParseScore } from '../scorers/parse.ts'
import { parseSentences } from './treebank.ts'
import { blanksBefore, placed } from './treebank-align.ts'

const FILE = [
  '# newdoc id = d',
  '# text = They don’t talk',
  '1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_',
  '2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\t_',
  '2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_',
  '3\tn’t\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_',
  '4\ttalk\ttalk\tVERB\tVB\t_\t0\troot\t_\t_',
  '4.1\tx\tx\tX\tX\t_\t_\t_\t_\t_',
  '',
].join('\n')

describe('parseSentences', () => {
  it('leaves out lines of several words and empty words', () => {
    const [sentence] = parseSentences(FILE)
    expect(sentence?.document).toBe('d')
    expect(sentence?.words.map(({ form, head, deprel }) => `${form} ${head} ${deprel}`)).toEqual([
      'They 4 nsubj',
      'do 4 aux',
      'n’t 4 advmod',
      'talk 0 root',
    ])
  })
})

describe('placed', () => {
  it('knows words by the characters they cover without blanks', () => {
    expect(placed(parseSentences(FILE)).map(({ key, headKey }) => `${key} > ${headKey}`)).toEqual([
      '0 4 > 9 13',
      '4 6 > 9 13',
      '6 9 > 9 13',
      '9 13 > root',
    ])
    expect([...blanksBefore('a b c')]).toEqual([0, 0, 1, 1, 2, 2])
  })
})

describe('ParseScore', () => {
  const word = (upos: string, head: number, relation: string) => ({ upos, xpos: 'X', lemma: 'x', head, relation })
  it('counts as the shared task does: subtypes aside', () => {
    const score = new ParseScore()
    score.addSentence(
      [word('NOUN', 1, 'nsubj:pass'), word('VERB', -1, 'root'), word('NOUN', 1, 'obj')],
      [word('NOUN', 1, 'nsubj'), word('NOUN', -1, 'root'), word('NOUN', 0, 'obj')],
    )
    expect([score.share('upos'), score.share('uas'), score.share('las'), score.share('subtypes')]).toEqual([
      2 / 3,
      2 / 3,
      2 / 3,
      1 / 3,
    ])
  })
  it('gives F1 where words are cut otherwise', () => {
    const score = new ParseScore()
    const at = (key: string, headKey: string) => ({ ...word('NOUN', 0, 'obj'), key, headKey })
    score.addAligned([at('0 4', 'root'), at('4 9', '0 4')], [at('0 4', 'root'), at('4 6', '0 4'), at('6 9', '0 4')])
    expect(score.f1('upos')).toBeCloseTo(2 / 5)
  })
})
