import { Buffer } from 'node:buffer'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.ts'
import { milliseconds, millisecondsOf } from '../help/cpu.ts'
import { codes, read, readAll } from './help.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-ingest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const line = (title: string) => JSON.stringify({ title, text: `Text of ${title}.`, published: '2025-05-28' })

test('an empty file is told of and the others are read', async () => {
  const found = await readAll([
    write('empty/a.jsonl', ''),
    write('empty/b.html', '  \n'),
    write('empty/c.txt', 'News.'),
  ])
  expect(codes(found)).toEqual(['empty-file', 'empty-file'])
  expect(found.notices[0]).toMatchObject({ message: 'it holds no text', file: join(folder, 'empty/a.jsonl') })
  expect(found.reports).toHaveLength(1)
})

test('a truncated gzip keeps the lines before the break', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => line(`Item ${i} ${(i * 7919) % 9973}`)).join('\n')
  const packed = gzipSync(lines)
  const found = await read(packed.subarray(0, packed.length - 2000), 'cut.jsonl.gz')
  expect(found.reports.length).toBeGreaterThan(1000)
  expect(found.reports[0]?.title).toBe('Item 0 0')
  expect(found.notices).toContainEqual({
    code: 'damaged-archive',
    message: 'the archive is truncated or damaged; what came before is kept',
    cure: 'Fetch the file again.',
    file: 'cut.jsonl.gz',
  })
})

test('damaged bytes inside a gzip give a notice, never a throw', async () => {
  const packed = Buffer.from(gzipSync(Array.from({ length: 2000 }, (_, i) => line(`N ${i * 31}`)).join('\n')))
  packed.fill(0xff, 4000, 4064)
  expect(codes(await read(packed, 'bad.jsonl.gz'))).toContain('damaged-archive')
})

test('a gzip bomb is stopped, not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000, 'x'))
  const found = await read(bomb, 'bomb.txt.gz')
  expect(found.reports[0]?.body.length).toBeLessThan(19_000_000)
  expect(codes(found)).toEqual(['archive-bomb'])
})

test('a bomb of JSON lines is stopped by its ratio', async () => {
  const bomb = gzipSync(Buffer.alloc(1_000_000, '{"title":"a"}\n'))
  expect(codes(await read(bomb, 'bomb.jsonl.gz', { limits: { documentBytes: 100_000 } }))).toContain('archive-bomb')
})

test('a zip bomb is stopped and the file before it is kept', async () => {
  const zip = zipSync({
    'a.txt': Buffer.from('First.'),
    'b.jsonl': [Buffer.alloc(1_000_000, '{"title":"a"}\n'), { level: 9 }],
  })
  const found = await read(zip, 'bomb.zip', { limits: { documentBytes: 100_000 } })
  expect(codes(found)).toContain('archive-bomb')
  expect(found.reports[0]?.body).toBe('First.')
})

test('archives inside too many archives are refused', async () => {
  let bytes: Uint8Array = Buffer.from('deep')
  for (let i = 0; i < 5; i++) bytes = gzipSync(bytes)
  expect(codes(await read(bytes, 'deep.txt.gz'))).toEqual(['archive-too-deep'])
})

test('a truncated zip keeps the files before the break', async () => {
  const zip = zipSync({ 'a.txt': Buffer.from('First.'), 'b.txt': Buffer.from('x'.repeat(50_000)) }, { level: 0 })
  const found = await read(zip.subarray(0, 20_000), 'cut.zip')
  expect(found.reports[0]).toMatchObject({ body: 'First.', origin: { file: 'cut.zip/a.txt' } })
  expect(codes(found)).toContain('damaged-archive')
})

