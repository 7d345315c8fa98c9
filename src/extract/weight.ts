import { indexOfIgnoringCase } from './scan.ts'

/** Elements that hold nothing, those of drawings too. */
const VOID =
  /^(?:animate|circle|ellipse|image|line|path|polygon|polyline|rect|stop|use|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/u
/** Elements whose end tag may be left out; they do not nest in themselves. */
const LOOSE = /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup|rp|rt)$/u
/** Elements whose content is no markup. */
const RAW = /^(?:script|style|textarea|title|noscript)$/u
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])/gu

export type Weight = {
  readonly depth: number
  readonly tags: number
  /** Characters outside of scripts and styles. */
  readonly length: number
}

/** A page has at most so many `<` for each start tag; more are as heavy for a reader as tags. */
const SIGNS = 4

function signsIn(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count++
  return count
}

/** How deep a page nests and how many start tags it has, counted without building its tree: linear in its length. */
export function weigh(html: string): Weight {
  let depth = 0
  let deepest = 0
  let tags = 0
  let length = html.length
  const tag = new RegExp(TAG)
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    const [, slash, written = ''] = found
    const name = written.toLowerCase()
    if (!slash && RAW.test(name)) {
      const close = indexOfIgnoringCase(html, `</${name}`, tag.lastIndex)
      if (close === -1) break
      length -= close - tag.lastIndex
      tag.lastIndex = close + name.length + 2
    } else if (slash) depth = VOID.test(name) || LOOSE.test(name) ? depth : Math.max(0, depth - 1)
    else {
      tags++
      if (!VOID.test(name) && !LOOSE.test(name)) depth++
      deepest = Math.max(deepest, depth)
    }
  }
  return { depth: deepest, tags: Math.max(tags, Math.floor(signsIn(html) / SIGNS)), length }
}
