import { describe, expect, test } from 'vitest'
import { cleanTitle, withoutTail } from '../../src/extract/title.ts'

describe('takes the name of the site off', () => {
  test.each([
    ['Talks resume | The Example', { site: 'The Example' }, 'Talks resume'],
    ['Talks resume - Example News', { site: 'Example News' }, 'Talks resume'],
    ['Example: Talks resume', { site: 'Example' }, 'Example: Talks resume'],
    ['Example News — Talks resume', { site: 'Example News' }, 'Talks resume'],
    ['Talks resume - example.org', { host: 'example.org' }, 'Talks resume'],
    ['Talks - what we know', { site: 'Example' }, 'Talks - what we know'],
    ['Talks resume in Istanbul · More words', { heading: 'Talks resume in Istanbul' }, 'Talks resume in Istanbul'],
    ['&lt;i&gt;Talks&lt;/i&gt; &amp; truce', {}, 'Talks & truce'],
  ])('%j', (written, around, expected) => expect(cleanTitle(written, around)).toBe(expected))
})

test.each([
  ['Talks resume in Istanbul today – My website', 'Talks resume in Istanbul today'],
  ['Talks – My website', 'Talks – My website'],
  [
    'Talks resume in Istanbul | what each side wants and why it matters',
    'Talks resume in Istanbul | what each side wants and why it matters',
  ],
  ['Half-measures for a cease-fire', 'Half-measures for a cease-fire'],
])('tail of %j', (written, expected) => expect(withoutTail(written)).toBe(expected))
