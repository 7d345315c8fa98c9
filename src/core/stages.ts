/** Version of each stage's rules; raised when a stage would give another result for the same input. */
export const VERSIONS = { ingest: 1, extract: 1, dedupe: 1, annotate: 3, claim: 4, merge: 1, brief: 4 } as const
