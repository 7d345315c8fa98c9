import { describe, expect, test } from 'vitest'
import { hostOf, passageLink, webLink } from '../../src/publish/links.ts'

test.each([
  ['https://x.example/a?b=c&d#e', 'https://x.example/a?b=c&d#e'],
  ['HTTP://X.example', 'http://x.example/'],
  ['https://x.example/"><b>', 'https://x.example/%22%3E%3Cb%3E'],
  ['https://x.example/#a\\b', 'https://x.example/#a%5Cb'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['ftp://x.example/', undefined],
  ['//x.example/', undefined],
  [' https://x.example/', undefined],
  ['https://user:pass@x.example/', undefined],
  ['https://', undefined],
  ['https://x y/', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j', (address, link) => {
  expect(webLink(address)).toBe(link)
})

test.each([
  ['https://www.x.example/a', 'x.example'],
  ['mailto:a@x.example', ''],
])('host of %s', (address, host) => {
  expect(hostOf(address)).toBe(host)
})

describe('links to a passage', () => {
  test.each([
    ['https://x.example/', 'Two words.', 'https://x.example/#:~:text=Two%20words.'],
    ['https://x.example/#top', 'Two words.', 'https://x.example/#top:~:text=Two%20words.'],
    ['https://x.example/', 'a-b, c & d', 'https://x.example/#:~:text=a%2Db%2C%20c%20%26%20d'],
    ['https://x.example/', '', 'https://x.example/'],
    ['https://x.example/', 'half \uD83D', 'https://x.example/#:~:text=half%20%EF%BF%BD'],
    ['mailto:x@x.example', 'words', undefined],
  ])('%s %j', (address, passage, link) => {
    expect(passageLink(address, passage)).toBe(link)
  })
  test('long passages are named by their first and last words', () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`).join(' ')
    expect(passageLink('https://x.example/', words)).toBe(
      'https://x.example/#:~:text=w0%20w1%20w2%20w3%20w4,w55%20w56%20w57%20w58%20w59',
    )
  })
  test.each([
    ['pilots counted more than ', 'counted%20more%20than-,14%20ships'],
    ['than ', 'than-,14%20ships'],
    ['a new line\n', '14%20ships'],
    ['cut inside', '14%20ships'],
    ['…cut than ', '14%20ships'],
    ['', '14%20ships'],
    [' ', '14%20ships'],
  ])('a value after %j is told from others like it', (before, directive) => {
    expect(passageLink('https://x.example/', '14 ships', before)).toBe(`https://x.example/#:~:text=${directive}`)
  })
  test('one very long word does not break it', () => {
    expect(passageLink('https://x.example/', 'x'.repeat(200))).toBe(`https://x.example/#:~:text=${'x'.repeat(200)}`)
  })
})
