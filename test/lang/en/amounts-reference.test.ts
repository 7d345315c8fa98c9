import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSources } from '../../../scripts/sources.ts'
import { annotate } from '../../../src/annotate/index.ts'
import type { AmountValue } from '../../../src/core/types.ts'
import { english } from '../../../src/lang/en/index.ts'
import { articleOf } from '../../help/read.ts'
import { type AmountRule, RULES } from './amounts-rules.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const PAGE = join(ROOT, 'docs', 'reference', 'amounts.md')
const whole = english('all')

const BOUNDS = { exact: '', least: 'at least ', most: 'up to ', about: 'about ' } as const

function describe({ kind, value, upper, bound, unit, per }: AmountValue): string {
  const range = upper === undefined ? '' : `–${upper}`
  return `${kind} ${BOUNDS[bound]}${value}${range} ${unit}${per === undefined ? '' : ` per ${per}`}`.trim()
}

function read(text: string) {
  return annotate(articleOf(text), whole).layers.amount.map(({ span, value, by }) => ({
    by,
    text: `${describe(value)}: ${text.slice(span.start, span.end)}`,
  }))
}

const cell = (text: string) => text.replaceAll('|', '\\|')

function section({ id, says, examples, not }: AmountRule): string {
  const rows = examples.map(([text, ...amounts]) => `| ${cell(text)} | ${amounts.map(cell).join('<br>')} |`)
  const none = not.map(text => `- ${text}`)
  return [
    `## ${id}`,
    '',
    says,
    '',
    '| text | amounts |',
    '|---|---|',
    ...rows,
    '',
    'Reads nothing in:',
    '',
    ...none,
    '',
  ].join('\n')
}

/** The reference page, as the rules and their examples say. */
function page(): string {
  const head = `# Amounts

Every rule by which an amount is read, with examples that are run as tests. An amount is written here as its kind, bound, value or
range, unit and words. The words of the rules are tables, see [data.md](data.md). This page is made from
\`test/lang/en/amounts-rules.ts\`; \`UPDATE=1 npm test\` writes it anew.
`
  return [head, ...RULES.map(section)].join('\n')
}

test.each(RULES.flatMap(rule => rule.examples.map(([text, ...amounts]) => [rule.id, text, amounts] as const)))(
  '%s: %s',
  (id, text, amounts) => {
    const found = read(text)
    expect(found.map(one => one.text)).toEqual(amounts)
    expect(found.map(one => one.by)).toContain(id)
  },
)

test.each(RULES.flatMap(rule => rule.not.map(text => [rule.id, text] as const)))('not %s: %s', (id, text) => {
  expect(read(text).filter(one => one.by === id)).toEqual([])
})

test('every rule that an amount can name is in the list', () => {
  const sources = readSources(ROOT, ['src/lang/en']).filter(({ path }) => path.includes('amounts'))
  const named = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/'(amount\/[a-z]+)'/gu)].map(match => match[1])),
  )
  expect([...named].sort()).toEqual(RULES.map(rule => rule.id).sort())
})

test('the page of the reference is as the rules say', () => {
  const made = page()
  if (process.env.UPDATE === '1') writeFileSync(PAGE, made)
  expect(readFileSync(PAGE, 'utf8')).toBe(made)
})
