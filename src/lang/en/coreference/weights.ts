import { ModelFile } from '../../../learn/container.ts'

/** Pronouns that are weighed alike: he and she; it; they. */
export const PRONOUN_CLASSES = ['person', 'it', 'they'] as const
export type PronounClass = (typeof PRONOUN_CLASSES)[number]

/** Weights of the log-linear model of `pronouns.ts` by the name of the feature. */
export type PronounWeights = Readonly<Record<PronounClass, Record<string, number>>>

/** Opens models/en/pronouns.bin. */
export function openPronounWeights(): PronounWeights {
  return ModelFile.read('en/pronouns.bin').meta as PronounWeights
}
