import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { codes, read } from './help.ts'

test.each([
  ['<!doctype html><html><body>x</body></html>', 'a', 'html'],
  ['# Title\n\ntext', 'a.md', 'markdown'],
  ['text', 'a.txt', 'text'],
  ['{"title":"a"}', 'a.jsonl', 'text'],
  ['<rss><channel><item><title>a</title></item></channel></rss>', 'a', 'fragment'],
])('%j named %s', async (content, name, format) => expect((await read(content, name)).reports[0]?.format).toBe(format))

test('archives are read through, names show the way', async () => {
  const zip = zipSync({ 'in/a.txt.gz': gzipSync('Inner.'), 'b.jsonl': Buffer.from('{"title":"B"}') })
  const { reports, notices } = await read(zip, 'all.zip')
  expect(notices).toEqual([])
  expect(reports.map(({ origin, title, body }) => [origin.file, title ?? body])).toEqual([
    ['all.zip/in/a.txt', 'Inner.'],
    ['all.zip/b.jsonl', 'B'],
  ])
})

test.each([
  ['a,b\n1,2', 'a.csv', 'unknown-format'],
  ['<svg/>', 'a.svg', 'unknown-format'],
  ['some words', 'README', 'unknown-format'],
  ['', 'a.txt', 'empty-file'],
])('%j named %s is refused: %s', async (content, name, code) =>
  expect(codes(await read(content, name))).toEqual([code]),
)

test('office documents are named as such', async () => {
  const { notices } = await read(zipSync({ 'word/document.xml': Buffer.from('<x/>') }), 'a.docx')
  expect(notices[0]?.message).toBe('office documents and books are not read')
})
