import { expect, test } from 'vitest'
import { codes, read } from './help.ts'

const head = [
  'From: =?utf-8?Q?Press_Office_M=C3=BCller?= <press@mfa.example>',
  'To: desk@example.org',
  'Subject: Statement on the talks',
  'Date: Wed, 28 May 2025 12:15:00 +0300',
  'MIME-Version: 1.0',
]

test('a plain mail', async () => {
  const found = await read(
    [...head, 'Content-Type: text/plain; charset=utf-8', '', 'Talks will go on.', '', 'Second paragraph.'].join('\r\n'),
    'a.eml',
  )
  expect(found.notices).toEqual([])
  expect(found.reports[0]).toMatchObject({
    format: 'text',
    title: 'Statement on the talks',
    byline: 'Press Office Müller',
    publisher: 'mfa.example',
    published: 'Wed, 28 May 2025 12:15:00 +0300',
  })
  expect(found.reports[0]?.body.trim()).toBe('Talks will go on.\n\nSecond paragraph.')
})

test('of two forms the plain one', async () => {
  const parts = [
    '--b',
    'Content-Type: text/html',
    '',
    '<p>HTML</p>',
    '--b',
    'Content-Type: text/plain',
    '',
    'Plain',
    '--b--',
    '',
  ]
  const found = await read(
    [...head, 'Content-Type: multipart/alternative; boundary=b', '', ...parts].join('\r\n'),
    'a.eml',
  )
  expect(found.reports[0]).toMatchObject({ format: 'text' })
  expect(found.reports[0]?.body).toContain('Plain')
})

test('HTML where that is all', async () => {
  const found = await read([...head, 'Content-Type: text/html', '', '<p>HTML</p>'].join('\r\n'), 'a.eml')
  expect(found.reports[0]).toMatchObject({ format: 'fragment' })
})

test('a mail without subject and text', async () =>
  expect(codes(await read('From: a@b.org\r\nTo: c@d.org\r\n\r\n', 'a.eml'))).toEqual(['not-a-report']))
