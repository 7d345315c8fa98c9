import { type BriefSettings, briefing } from '../../src/brief/index.ts'
import type { Briefing } from '../../src/core/briefing.ts'
import type { Article, Doc } from '../../src/core/types.ts'
import { CRISIS } from './crisis.ts'
import { bareEnglish, materialOf, TOPIC } from './desk.ts'

export const SETTINGS: BriefSettings = {
  topic: TOPIC,
  asOf: '2025-05-29',
  language: bareEnglish,
  setAside: 0,
  notices: [],
}

/** The briefing of the made-up crisis. */
export function briefed(docs: readonly Doc[] = CRISIS): Briefing {
  const page = briefing(materialOf(docs), SETTINGS)
  if (!page) throw new Error('no briefing')
  return page
}

/** Reads an article again: the layers that were marked by hand. */
export function readAgain(article: Article): Doc {
  const doc = CRISIS.find(known => known.article.id === article.id)
  return {
    article,
    layers: doc?.layers ?? {
      sentence: [],
      token: [],
      name: [],
      time: [],
      place: [],
      amount: [],
      quote: [],
      mention: [],
    },
  }
}
