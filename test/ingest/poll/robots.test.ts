import { expect, test } from 'vitest'
import { allows, readRobots } from '../../../src/ingest/poll/robots.ts'

const may = (robots: string, path: string, agent = 'Dragoman') => allows(readRobots(robots, agent), path)

test.each([
  ['', '/a', true],
  ['User-agent: *\nDisallow: /', '/a', false],
  ['User-agent: *\nDisallow:', '/a', true],
  ['User-agent: *\nDisallow: /a', '/b', true],
  ['User-agent: *\nDisallow: /a', '/ab/c', false],
  ['User-agent: *\nDisallow: /a/', '/a', true],
  ['User-agent: *\nDisallow: /', '/robots.txt', true],
  // The longest pattern decides, of equals the one that allows, in any order.
  ['User-agent: *\nDisallow: /news\nAllow: /news/world', '/news/world/1', true],
  ['User-agent: *\nAllow: /\nDisallow: /news', '/news', false],
  ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  // Wildcards and ends.
  ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
  ['User-agent: *\nDisallow: /a*b*c', '/a1b2c3', false],
  ['User-agent: *\nDisallow: /a*b*c', '/a1c2b3', true],
  ['User-agent: *\nDisallow: /a$', '/a', false],
  ['User-agent: *\nDisallow: /a$', '/ab', true],
  ['User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
  ['User-agent: *\nDisallow: /a*a$', '/a', true],
  ['User-agent: *\nDisallow: *', '/a', false],
  // Percent-encoding.
  ['User-agent: *\nDisallow: /%E3%83%84', '/%e3%83%84', false],
  ['User-agent: *\nDisallow: /ツ', '/%E3%83%84/x', false],
  ['User-agent: *\nDisallow: /%62az', '/baz', false],
  ['User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
  // Groups.
  ['User-agent: dragoman\nDisallow: /a\n\nUser-agent: *\nDisallow: /', '/b', true],
  ['User-agent: Other\nUser-agent: DRAGOMAN/2.0\nDisallow: /a', '/a', false],
  ['User-agent: Dragoman\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: dragoman\nDisallow: /c', '/c', false],
  ['User-agent: Dragoman-News\nDisallow: /', '/a', true],
  ['User-agent: Dragomanic\nDisallow: /', '/a', true],
  ['Disallow: /', '/a', true],
  ['User-agent: *\nSitemap: https://a.org/s.xml\nDisallow: /a', '/a', false],
  // Careless writing.
  ['\ufeffUSER-AGENT:*\r\nDISALLOW:/a # not for you', '/a', false],
  ['user-agent *\rdisallow /a', '/a', false],
  ['useragent: *\ndissallow: /a', '/a', false],
  ['<html>404</html>', '/a', true],
])('%j, %s: %s', (robots, path, expected) => expect(may(robots, path)).toBe(expected))

test('the delay of the own group', () => {
  expect(readRobots('User-agent: *\nCrawl-delay: 5\n', 'Dragoman').delay).toBe(5)
  expect(
    readRobots('User-agent: *\nCrawl-delay: 5\nUser-agent: Dragoman\nDisallow: /a', 'Dragoman').delay,
  ).toBeUndefined()
  expect(readRobots('User-agent: *\nCrawl-delay: -1\nDisallow: /', 'Dragoman').delay).toBeUndefined()
})

test('many stars and a long file take no long time', () => {
  const robots = `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}b\n`.repeat(300)}`
  const start = performance.now()
  expect(may(robots, `/${'a'.repeat(2000)}`)).toBe(true)
  expect(performance.now() - start).toBeLessThan(1000)
})
