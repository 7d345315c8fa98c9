/** Most bytes of one upload. */
export const MOST_UPLOAD = 32 * 1024 * 1024

/** What a document is called whose type says what it is; where it does not, its content tells. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/x-ndjson', '.jsonl'],
  ['application/jsonl', '.jsonl'],
  ['application/json', '.json'],
  ['application/feed+json', '.json'],
  ['text/html', '.html'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
  ['application/xml', '.xml'],
  ['text/xml', '.xml'],
  ['application/rss+xml', '.xml'],
  ['application/atom+xml', '.xml'],
  ['message/rfc822', '.eml'],
  ['application/zip', '.zip'],
  ['application/gzip', '.gz'],
  ['application/octet-stream', ''],
])

export const UPLOAD_TYPES: readonly string[] = [...ENDINGS.keys()]

/** The name its notices have; nothing that was sent goes into it. */
export function nameOf(type: string): string {
  return `upload${ENDINGS.get(type) ?? ''}`
}
