import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import { verifyBriefing } from '../../src/brief/index.ts'
import { readCrisis } from '../../src/run/config.ts'
import { brief, openTools } from '../../src/pipeline.ts'
import { fromJson, toJson, toMarkdown } from '../../src/publish/index.ts'
import { expectGolden } from '../help/golden.ts'

const EXAMPLE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples', 'istanbul-2025')
const { inputs, topic } = readCrisis(join(EXAMPLE, 'dragoman.toml'))
const tools = openTools()

/** The page of a day with what changed since an earlier one, both from the reports of the example. */
async function since(day: string, asOf: string) {
  const { briefing } = await brief(inputs, topic, { asOf, since: day, tools })
  if (!briefing) throw new Error('the example gives no page')
  return briefing
}

const example = await since('2025-05-16', '2025-05-29')

test('what changed from 16 to 29 May', () => {
  const page = toMarkdown(example)
  const from = page.indexOf('## What changed')
  const section = page.slice(from, page.indexOf('\n## ', from + 1)).replace(/\[\^\d+\]/gu, '')
  expectGolden('istanbul-2025-changes.md', `${section.trimEnd()}\n`)
})

test('it follows from the reports, is the same twice, and is read back as written', async () => {
  expect(verifyBriefing(example, article => annotate(article, tools.language), tools.language)).toEqual([])
  expect(toJson(await since('2025-05-16', '2025-05-29'))).toBe(toJson(example))
  expect(toJson(fromJson(toJson(example)))).toBe(toJson(example))
})

test('a report behind a change is one that the earlier day did not know, where it is said to be', () => {
  const day = new Map(example.sources.map(source => [source.article, source.published?.value.slice(0, 10) ?? '']))
  for (const { basis, reports } of example.changes?.list ?? [])
    for (const article of reports) expect((day.get(article) ?? '') > '2025-05-16', article).toBe(basis === 'report')
})

test('an expectation whose day passed is told', async () => {
  const { changes } = await since('2025-05-14', '2025-05-16')
  expect(changes?.list.filter(({ was }) => was?.edtf === '2025-05-15').map(({ kind }) => kind)).toEqual(['overdue'])
})
