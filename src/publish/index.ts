import type { Briefing } from '../core/briefing.ts'
import { toHtml } from './html.ts'
import { toJson } from './json.ts'
import { toMarkdown } from './markdown.ts'

export { byKind, changeLabel, changesLine } from './changes.ts'
export { toHtml } from './html.ts'
export { changesJson, fromJson, toJson } from './json.ts'
export { CHANGES } from './kinds.ts'
export { type LayersArticle, layersArticle, layersPage } from './layers.ts'
export { toMarkdown } from './markdown.ts'

/** A file of a published briefing. */
export type PublishedFile = { readonly name: 'briefing.html' | 'briefing.md' | 'briefing.json'; readonly text: string }

/** The files a briefing is published as. */
export function files(briefing: Briefing): readonly PublishedFile[] {
  return [
    { name: 'briefing.html', text: toHtml(briefing) },
    { name: 'briefing.md', text: toMarkdown(briefing) },
    { name: 'briefing.json', text: toJson(briefing) },
  ]
}
