import { expect, test } from 'vitest'
import { ActorScore, precision, recall } from './actors.ts'

const at = (start: number, end: number, id: string | null, kind = 'state') => ({ span: { start, end }, id, kind })
const link = (start: number, end: number, id: string) => ({ span: { start, end }, id })

test('a link is right on a mention with its id, once', () => {
  const score = new ActorScore()
  score.add([at(0, 6, 'RUS'), at(10, 20, 'UKR')], [link(0, 6, 'RUS'), link(2, 4, 'RUS'), link(12, 14, 'UKR')])
  expect(score.all).toEqual({ gold: 2, given: 3, right: 2 })
})

test('links on nothing, on another, or on who must stay unlinked are wrong', () => {
  const score = new ActorScore()
  score.add(
    [at(0, 6, 'RUS'), at(10, 17, null, 'nobody')],
    [link(0, 6, 'BLR'), link(10, 17, 'REUTERS'), link(20, 25, 'UKR')],
  )
  expect(score.all).toEqual({ gold: 1, given: 3, right: 0 })
  expect(score.byKind.get('nobody')).toEqual({ gold: 0, given: 1, right: 0 })
  expect(score.byKind.get('nothing')?.given).toBe(1)
  expect([precision(score.all), recall(score.all)]).toEqual([0, 0])
})
