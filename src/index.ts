export { annotate } from './annotate/index.ts'
export { changesBetween, type Fault, verifyBriefing, withChanges } from './brief/index.ts'
export type { Briefing, Change, Changes, Development, Part, Sentence, Source, Topic } from './core/briefing.ts'
export type {
  Annotation,
  Article,
  Claim,
  CodedEvent,
  Disagreement,
  Doc,
  Evidence,
  Lineage,
  Notice,
  Report,
} from './core/types.ts'
export { extract } from './extract/index.ts'
export { ingest } from './ingest/index.ts'
export { brief, briefDocs, openTools, type Result, type Tools } from './pipeline.ts'
export { FORMATS, type Format, fromJson, toHtml, toJson, toMarkdown } from './publish/index.ts'
