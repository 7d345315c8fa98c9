import { expect, test } from 'vitest'
import type { NameType } from '../../../src/core/types.ts'
import { type CorefInput, type CorefWord, coreference, openCorefResources } from '../../../src/lang/en/coreference.ts'
import { milliseconds, timesAsLong } from '../../help/cpu.ts'

const resources = openCorefResources()
const NAME_TYPES: readonly NameType[] = ['PERSON', 'ORGANISATION', 'PLACE', 'GROUP', 'EVENT', 'WEAPON']

/**
 * Words as `form=lemma/UPOS/XPOS/head/relation/TYPE+id`, parted by blanks; heads count from 1, 0 is the root, a lemma is given
 * where it differs from the form.
 */
function inputOf(lines: readonly string[]): CorefInput {
  let text = ''
  const sentences = lines.map(line => ({
    words: line.split(' ').map((cell): CorefWord => {
      const [written = '', upos = '', xpos = '', head = '', relation = '', named = ''] = cell.split(/\/(?!$)/u)
      const [form = '', lemma = form] = written.split('=')
      const start = text.length
      text += `${form} `
      const type = NAME_TYPES.find(known => named.startsWith(known))
      const name = type && { name: { type, id: Number(named.slice(type.length)) } }
      const span = { start, end: start + form.length }
      return { ...span, text: form, lemma, upos, xpos, head: Number(head) - 1, relation, ...name }
    }),
  }))
  return { text, sentences }
}

/** Each chain as "mention reason | mention? reason"; "?" marks a guess. */
function show(input: CorefInput): readonly string[] {
  return coreference(input, resources).map(({ mentions }) =>
    mentions
      .map(({ start, end, reason, sure }) => `${input.text.slice(start, end)}${sure ? '' : '?'} ${reason}`)
      .join(' | '),
  )
}

