export { knownAt, knownBy, newestDay } from './asof.ts'
export { findDisagreements } from './disagreements.ts'
export { type MergeContext, mergeClaims } from './events.ts'
export { holdsWanted, onTopic, topicOf } from './topic.ts'
