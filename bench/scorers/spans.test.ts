import { describe, expect, it } from 'vitest'
import { f1, SpanScore } from './spans.ts'

describe('SpanScore', () => {
  it('counts a span right only with its type and both ends', () => {
    const score = new SpanScore()
    score.add(
      [
        { key: '0 2', type: 'PERSON' },
        { key: '3 4', type: 'PLACE' },
        { key: '5 7', type: 'PLACE' },
      ],
      [
        { key: '0 2', type: 'PERSON' },
        { key: '3 4', type: 'ORGANISATION' },
        { key: '5 6', type: 'PLACE' },
        { key: '0 2', type: 'PERSON' },
      ],
    )
    expect(score.all).toEqual({ gold: 3, given: 3, right: 1 })
    expect(f1(score.all)).toBeCloseTo(1 / 3)
    expect(score.byType.get('PLACE')).toEqual({ gold: 2, given: 1, right: 0 })
    expect(score.byType.get('ORGANISATION')).toEqual({ gold: 0, given: 1, right: 0 })
  })

  it('gives 0 for nothing', () => {
    expect(f1(new SpanScore().all)).toBe(0)
  })
})