test.each<readonly [string, readonly string[], readonly string[]]>([
  [
    'full name, then family name',
    [
      'Rustem/PROPN/NNP/3/nsubj/PERSON0 Umerov/PROPN/NNP/1/flat/PERSON0 met=meet/VERB/VBD/0/root the/DET/DT/5/det envoys=envoy/NOUN/NNS/3/obj ./PUNCT/./3/punct',
      'Umerov/PROPN/NNP/2/nsubj/PERSON1 left=leave/VERB/VBD/0/root early/ADV/RB/2/advmod ./PUNCT/./2/punct',
    ],
    ['Rustem Umerov coref/first | Umerov coref/family-name'],
  ],
  [
    'two of one family name: a guess',
    [
      'Bill/PROPN/NNP/3/nsubj/PERSON0 Clinton/PROPN/NNP/1/flat/PERSON0 met=meet/VERB/VBD/0/root Hillary/PROPN/NNP/5/compound/PERSON1 Clinton/PROPN/NNP/3/obj/PERSON1 ./PUNCT/./3/punct',
      'Clinton/PROPN/NNP/2/nsubj/PERSON2 left=leave/VERB/VBD/0/root early/ADV/RB/2/advmod ./PUNCT/./2/punct',
    ],
    ['Bill Clinton coref/first | Clinton? coref/family-name'],
  ],
  [
    'acronym in brackets',
    [
      'The=the/DET/DT/5/det International/ADJ/NNP/5/amod Atomic/ADJ/NNP/4/amod Energy/PROPN/NNP/5/compound Agency/PROPN/NNP/9/nsubj (/PUNCT/-LRB-/7/punct IAEA/PROPN/NNP/5/appos/ORGANISATION0 )/PUNCT/-RRB-/7/punct sent=send/VERB/VBD/0/root a/DET/DT/11/det team/NOUN/NN/9/obj ./PUNCT/./9/punct',
      'The=the/DET/DT/2/det IAEA/PROPN/NNP/3/nsubj/ORGANISATION1 found=find/VERB/VBD/0/root nothing/PRON/NN/3/obj ./PUNCT/./3/punct',
    ],
    ['The International Atomic Energy Agency coref/first | IAEA coref/acronym | The IAEA coref/same-name'],
  ],
  [
    'acronym later',
    [
      'The=the/DET/DT/3/det Security/PROPN/NNP/3/compound/ORGANISATION0 Service/PROPN/NNP/6/nsubj/ORGANISATION0 of/ADP/IN/5/case/ORGANISATION0 Ukraine/PROPN/NNP/3/nmod/ORGANISATION0 opened=open/VERB/VBD/0/root a/DET/DT/8/det case/NOUN/NN/6/obj ./PUNCT/./6/punct',
      'SBU/PROPN/NNP/2/compound/ORGANISATION1 agents=agent/NOUN/NNS/3/nsubj left=leave/VERB/VBD/0/root ./PUNCT/./3/punct',
    ],
    ['The Security Service of Ukraine coref/first | SBU coref/alias'],
  ],
  [
    'another name of a state',
    [
      'The=the/DET/DT/3/det United/ADJ/NNP/3/amod/PLACE0 States=State/PROPN/NNPS/4/nsubj/PLACE0 sent=send/VERB/VBD/0/root aid/ADV/RB/4/advmod ./PUNCT/./4/punct',
      'The=the/DET/DT/2/det U.S./PROPN/NNP/4/nsubj/PLACE1 will/AUX/MD/4/aux send/VERB/VB/0/root more/ADJ/JJR/4/obj ./PUNCT/./4/punct',
    ],
    ['The United States coref/first | The U.S. coref/alias'],
  ],
  [
    'a capital that acts is its state',
    [
      'Ukraine/PROPN/NNP/2/nsubj/PLACE0 proposed=propose/VERB/VBD/0/root a/DET/DT/4/det truce/NOUN/NN/2/obj ./PUNCT/./2/punct',
      'Kyiv/PROPN/NNP/2/nsubj/PLACE1 said=say/VERB/VBD/0/root nothing/PRON/NN/2/obj more/ADJ/JJR/3/advmod ./PUNCT/./2/punct',
    ],
    ['Ukraine coref/first | Kyiv coref/capital-government'],
  ],
  [
    'a capital as a place is not',
    [
      'Ukraine/PROPN/NNP/2/nsubj/PLACE0 proposed=propose/VERB/VBD/0/root a/DET/DT/4/det truce/NOUN/NN/2/obj ./PUNCT/./2/punct',
      'Rockets=rocket/NOUN/NNS/2/nsubj hit/VERB/VBD/0/root Kyiv/PROPN/NNP/2/obj/PLACE1 on/ADP/IN/5/case Friday/PROPN/NNP/2/obl ./PUNCT/./2/punct',
    ],
    [],
  ],
  [
    'a people is not its state',
    [
      'Russia/PROPN/NNP/2/nsubj/PLACE0 attacked=attack/VERB/VBD/0/root ./PUNCT/./2/punct',
      'The=the/DET/DT/2/det Russians=Russian/PROPN/NNPS/3/nsubj/PERSON1 lost=lose/VERB/VBD/0/root two/NUM/CD/5/nummod ships=ship/NOUN/NNS/3/obj ./PUNCT/./3/punct',
    ],
    [],
  ],
  [
    'apposition',
    [
      'Rustem/PROPN/NNP/8/nsubj/PERSON0 Umerov/PROPN/NNP/1/flat/PERSON0 ,/PUNCT/,/6/punct the/DET/DT/6/det defence/NOUN/NN/6/compound minister/NOUN/NN/1/appos ,/PUNCT/,/1/punct arrived=arrive/VERB/VBD/0/root in/ADP/IN/10/case Istanbul/PROPN/NNP/8/obl/PLACE1 ./PUNCT/./8/punct',
    ],
    ['Rustem Umerov coref/first | the defence minister coref/apposition'],
  ],
  [
    'a place after a place is no apposition',
    [
      'They=they/PRON/PRP/2/nsubj met=meet/VERB/VBD/0/root in/ADP/IN/4/case Kyiv/PROPN/NNP/2/obl/PLACE0 ,/PUNCT/,/6/punct Ukraine/PROPN/NNP/4/nmod:unmarked/PLACE1 ./PUNCT/./2/punct',
    ],
    [],
  ],
  [
    'predicate',
    [
      'Rustem/PROPN/NNP/6/nsubj/PERSON0 Umerov/PROPN/NNP/1/flat/PERSON0 is=be/AUX/VBZ/6/cop the/DET/DT/6/det defence/NOUN/NN/6/compound minister/NOUN/NN/0/root ./PUNCT/./6/punct',
    ],
    ['Rustem Umerov coref/first | the defence minister coref/predicate'],
  ],
  [
    'no predicate where denied',
    [
      'Rustem/PROPN/NNP/7/nsubj/PERSON0 Umerov/PROPN/NNP/1/flat/PERSON0 is=be/AUX/VBZ/7/cop not/PART/RB/7/advmod the/DET/DT/7/det defence/NOUN/NN/7/compound minister/NOUN/NN/0/root ./PUNCT/./7/punct',
    ],
    [],
  ],
  [
    'title, then office',
    [
      'Defence/PROPN/NNP/2/nmod:desc Minister/PROPN/NNP/3/nmod:desc Rustem/PROPN/NNP/5/nsubj/PERSON0 Umerov/PROPN/NNP/3/flat/PERSON0 arrived=arrive/VERB/VBD/0/root ./PUNCT/./5/punct',
      'The=the/DET/DT/2/det minister/NOUN/NN/3/nsubj spoke=speak/VERB/VBD/0/root briefly/ADV/RB/3/advmod ./PUNCT/./3/punct',
    ],
    ['Defence Minister Rustem Umerov coref/first | The minister coref/title'],
  ],
  [
    'the same head',
    [
      'Russia/PROPN/NNP/2/nsubj/PLACE0 sent=send/VERB/VBD/0/root a/DET/DT/4/det memorandum/NOUN/NN/2/obj on/ADP/IN/6/case peace/NOUN/NN/4/nmod ./PUNCT/./2/punct',
      'The=the/DET/DT/2/det memorandum/NOUN/NN/3/nsubj has=have/VERB/VBZ/0/root three/NUM/CD/5/nummod parts=part/NOUN/NNS/3/obj ./PUNCT/./3/punct',
    ],
    ['a memorandum on peace coref/first | The memorandum coref/same-head'],
  ],
  [
    'another modifier is another thing',
    [
      'The=the/DET/DT/3/det first/ADJ/JJ/3/amod round/NOUN/NN/4/nsubj ended=end/VERB/VBD/0/root in/ADP/IN/6/case May/PROPN/NNP/4/obl ./PUNCT/./4/punct',
      'The=the/DET/DT/3/det second/ADJ/JJ/3/amod round/NOUN/NN/4/nsubj began=begin/VERB/VBD/0/root in/ADP/IN/6/case June/PROPN/NNP/4/obl ./PUNCT/./4/punct',
    ],
    [],
  ],
  [
    'two that fit: a guess',
    [
      'A=a/DET/DT/3/det Russian/ADJ/JJ/3/amod/GROUP0 memorandum/NOUN/NN/4/nsubj came=come/VERB/VBD/0/root first/ADV/RB/4/advmod ./PUNCT/./4/punct',
      'A=a/DET/DT/3/det Ukrainian/ADJ/JJ/3/amod/GROUP1 memorandum/NOUN/NN/4/nsubj followed=follow/VERB/VBN/0/root ./PUNCT/./4/punct',
      'The=the/DET/DT/2/det memorandum/NOUN/NN/4/nsubj was=be/AUX/VBD/4/cop long/ADJ/JJ/0/root ./PUNCT/./4/punct',
    ],
    ['A Ukrainian memorandum coref/first | The memorandum? coref/same-head'],
  ],
  [
    'last word of a name',
    [
      'The=the/DET/DT/3/det Defence/PROPN/NNP/3/compound/ORGANISATION0 Ministry/PROPN/NNP/4/nsubj/ORGANISATION0 denied=deny/VERB/VBD/0/root it/PRON/PRP/4/obj ./PUNCT/./4/punct',
      'The=the/DET/DT/2/det ministry/NOUN/NN/3/nsubj gave=give/VERB/VBD/0/root no/DET/DT/5/det reason/NOUN/NN/3/obj ./PUNCT/./3/punct',
    ],
    ['The Defence Ministry coref/first | The ministry coref/name-head'],
  ],
  [
    'he: the subject',
    [
      'Vladimir/PROPN/NNP/3/nsubj/PERSON0 Medinsky/PROPN/NNP/1/flat/PERSON0 led=lead/VERB/VBD/0/root the/DET/DT/5/det team/NOUN/NN/3/obj ./PUNCT/./3/punct',
      'He=he/PRON/PRP/2/nsubj praised=praise/VERB/VBD/0/root the/DET/DT/4/det talks=talk/NOUN/NNS/2/obj ./PUNCT/./2/punct',
    ],
    ['Vladimir Medinsky coref/first | He coref/pronoun-subject'],
  ],
  [
    'she is no man',
    [
      'Vladimir/PROPN/NNP/2/nmod:desc/PERSON0 Putin/PROPN/NNP/3/nsubj/PERSON0 met=meet/VERB/VBD/0/root Angela/PROPN/NNP/3/obj/PERSON1 Merkel/PROPN/NNP/4/flat/PERSON1 ./PUNCT/./3/punct',
      'She=she/PRON/PRP/2/nsubj praised=praise/VERB/VBD/0/root the/DET/DT/4/det talks=talk/NOUN/NNS/2/obj ./PUNCT/./2/punct',
    ],
    ['Angela Merkel coref/first | She coref/pronoun-other'],
  ],
  [
    'they: the delegates',
    [
      'The=the/DET/DT/2/det delegates=delegate/NOUN/NNS/3/nsubj met=meet/VERB/VBD/0/root in/ADP/IN/5/case Istanbul/PROPN/NNP/3/obl/PLACE0 ./PUNCT/./3/punct',
      'They=they/PRON/PRP/2/nsubj agreed=agree/VERB/VBD/0/root on/ADP/IN/5/case a/DET/DT/5/det swap/NOUN/NN/2/obl ./PUNCT/./2/punct',
    ],
    ['The delegates coref/first | They coref/pronoun-subject'],
  ],
  [
    'they: two people',
    [
      'Hakan/PROPN/NNP/6/nsubj/PERSON0 Fidan/PROPN/NNP/1/flat/PERSON0 and/CCONJ/CC/4/cc Marco/PROPN/NNP/1/conj/PERSON1 Rubio/PROPN/NNP/4/flat/PERSON1 met=meet/VERB/VBD/0/root on/ADP/IN/8/case Friday/PROPN/NNP/6/obl ./PUNCT/./6/punct',
      'They=they/PRON/PRP/2/nsubj discussed=discuss/VERB/VBD/0/root the/DET/DT/4/det war/NOUN/NN/2/obj ./PUNCT/./2/punct',
    ],
    ['Hakan Fidan and Marco Rubio coref/first | They? coref/pronoun-subject'],
  ],
  [
    'him is not the subject of his verb',
    [
      'Vladimir/PROPN/NNP/2/nmod:desc/PERSON0 Putin/PROPN/NNP/3/nsubj/PERSON0 called=call/VERB/VBD/0/root Donald/PROPN/NNP/3/obj/PERSON1 Trump/PROPN/NNP/4/flat/PERSON1 ./PUNCT/./3/punct',
      'Putin/PROPN/NNP/2/nsubj/PERSON2 thanked=thank/VERB/VBD/0/root him=he/PRON/PRP/2/obj ./PUNCT/./2/punct',
    ],
    ['Vladimir Putin coref/first | Putin coref/family-name', 'Donald Trump coref/first | him coref/pronoun-other'],
  ],
  [
    'himself is',
    [
      'Vladimir/PROPN/NNP/3/nsubj/PERSON0 Putin/PROPN/NNP/1/flat/PERSON0 defended=defend/VERB/VBD/0/root himself/PRON/PRP/3/obj ./PUNCT/./3/punct',
    ],
    ['Vladimir Putin coref/first | himself coref/pronoun-reflexive'],
  ],
  [
    'its: the subject of the clause',
    [
      'Russia/PROPN/NNP/2/nsubj/PLACE0 defended=defend/VERB/VBD/0/root its/PRON/PRP$/4/nmod:poss terms=term/NOUN/NNS/2/obj ./PUNCT/./2/punct',
    ],
    ['Russia coref/first | its coref/pronoun-subject'],
  ],
  [
    'it stands for nothing',
    [
      'The=the/DET/DT/2/det ministry/NOUN/NN/3/nsubj met=meet/VERB/VBD/0/root ./PUNCT/./3/punct',
      'It=it/PRON/PRP/3/expl is=be/AUX/VBZ/3/cop clear/ADJ/JJ/0/root that/SCONJ/IN/7/mark talks=talk/NOUN/NNS/7/nsubj will/AUX/MD/7/aux fail/VERB/VB/3/csubj ./PUNCT/./3/punct',
    ],
    [],
  ],
  [
    'I in a quotation: the speaker',
    [
      '"/PUNCT/``/5/punct I/PRON/PRP/5/nsubj will/AUX/MD/5/aux not/PART/RB/5/advmod sign/VERB/VB/14/ccomp the/DET/DT/7/det paper/NOUN/NN/5/obj in/ADP/IN/9/case May/PROPN/NNP/5/obl ,/PUNCT/,/5/punct "/PUNCT/``/5/punct Vladimir/PROPN/NNP/13/nmod:desc/PERSON0 Putin/PROPN/NNP/14/nsubj/PERSON0 said=say/VERB/VBD/0/root ./PUNCT/./14/punct',
    ],
    ['I? coref/speaker | Vladimir Putin coref/joined'],
  ],
  [
    'the same owner',
    [
      'Ukraine/PROPN/NNP/2/nsubj/PLACE0 named=name/VERB/VBN/0/root its/PRON/PRP$/4/nmod:poss delegation/NOUN/NN/2/obj ./PUNCT/./2/punct',
      'Its=its/PRON/PRP$/2/nmod:poss delegation/NOUN/NN/3/nsubj left=leave/VERB/VBD/0/root on/ADP/IN/5/case Sunday/PROPN/NNP/3/obl ./PUNCT/./3/punct',
    ],
    [
      'Ukraine coref/first | its coref/pronoun-subject | Its coref/pronoun-again',
      'its delegation coref/first | Its delegation? coref/same-owner',
    ],
  ],
])('%s', (_, lines, chains) => {
  expect(show(inputOf(lines))).toEqual(chains)
})