test('an XML bomb is never expanded and its items are kept', async () => {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${entities}]><rss><channel><item><title>&l9; News</title><description>Body</description></item></channel></rss>`
  expect(await millisecondsOf(() => read(bomb, 'bomb.xml'))).toBeLessThan(1000)
  const found = await read(bomb, 'bomb.xml')
  expect(codes(found)).toEqual(['xml-entities'])
  expect(found.reports[0]?.title).toBe('&l9; News')
})

test('XML nested 100,000 deep is read in bounded time', async () => {
  const deep = `<rss><channel><item><title>Kept</title><description>${'<b>'.repeat(100_000)}deep</description></item></channel></rss>`
  expect(await millisecondsOf(() => read(deep, 'deep.xml'))).toBeLessThan(3000)
  const found = await read(deep, 'deep.xml')
  expect(codes(found)).toEqual(['xml-too-deep'])
  expect(found.reports[0]?.title).toBe('Kept')
})

test('a page of 100 MB is passed over without being read into memory', async () => {
  const path = join(folder, 'huge.html')
  writeFileSync(path, Buffer.alloc(100 * 1024 * 1024, '<p>Text of a page. </p>'))
  const found = await readAll([path, write('after.txt', 'After.')])
  expect(found.notices).toEqual([
    {
      code: 'file-too-large',
      message: 'it is larger than 67108864 bytes, so it is not read',
      cure: 'Split it, or give the records as JSON Lines.',
      file: path,
    },
  ])
  expect(found.reports.map(({ body }) => body)).toEqual(['After.'])
  rmSync(path)
})

test('an endless line is passed over, the lines around it are kept', async () => {
  const found = await read(`${line('A')}\n{"title":"${'x'.repeat(9_000_000)}"}\n${line('B')}`, 'long.jsonl')
  expect(found.reports.map(({ title }) => title)).toEqual(['A', 'B'])
  expect(found.notices).toEqual([
    {
      code: 'line-too-long',
      message: 'the line is longer than 8388608 bytes',
      cure: 'Split the record, or give it as a file of its own.',
      file: 'long.jsonl',
      line: 2,
    },
  ])
})

test('bad JSON lines are told of by number, the others are kept', async () => {
  const found = await read(`${line('A')}\n{"title": \n\n42\n{"foo": 1}\n{"foo": 2}\n${line('B')}\n`, 'mixed.jsonl')
  expect(found.reports.map(({ title, origin }) => [title, origin.line])).toEqual([
    ['A', 1],
    ['B', 7],
  ])
  expect(found.notices.map(({ code, line: at, message }) => [code, at, message])).toEqual([
    ['invalid-json', 2, 'it is not valid JSON on this line'],
    ['not-a-report', 4, 'the record is not an object with fields'],
    ['not-a-report', 5, 'the record has neither a text nor a title; its fields are foo'],
    ['not-a-report', 5, '1 more records are like the one of this line'],
  ])
})

describe('character sets', () => {
  test('invalid UTF-8 becomes U+FFFD with a notice', async () => {
    const bytes = Buffer.concat([Buffer.from('Müller sagte: '), Buffer.from([0xff]), Buffer.from(' Jahre')])
    const found = await read(bytes, 'a.txt')
    expect(found.reports[0]?.body).toBe('Müller sagte: \ufffd Jahre')
    expect(found.notices).toEqual([
      {
        code: 'invalid-bytes',
        message: 'one place holds bytes that are no utf-8 text, shown as \ufffd',
        cure: 'Save the file as UTF-8.',
        file: 'a.txt',
      },
    ])
  })

  test('a page that declares another set than it is written in', async () => {
    const utf8 = await read(
      '<html><head><meta charset="iso-8859-1"><title>Львів</title></head><body>Привіт</body></html>',
      'a.html',
    )
    expect(utf8.reports[0]?.body).toContain('Львів')
    const text = 'Президент сообщил вчера о новых переговорах в Стамбуле и о прекращении огня на фронте. '.repeat(4)
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="utf-8"></head><body>'),
      Buffer.from([...text].map(c => windows1251(c))),
    ])
    const found = await read(bytes, 'b.html')
    expect(found.reports[0]?.body).toContain('Стамбуле')
  })
})

/** Cyrillic letters lie in one row there. */
function windows1251(letter: string): number {
  const code = letter.charCodeAt(0)
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}

test('a binary file is no text', async () => {
  const found = await readAll([
    write('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])),
    write('a.pdf', '%PDF-1.7\n'),
    write('z.txt', 'News.'),
  ])
  expect(codes(found)).toEqual(['binary-file', 'binary-file'])
  expect(found.reports).toHaveLength(1)
})

test('a folder that links to itself is entered once', async () => {
  write('loop/a.txt', 'A.')
  symlinkSync(join(folder, 'loop'), join(folder, 'loop', 'again'))
  const found = await readAll([join(folder, 'loop')])
  expect(found.reports.map(({ body }) => body)).toEqual(['A.'])
  expect(found.notices).toEqual([
    {
      code: 'folder-seen',
      message: 'the folder links to one that is already read',
      cure: 'Remove the link.',
      file: join(folder, 'loop', 'again'),
    },
  ])
})

test('the same record twice is one report', async () => {
  const found = await readAll([
    write('twice/a.jsonl', `${line('A')}\n${line('A')}\n${line('B')}`),
    write('twice/b.jsonl', line('A')),
  ])
  expect(found.reports.map(({ title }) => title)).toEqual(['A', 'B'])
  expect(found.notices.map(({ code, line: at, message }) => [code, at, message])).toEqual([
    ['duplicate-report', 2, 'one report was read before and is left out'],
    ['duplicate-report', 1, 'one report was read before and is left out'],
  ])
})

test('HTML in titles becomes text', async () => {
  const found = await read(
    '<rss><channel><item><title>&lt;b&gt;Talks&lt;/b&gt; &amp;amp; truce</title><description>Body</description></item></channel></rss>',
    'a.xml',
  )
  const [report] = found.reports
  expect(report && extract(report).article?.title).toBe('Talks & truce')
})

test('a date in the future is kept and told of', async () => {
  const found = await read(
    JSON.stringify({ title: 'A', text: 'B', published: '2025-06-20', fetched: '2025-06-02T10:00:00Z' }),
    'a.json',
  )
  const [report] = found.reports
  const { article, notices } = report ? extract(report) : { article: undefined, notices: [] }
  expect(article?.published?.value).toBe('2025-06-20')
  expect(notices.map(({ code }) => code)).toEqual(['date-in-future'])
})

test('a page nested 100,000 deep is read in bounded time', async () => {
  const found = await read(
    `<html><head><title>Deep page</title></head><body>${'<div>'.repeat(100_000)}<p>Deep text.</p></body></html>`,
    'deep.html',
  )
  const [report] = found.reports
  if (!report) throw new Error('no report')
  expect(milliseconds(() => extract(report))).toBeLessThan(3000)
  const { article, notices } = extract(report)
  expect(article).toMatchObject({ title: 'Deep page', text: 'Deep text.' })
  expect(notices.map(({ code }) => code)).toEqual(['page-too-heavy'])
})

test('a raw deflate stream named .gz is no archive', async () => {
  expect(codes(await read(deflateRawSync(Buffer.from('x'.repeat(500))), 'a.gz'))).not.toContain('damaged-archive')
})

test('files, folders and patterns that are not there', async () => {
  const found = await readAll([join(folder, 'none.txt'), join(folder, '*.nothing'), write('here.txt', 'Here.')])
  expect(codes(found)).toEqual(['no-such-file', 'no-such-file'])
  expect(found.reports).toHaveLength(1)
})
