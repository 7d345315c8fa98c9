import { expect, test } from 'vitest'
import { cleanByline } from '../../src/extract/byline.ts'

test.each([
  ['By Jane Roe', 'Jane Roe'],
  ['  BY: Jane Roe and John Doe ', 'Jane Roe and John Doe'],
  ['Jane Roe', 'Jane Roe'],
  ['Von Jana Müller', 'Jana Müller'],
  ['Jane Roe | Agency', 'Jane Roe'],
  ['Jane Roe jane@x.org', 'Jane Roe'],
  ['By Jane Roe\n   March 11, 2015', 'Jane Roe'],
  ['by Jane Roe22 Dec 2016', 'Jane Roe'],
  ['<a href="/j">Jane Roe</a>', 'Jane Roe'],
  ['Byron Smith', 'Byron Smith'],
  ['Олена Петренко', 'Олена Петренко'],
  ['Last Updated: January 7, 2025', undefined],
  ['https://x.org/jane', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j', (written, expected) => expect(cleanByline(written)).toBe(expected))