const SPEECH = [
  'I/PRON/PRP/2/nsubj agree/VERB/VBP/0/root ,/PUNCT/,/2/punct Putin/PROPN/NNP/5/nsubj/PERSON0 said=say/VERB/VBD/2/parataxis ./PUNCT/./2/punct',
  'My=my/PRON/PRP$/2/nmod:poss view/NOUN/NN/4/nsubj is=be/AUX/VBZ/4/cop clear/ADJ/JJ/0/root ./PUNCT/./4/punct',
]

test('the speaker of a quotation is "I" in it', () => {
  const input = inputOf(SPEECH)
  const at = (word: string) => {
    const start = input.text.indexOf(word)
    return { start, end: start + word.length }
  }
  const quotes = [
    { ...at('I agree'), speaker: at('Putin') },
    { ...at('My view is clear'), speaker: at('Putin') },
  ]
  expect(show({ ...input, quotes })).toEqual(['I coref/speaker | Putin coref/joined | My coref/speaker'])
})

test('quotations without a speaker stay apart', () => {
  const input = inputOf(SPEECH)
  const end = input.text.indexOf('My')
  const quotes = [
    { start: 0, end: 7 },
    { start: end, end: input.text.length },
  ]
  expect(show({ ...input, quotes })).toEqual([])
})

