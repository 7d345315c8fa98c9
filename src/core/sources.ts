/** What an address that is watched gives. */
export const SOURCE_KINDS = ['feed', 'sitemap', 'page', 'folder', 'opml'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export function isSourceKind(word: string | undefined): word is SourceKind {
  return SOURCE_KINDS.some(kind => kind === word)
}
