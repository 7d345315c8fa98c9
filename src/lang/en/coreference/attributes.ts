import type { CorefResources } from './resources.ts'
import { ANY_FIT, type CorefWord, FIT, type GrammaticalNumber, type Mention, type Pronoun } from './types.ts'

type Base = Pick<Mention, 'kind' | 'lemma' | 'titles' | 'role'> & Pick<Partial<Mention>, 'name' | 'pronoun'>

export function numberOf(word: CorefWord, { pronoun, name }: Base): GrammaticalNumber {
  if (pronoun) return pronoun.number
  if (name?.type === 'PERSON') return 'singular'
  if (word.xpos === 'NNS' || word.xpos === 'NNPS') return 'plural'
  return 'singular'
}

/** Which third-person pronouns can stand for a mention. */
export function fitsOf(base: Base, number: GrammaticalNumber, word: CorefWord, resources: CorefResources): number {
  if (base.pronoun) return pronounFits(base.pronoun)
  if (base.name) return nameFits(base, number, resources)
  const noun = resources.nouns.get(base.lemma) ?? resources.nouns.get(lastPart(base.lemma))
  if (noun?.kind === 'time' || word.upos === 'NUM') return 0
  if (number === 'plural' || noun?.kind === 'people') return FIT.they
  if (noun?.kind === 'person') return byGender(noun.gender)
  if (noun?.kind === 'group' || noun?.kind === 'state') return FIT.it | FIT.they
  if (noun?.kind === 'place') return FIT.it
  if (word.upos === 'PROPN') return properFits(word, resources)
  return /(?:man|woman|ist|ian)$/u.test(base.lemma) ? FIT.he | FIT.she : FIT.it
}

function lastPart(lemma: string): string {
  return lemma.slice(lemma.lastIndexOf('-') + 1)
}

function pronounFits({ person, gender, number, kind }: Pronoun): number {
  if (person !== 3 || kind === 'demonstrative') return 0
  if (number === 'plural') return FIT.they
  return gender === 'masculine' ? FIT.he : gender === 'feminine' ? FIT.she : FIT.it
}

function nameFits({ name, titles }: Base, number: GrammaticalNumber, { given, nouns }: CorefResources): number {
  if (name?.type === 'PERSON') {
    const titled = titles.map(title => nouns.get(title)?.gender ?? '').find(gender => gender !== '')
    return byGender(titled ?? genderOfTitle(titles) ?? given.get(name.words[0] ?? '') ?? '')
  }
  if (name?.type === 'GROUP') return number === 'plural' ? FIT.they : FIT.it | FIT.they
  if (name?.type === 'ORGANISATION') return FIT.it | FIT.they
  return FIT.it
}

function genderOfTitle(titles: readonly string[]): string | undefined {
  const title = titles.find(word => /^(?:mr|mrs|ms|miss|sir)\.?$/u.test(word))
  if (title === undefined) return undefined
  return /^(?:mr|sir)/u.test(title) ? 'masculine' : 'feminine'
}

function properFits({ text }: CorefWord, { given }: CorefResources): number {
  const gender = given.get(text)
  return gender === undefined ? ANY_FIT : byGender(gender)
}

function byGender(gender: string): number {
  return gender === 'masculine' ? FIT.he : gender === 'feminine' ? FIT.she : FIT.he | FIT.she
}