test('two who talk with each other: "you" is the other one, a guess', () => {
  const [first = [], second = []] = inputOf([
    'I/PRON/PRP/2/nsubj agree/VERB/VBP/0/root',
    'You=you/PRON/PRP/2/nsubj agree/VERB/VBP/0/root',
  ]).sentences.map(({ words }) => words)
  const sentences = [
    { words: first, speaker: 'Anna' },
    { words: second, speaker: 'Bela' },
  ]
  expect(show({ text: 'I agree You agree ', sentences })).toEqual(['I coref/first | You? coref/second-person'])
})

test('the head of a mention is where its head word begins', () => {
  const input = inputOf([
    'The=the/DET/DT/3/det new/ADJ/JJ/3/amod ministry/NOUN/NN/4/nsubj met=meet/VERB/VBD/0/root',
    'The=the/DET/DT/3/det new/ADJ/JJ/3/amod ministry/NOUN/NN/4/nsubj left=leave/VERB/VBD/0/root',
  ])
  const [chain] = coreference(input, resources)
  expect(chain?.mentions.map(({ start, head }) => head - start)).toEqual([8, 8])
})

test('a text without words has no chains', () => {
  expect(coreference({ text: '', sentences: [] }, resources)).toEqual([])
  expect(coreference({ text: '', sentences: [{ words: [] }] }, resources)).toEqual([])
})

test('a head outside of the sentence or in a circle does no harm', () => {
  const input = inputOf(['Kyiv/PROPN/NNP/2/nsubj/PLACE0 said=say/VERB/VBD/1/root it/PRON/PRP/99/obj'])
  expect(show(input)).toEqual(['Kyiv coref/first | it coref/pronoun-subject'])
})

test('long texts take time in line with their length', () => {
  const line =
    'Umerov/PROPN/NNP/2/nsubj/PERSON0 praised=praise/VERB/VBD/0/root his/PRON/PRP$/4/nmod:poss team/NOUN/NN/2/obj'
  const time = (sentences: number) => {
    const input = inputOf(Array.from({ length: sentences }, () => line))
    return milliseconds(() => coreference(input, resources))
  }
  expect(timesAsLong(time, { small: 200, large: 2000, least: 10, limit: 40 })).toBeLessThan(40)
})
