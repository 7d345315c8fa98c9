import { parseHTML } from 'linkedom'
import type { Briefing } from '../../src/core/briefing.ts'
import { NOTHING } from '../help/nothing.ts'
import { fixture } from './fixture.ts'

type Text = { readonly textContent: string | null }

/** The body of a page that holds a piece of HTML. */
export function bodyOf(markup: string) {
  return parseHTML(`<!doctype html><html><head></head><body>${markup}</body></html>`).document.body
}

/** The text of a node on one line. */
export function clean(node: Text | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/gu, ' ').trim()
}

export function texts(nodes: Iterable<Text>): readonly string[] {
  return [...nodes].map(clean)
}

/** A briefing with a headline and nothing else. */
export function bare(): Briefing {
  return { ...fixture(), ...NOTHING }
}
