import type { Briefing } from '../../src/core/briefing.ts'

/** The sections of a briefing that has nothing to say. */
export const NOTHING = {
  lead: [],
  background: [],
  developments: [],
  where: [],
  places: [],
  statements: [],
  disagreements: [],
  related: [],
  sources: [],
  notices: [],
} as const satisfies Partial<Briefing>
