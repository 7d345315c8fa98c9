export { type BriefSettings, briefing } from './brief.ts'
export type { Material } from './material.ts'
export { everySentence } from './sentences.ts'
export { articleOf, type Fault, verifyBriefing } from './verify.ts'
