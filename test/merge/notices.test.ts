import { expect, test } from 'vitest'
import { byNotice, nothingBefore, nothingOnTopic, undated } from '../../src/merge/notices.ts'
import { docOf } from '../help/docs.ts'

const TOPIC = { words: 'Russia Ukraine', actors: ['RUS', 'UKR'], any: [] }

test('a report without any time is told, with its title; one that was fetched has a time', () => {
  const { published, ...rest } = docOf('Text.', {}, { title: 'Harbour notes' }).article
  const doc = (article: typeof rest) => ({ ...docOf('Text.'), article })
  const told = undated([doc(rest), doc({ ...rest, ...(published && { known: published }) }), docOf('Text.')])
  expect(told.map(({ code, message }) => [code, message.slice(0, 15)])).toEqual([['undated-report', '"Harbour notes"']])
})

test('what is wanted is said where nothing is found', () => {
  expect(nothingOnTopic(TOPIC, 3).message).toBe('none of 3 reports is about "Russia Ukraine" (must name RUS and UKR)')
  expect(nothingOnTopic({ ...TOPIC, actors: [] }, 3).message).toBe('none of 3 reports is about "Russia Ukraine"')
  expect(nothingBefore(TOPIC, '2025-05-01').message).toContain('no report on "Russia Ukraine" was known on 2025-05-01')
})

test('notices stand in one order, whatever order they came in', () => {
  const notice = (code: string, message: string, report?: string) => ({
    code,
    message,
    cure: '',
    ...(report && { report }),
  })
  const list = [notice('a', 'x'), notice('a', 'x', 'r'), notice('a', 'y'), notice('b', 'a')]
  expect([...list].reverse().sort(byNotice)).toEqual(list)
})
