export { claims } from './claim.ts'
export { type EventLexicon, eventLexicon } from './lexicon.ts'
