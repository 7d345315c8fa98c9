import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { decode, decodeHead } from '../../src/ingest/decode.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

describe('decodes without a notice', () => {
  test.each([
    ['UTF-8', Buffer.from('Київ'), undefined, 'Київ'],
    ['UTF-8 with a mark', Buffer.from('\ufeffKyiv'), undefined, 'Kyiv'],
    ['UTF-16LE with a mark', Buffer.from('\ufeffКиїв', 'utf16le'), undefined, 'Київ'],
    ['UTF-16BE with a mark', Buffer.from('\ufeffKyiv', 'utf16le').swap16(), undefined, 'Kyiv'],
    ['what the server says', latin('M\xfcller'), 'iso-8859-1', 'Müller'],
    [
      'what a meta element says',
      latin('<meta charset="windows-1252"><p>caf\xe9 \x93x\x94'),
      undefined,
      '<meta charset="windows-1252"><p>café “x”',
    ],
    [
      'what an XML declaration says',
      latin('<?xml version="1.0" encoding="ISO-8859-2"?><a>\xb1</a>'),
      undefined,
      '<?xml version="1.0" encoding="ISO-8859-2"?><a>ą</a>',
    ],
    ['UTF-8 that the server calls Latin-1', Buffer.from('Müller'), 'iso-8859-1', 'Müller'],
    ['an unknown name', Buffer.from('Müller'), 'klingon', 'Müller'],
  ])('%s', (_, bytes, charset, text) =>
    expect(decode(bytes, 'x', charset ? { charset } : {})).toEqual({ text, notices: [] }),
  )
})

test('places without meaning are counted', () => {
  const { text, notices } = decode(Buffer.from([0x61, 0xff, 0x62, 0xfe, 0xc3, 0xa9, 0xc3, 0xa9, 0xc3, 0xa9]), 'x.txt', {
    line: 3,
  })
  expect(text).toBe('a\ufffdb\ufffdééé')
  expect(notices[0]?.notice).toMatchObject({
    code: 'invalid-bytes',
    message: '2 places hold bytes that are no utf-8 text, shown as \ufffd',
    line: 3,
  })
})

test('the head of a document may end inside a letter', () =>
  expect(decodeHead(Buffer.from('Київ').subarray(0, 7)).startsWith('Киї')).toBe(true))
