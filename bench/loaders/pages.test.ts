import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPageCases, textOf } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('reads folders of three files', () => {
  mkdirSync(join(folder, 'one'))
  writeFileSync(join(folder, 'one', 'source.html'), '<p>s')
  writeFileSync(join(folder, 'one', 'expected.html'), '<p>e</p>')
  writeFileSync(
    join(folder, 'one', 'expected-metadata.json'),
    '{"title":"T","byline":null,"publishedTime":"2025-05-28"}',
  )
  const [page] = readPageCases(folder)
  expect(page).toMatchObject({ name: 'one', title: 'T', published: '2025-05-28' })
  expect(page && [page.text.trim(), 'byline' in page]).toEqual(['e', false])
  expect(() => readPageCases(join(folder, 'one'))).toThrow('no folder')
})

test.each([
  ['<p>a</p><p>b</p>', ['a', 'b']],
  ['<p>wo<b>rd</b></p>', ['word']],
  ['a<script>x</script><br>b', ['a', 'b']],
])('%s', (html, words) => expect(textOf(html).trim().split(/\s+/u)).toEqual(words))
