import { expect, test } from 'vitest'
import type { Claim, CodedEvent } from '../../../src/core/types.ts'
import { statementRows } from '../../../src/serve/views/statements-rows.ts'
import { fixture } from '../../publish/fixture.ts'

const [first, second, third] = fixture().sources.map(({ article }) => article)
/** The first two reports have one origin. */
const briefing = {
  ...fixture(),
  statements: [],
  sources: fixture().sources.map((source, i) => ({ ...source, lineage: i < 2 ? 'wire' : `own-${i}` })),
}

function claim(article = '', start = 0, length = 50): Claim {
  const speaker = { id: 'EST', label: 'Estmar', kind: 'state', country: 'EST' } as const
  const span = { start, end: start + length }
  return {
    id: `${article}-${start}`,
    article,
    type: 'CONSULT',
    flags: { negated: false, future: false, hypothetical: false, past: false },
    amounts: [],
    saidBy: speaker,
    trigger: span,
    sentence: span,
    evidence: [{ article, span, by: 'claim/said' }],
  }
}

function rowsOf(...claims: readonly [Claim, ...Claim[]]): readonly string[] {
  const [{ id, type, flags }] = claims
  const event: CodedEvent = {
    id,
    type,
    flags,
    source: [],
    target: [],
    when: [],
    where: [],
    amounts: [],
    claims,
    lineages: 1,
  }
  return statementRows(briefing, [event], ({ label }) => label).map(({ at }) => `${at.article} ${at.span.start}`)
}

test('a sentence that two verbs claim stands once', () => {
  expect(rowsOf(claim(first), claim(first))).toEqual([`${first} 0`])
})
test('what a copy repeats stands once, also moved', () => {
  expect(rowsOf(claim(first), claim(second, 7))).toEqual([`${first} 0`])
})
test('another origin that says the same stands beside it', () => {
  expect(rowsOf(claim(first), claim(third))).toEqual([`${first} 0`, `${third} 0`])
})
test('two sentences of one report are two, also where they are as long', () => {
  expect(rowsOf(claim(first), claim(first, 60), claim(second, 3), claim(second, 64))).toEqual([
    `${first} 0`,
    `${first} 60`,
  ])
})
