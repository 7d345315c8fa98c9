import { expect, test } from 'vitest'
import { verifyBriefing } from '../../src/brief/index.ts'
import { brief } from '../../src/pipeline.ts'
import { fromJson, toJson, toMarkdown } from '../../src/publish/index.ts'
import { crisis, examplePage, readOnce, tools } from '../help/example.ts'
import { expectGolden } from '../help/golden.ts'

const example = await examplePage('2025-05-29', '2025-05-16')

test('what changed from 16 to 29 May', () => {
  const page = toMarkdown(example)
  const from = page.indexOf('## What changed')
  const section = page.slice(from, page.indexOf('\n## ', from + 1)).replace(/\[\^\d+\]/gu, '')
  expectGolden('istanbul-2025-changes.md', `${section.trimEnd()}\n`)
})

test('it follows from the reports, is the same twice, and is read back as written', async () => {
  expect(verifyBriefing(example, readOnce, tools.language)).toEqual([])
  const again = await brief(crisis.inputs, crisis.topic, { asOf: '2025-05-29', since: '2025-05-16', tools })
  expect(again.briefing && toJson(again.briefing)).toBe(toJson(example))
  expect(toJson(fromJson(toJson(example)))).toBe(toJson(example))
})

test('a report behind a change is one that the earlier day did not know, where it is said to be', () => {
  const day = new Map(example.sources.map(source => [source.article, source.published?.value.slice(0, 10) ?? '']))
  for (const { basis, reports } of example.changes?.list ?? [])
    for (const article of reports) expect((day.get(article) ?? '') > '2025-05-16', article).toBe(basis === 'report')
})

test('an expectation whose day passed is told', async () => {
  const { changes } = await examplePage('2025-05-16', '2025-05-14')
  expect(changes?.list.filter(({ was }) => was?.edtf === '2025-05-15').map(({ kind }) => kind)).toEqual(['overdue'])
})
