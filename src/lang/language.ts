import type { Day } from '../core/day.ts'
import type { Annotation, Country, Layers, Notice } from '../core/types.ts'

/** What reading a text needs to know beyond its words. */
export type Setting = {
  /** The day of publication, in the publisher's zone. */
  readonly day?: Day
  readonly dateline?: string
}

/** Words by what they do in a sentence, in lower case. */
export type WordClasses = {
  /** Carry no topic. */
  readonly stop: ReadonlySet<string>
  /** At the start of a sentence they point outside of it: "he", "this", "both". */
  readonly pointing: ReadonlySet<string>
  readonly firstPerson: ReadonlySet<string>
  readonly thirdPerson: ReadonlySet<string>
  /** Those of the third person that stand for one person. */
  readonly personal: ReadonlySet<string>
  /** Phrases by which a text speaks of itself: "read more". */
  readonly selfReference: readonly string[]
}

/**
 * What a language must give. Each function makes one layer from the text and the layers before it; the order is that of
 * the members. All are pure, linear in the length of the text, and give annotations in reading order.
 */
export type Language = {
  /** BCP 47. */
  readonly tag: string
  readonly words: WordClasses
  /** What the reader of a page should know: a part that is missing here, so that less is found. */
  readonly notices?: readonly Notice[]
  /** The common name of a state, by its ISO 3166-1 alpha-3 code. */
  countryName(country: Country): string | undefined
  tokens(text: string): readonly Annotation<'token'>[]
  sentences(text: string, tokens: readonly Annotation<'token'>[]): readonly Annotation<'sentence'>[]
  /** The same tokens with part of speech, lemma and dependency. */
  syntax(text: string, before: Pick<Layers, 'token' | 'sentence'>): readonly Annotation<'token'>[]
  quotes(text: string, before: Pick<Layers, 'token' | 'sentence'>): readonly Annotation<'quote'>[]
  times(
    text: string,
    before: Pick<Layers, 'token' | 'sentence' | 'quote'>,
    setting: Setting,
  ): readonly Annotation<'time'>[]
  names(text: string, before: Pick<Layers, 'token' | 'sentence'>, setting: Setting): readonly Annotation<'name'>[]
  /** Which names, descriptions and pronouns stand for the same. */
  mentions(
    text: string,
    before: Pick<Layers, 'token' | 'sentence' | 'quote' | 'name'>,
  ): readonly Annotation<'mention'>[]
  places(
    text: string,
    before: Pick<Layers, 'token' | 'sentence' | 'name'>,
    setting: Setting,
  ): readonly Annotation<'place'>[]
  amounts(text: string, before: Pick<Layers, 'token' | 'sentence' | 'time'>): readonly Annotation<'amount'>[]
}
