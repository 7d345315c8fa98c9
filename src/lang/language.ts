import type { Day } from '../core/day.ts'
import type { Annotation, Layers } from '../core/types.ts'

/** What reading a text needs to know beyond its words. */
export type Setting = {
  /** The day of publication, in the publisher's zone. */
  readonly day?: Day
  readonly dateline?: string
}

/**
 * What a language must give. Each function makes one layer from the text and the layers before it; the order is that of
 * the members. All are pure, linear in the length of the text, and give annotations in reading order.
 */
export type Language = {
  /** BCP 47. */
  readonly tag: string
  tokens(text: string): readonly Annotation<'token'>[]
  sentences(text: string, tokens: readonly Annotation<'token'>[]): readonly Annotation<'sentence'>[]
  quotes(text: string, before: Pick<Layers, 'token' | 'sentence'>): readonly Annotation<'quote'>[]
  times(
    text: string,
    before: Pick<Layers, 'token' | 'sentence' | 'quote'>,
    setting: Setting,
  ): readonly Annotation<'time'>[]
  names(text: string, before: Pick<Layers, 'token' | 'sentence'>, setting: Setting): readonly Annotation<'name'>[]
  places(
    text: string,
    before: Pick<Layers, 'token' | 'sentence' | 'name'>,
    setting: Setting,
  ): readonly Annotation<'place'>[]
  amounts(text: string, before: Pick<Layers, 'token' | 'sentence' | 'time'>): readonly Annotation<'amount'>[]
}
