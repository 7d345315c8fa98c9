/** Tense, number, person and the like of the tags that show them, as Universal Dependencies writes them. */
const BY_TAG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    VB: 'VerbForm=Inf',
    VBD: 'Mood=Ind|Tense=Past|VerbForm=Fin',
    VBG: 'VerbForm=Ger',
    VBN: 'Tense=Past|VerbForm=Part',
    VBP: 'Mood=Ind|Tense=Pres|VerbForm=Fin',
    VBZ: 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin',
    MD: 'VerbForm=Fin',
    NN: 'Number=Sing',
    NNP: 'Number=Sing',
    NNS: 'Number=Plur',
    NNPS: 'Number=Plur',
    JJR: 'Degree=Cmp',
    JJS: 'Degree=Sup',
    RBR: 'Degree=Cmp',
    RBS: 'Degree=Sup',
  }),
)

const PRONOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    i: 'Number=Sing|Person=1',
    me: 'Number=Sing|Person=1',
    my: 'Number=Sing|Person=1|Poss=Yes',
    we: 'Number=Plur|Person=1',
    us: 'Number=Plur|Person=1',
    our: 'Number=Plur|Person=1|Poss=Yes',
    you: 'Person=2',
    your: 'Person=2|Poss=Yes',
    he: 'Gender=Masc|Number=Sing|Person=3',
    him: 'Gender=Masc|Number=Sing|Person=3',
    his: 'Gender=Masc|Number=Sing|Person=3|Poss=Yes',
    she: 'Gender=Fem|Number=Sing|Person=3',
    her: 'Gender=Fem|Number=Sing|Person=3',
    it: 'Gender=Neut|Number=Sing|Person=3',
    its: 'Gender=Neut|Number=Sing|Person=3|Poss=Yes',
    they: 'Number=Plur|Person=3',
    them: 'Number=Plur|Person=3',
    their: 'Number=Plur|Person=3|Poss=Yes',
    this: 'Number=Sing|PronType=Dem',
    that: 'Number=Sing|PronType=Dem',
    these: 'Number=Plur|PronType=Dem',
    those: 'Number=Plur|PronType=Dem',
  }),
)

/** Features of a word in lower case with its Penn tag; empty when there is nothing to say. */
export function morphology(norm: string, xpos: string): string {
  if (xpos === 'PRP' || xpos === 'PRP$' || xpos === 'DT') return PRONOUNS.get(norm) ?? ''
  return BY_TAG.get(xpos) ?? ''
}
