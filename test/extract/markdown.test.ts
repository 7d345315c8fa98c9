import { describe, expect, test } from 'vitest'
import { markdownText } from '../../src/extract/markdown.ts'

describe('marks off, words kept', () => {
  test.each([
    ['# Head\nText', 'Head\n\nText'],
    ['Head\n====\nText', 'Head\n\nText'],
    ['one\ntwo\n\nthree', 'one two\n\nthree'],
    ['one  \ntwo', 'one\ntwo'],
    ['* one\n* two\n  more', 'one\n\ntwo more'],
    ['1. one\n2. two', '1. one\n\n2. two'],
    ['> said\n> so', 'said so'],
    ['a **bold** _slanted_ ***both*** `code`', 'a bold slanted both code'],
    ['a [link](http://x.org "t") and [ref][1] <https://y.org>', 'a link and ref https://y.org'],
    ['![picture](a.png)\n\nText', 'Text'],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['<b>bold</b> a < b', 'bold a < b'],
    ['\\*not slanted\\*', '*not slanted*'],
    ['a\n\n---\n\nb', 'a\n\nb'],
    ['<!-- hidden -->shown <!-- open', 'shown <!-- open'],
    ['```\nx = *y*\n```\nText', 'x = y\n\nText'],
    ['', ''],
  ])('%j', (source, expected) => expect(markdownText(source)).toBe(expected))
})
