import { expect, test } from 'vitest'
import type { DateBasis } from '../../src/core/briefing.ts'
import { writeBasis } from '../../src/publish/basis.ts'
import { at, fixture } from './fixture.ts'

const briefing = fixture()
const words = at('meridian-1', 'on Tuesday', 'time/wday')

function written(basis: DateBasis | undefined) {
  const [first] = briefing.developments
  if (!first) throw new Error('no entry')
  const { basis: _, ...bare } = first
  const when = { earliest: '2031-05-13', latest: '2031-05-13', precision: 'day', edtf: '2031-05-13' } as const
  return writeBasis(briefing, { ...bare, when, ...(basis ? { basis } : {}) })
}

test.each<[DateBasis | undefined, string | undefined]>([
  [{ kind: 'stated', anchor: 'none', at: words }, 'a day, stated: “on Tuesday”'],
  [
    { kind: 'stated', anchor: 'published', at: words },
    "a day, stated: “on Tuesday”, its year from the report's publication on 13 May 2031",
  ],
  [
    { kind: 'relative', anchor: 'published', at: words },
    "a day, from “on Tuesday” and the report's publication on 13 May 2031",
  ],
  [{ kind: 'relative', anchor: 'dateline', at: words }, "a day, from “on Tuesday” and the report's dateline"],
  [{ kind: 'relative', anchor: 'speech', at: words }, 'a day, from “on Tuesday” and the day it was said'],
  [{ kind: 'relative', anchor: 'mention', at: words }, 'a day, from “on Tuesday” and a date before it'],
  [
    { kind: 'published', anchor: 'published', at: words },
    "a day: that of the report's publication on 13 May 2031; its sentence gives none",
  ],
  [
    { kind: 'relative', anchor: 'speech', at: { ...words, article: 'none' } },
    'a day, from words not carried and the day it was said',
  ],
  [undefined, undefined],
])('%j', (basis, expected) => expect(written(basis)).toBe(expected))
