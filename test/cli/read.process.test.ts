import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters, styleText } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { CliError } from '../../src/cli/errors.ts'
import { legend, readCommand, show, type View } from '../../src/cli/read.ts'
import type { Span } from '../../src/core/span.ts'
import type { Annotation, Article, Doc, Kinds } from '../../src/core/types.ts'
import { command } from '../help/command.ts'

const TEXT = 'Ann Lee told the BBC on Monday: "Oslo is full." It rained.'

function note<K extends keyof Kinds>(words: string, value: Kinds[K]): Annotation<K> {
  const start = TEXT.indexOf(words)
  return { span: { start, end: start + words.length }, value, by: 'test/rule' }
}

const said: Span = { start: TEXT.indexOf('"'), end: TEXT.lastIndexOf('"') + 1 }
const article: Article = {
  id: 'a',
  report: 'r',
  publisher: 'Gazette',
  lang: 'en',
  title: 'Full\u001b[31m house',
  text: TEXT,
  related: [],
  promoted: [],
}
const doc: Doc = {
  article,
  layers: {
    sentence: [
      note(TEXT.slice(0, said.end), { kind: 'sentence', paragraph: 0 }),
      note('It rained.', { kind: 'sentence', paragraph: 0 }),
    ],
    token: [],
    name: [
      note('Ann Lee', { type: 'PERSON', label: 'Ann Lee' }),
      note('the BBC', { type: 'ORGANISATION', label: 'BBC', described: true }),
      note('Oslo', { type: 'PLACE', label: 'Oslo' }),
    ],
    time: [note('on Monday', { type: 'DATE', value: '2031-05-12', anchor: 'none', certainty: 'stated' })],
    place: [note('Oslo', { label: 'Oslo', kind: 'city', latitude: 60, longitude: 11, precision: 'town', id: 'x' })],
    amount: [],
    mention: [],
    quote: [
      {
        span: said,
        value: { kind: 'direct', content: said, speaker: { start: 0, end: 7 } },
        by: 'test/rule',
      },
    ],
  },
}
const claim = {
  id: 'c',
  article: 'a',
  type: 'CONSULT',
  flags: { negated: true, future: false, hypothetical: false, past: false },
  amounts: [],
  trigger: { start: 8, end: 12 },
  sentence: { start: 0, end: said.end },
  evidence: [{ article: 'a', span: { start: 0, end: said.end }, by: 'claim/x' }],
} as const

const colours: View = { paint: (style, text) => styleText(style, text, { validateStream: false }) }

describe('an article', () => {
  test('without colours has its marks in words', () => {
    expect(show(doc, [claim], {})).toBe(
      [
        'Full\ufffd[31m house',
        'Gazette · en',
        '  [Ann Lee PERSON] told [the BBC organisation] [on Monday TIME 2031-05-12]: {"[Oslo PLACE] is full." QUOTE: Ann Lee}',
        '    CONSULT ? → ? negated',
        '  It rained.',
        '',
        '',
      ].join('\n'),
    )
  })

  test('in colour has the same text, one colour a kind, and no words added', () => {
    const shown = show(doc, [], colours)
    expect(stripVTControlCharacters(shown)).toBe(
      `Full\ufffd[31m house\nGazette · en\n  ${TEXT.slice(0, said.end)}\n  It rained.\n\n`,
    )
    for (const part of ['Ann Lee', 'the BBC', 'Oslo', 'on Monday', ' is full."'])
      expect(shown, part).toMatch(new RegExp(`\u001b\\[\\d+m${part}\u001b`, 'u'))
    expect(shown).toContain(styleText('green', 'Oslo', { validateStream: false }))
  })

  test.each([30, 44, 80])('keeps within %i columns', width => {
    for (const view of [{ width }, { ...colours, width }]) {
      const lines = stripVTControlCharacters(show(doc, [claim], view)).split('\n')
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      expect(lines.slice(2, -2).every(line => line.startsWith('  '))).toBe(true)
    }
    expect(show(doc, [claim], { width }).replace(/\s+/gu, ' ')).toBe(show(doc, [claim], {}).replace(/\s+/gu, ' '))
  })
})

test('the legend names every colour, and is not there without', () => {
  expect(legend({})).toBe('')
  expect(stripVTControlCharacters(legend(colours))).toBe(
    'person · organisation · place · group · event · weapon · time · amount · quotation\n\n',
  )
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-'))
  const file = join(folder, 'report.txt')
  writeFileSync(file, 'Talks\n\nRussian Foreign Minister Sergey Lavrov met Marco Rubio in Istanbul on 2 June 2025.\n')
  afterAll(() => rmSync(folder, { recursive: true }))

  test('refuses two forms at once, and no input', async () => {
    await expect(readCommand([file], { html: true, json: true })).rejects.toThrow(CliError)
    await expect(readCommand([], {})).rejects.toThrow(CliError)
  })

  test('prints words without colours into a pipe', async () => {
    const { stdout: text } = await promisify(execFile)(process.execPath, ['bin/dragoman.mjs', 'read', '--quiet', file])
    expect(text).toContain('[Sergey Lavrov PERSON]')
    expect(text).not.toContain('\u001b')
  })

  test('prints one page with --html', async () => {
    const { out: page } = await command('read', '--quiet', file, '--html')
    expect(page).toMatch(/^<!doctype html>/u)
    expect(page).toMatch(/<\/html>\n$/u)
    expect(page).toContain('Sergey Lavrov')
  })
})
