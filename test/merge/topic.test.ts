import { expect, test } from 'vitest'
import type { Topic } from '../../src/core/briefing.ts'
import { onTopic, topicOf } from '../../src/merge/topic.ts'
import { states } from '../help/claims.ts'
import { docOf, spanOf } from '../help/docs.ts'

const names = (words: string, ...labels: readonly (readonly [string, string])[]) =>
  labels.map(([label, country]) => ({
    span: spanOf(words, label),
    value: { type: 'PLACE' as const, label, country, actor: country },
    by: 'test/hand',
  }))

test('states of the topic must be named; with two of them the other words only rank', () => {
  const words = 'Russia Ukraine talks'
  expect(
    topicOf(words, names(words, ['Russia', 'RUS'], ['Ukraine', 'UKR']), ['russia', 'ukraine', 'talks'], new Set()),
  ).toEqual({
    words,
    actors: ['RUS', 'UKR'],
    any: [],
  })
})

test('with one state the other words are wanted too', () => {
  const words = 'the Ukraine aid'
  expect(topicOf(words, names(words, ['Ukraine', 'UKR']), ['the', 'ukraine', 'aid'], new Set(['the']))).toEqual({
    words,
    actors: ['UKR'],
    any: ['aid'],
  })
})

const war: Topic = { words: '', actors: ['RUS', 'UKR'], any: [] }
const aid: Topic = { words: '', actors: ['UKR'], any: ['aid'] }

test.each<[string, Topic, boolean, string]>([
  ['both named', war, true, 'Russia met Ukraine in Istanbul.'],
  ['one missing', war, false, 'Russia met Iran in Istanbul.'],
  ['state and word', aid, true, 'Ukraine gets aids of all kinds.'],
  ['word missing', aid, false, 'Ukraine gets snow.'],
])('%s', (_, topic, expected, text) => {
  const labels = [
    ['Russia', 'RUS'],
    ['Ukraine', 'UKR'],
    ['Iran', 'IRN'],
  ] as const
  expect(onTopic(docOf(text, states(...labels.filter(([label]) => text.includes(label)))), topic)).toBe(expected)
})

test('a long report that names a side in passing is about something else', () => {
  const filler = 'The town council met about the new school and the old bridge. '.repeat(20)
  const text = `${filler}Russia is far away, and so is Ukraine.`
  expect(onTopic(docOf(text, states(['Russia', 'RUS'], ['Ukraine', 'UKR'])), war)).toBe(false)
})
