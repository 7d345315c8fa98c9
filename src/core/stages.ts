/** Version of each stage's rules; raised when a stage would give another result for the same input. */
export const VERSIONS = { ingest: 1, extract: 1, dedupe: 1, annotate: 1, claim: 1, merge: 1, brief: 1 } as const
