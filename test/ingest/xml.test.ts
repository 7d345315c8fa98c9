import { describe, expect, test } from 'vitest'
import { type Element, parseXml, resolve } from '../../src/ingest/xml.ts'
import { milliseconds } from '../help/cpu.ts'

const root = (source: string) => parseXml(source, 50).root
const shape = (element: Element | undefined): unknown =>
  element && [element.name, element.text.trim(), ...element.children.map(shape)]

describe('reads sound and broken XML', () => {
  test.each([
    ['<a><b>x</b><c/></a>', ['a', '', ['b', 'x'], ['c', '']]],
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><!-- c --><a>t</a>', ['a', 't']],
    ['<a>x & y &amp; z</a>', ['a', 'x & y & z']],
    ['<a><b>x</a>', ['a', '', ['b', 'x']]],
    ['<a>x</b>y</a>', ['a', 'xy']],
    ['<a><![CDATA[<b>x</b>]]></a>', ['a', '<b>x</b>']],
    ['<a><![CDATA[open', ['a', 'open']],
    ['<a>1 < 2</a>', ['a', '1 < 2']],
    ['<channel><item>one<item>two</channel>', ['channel', '', ['item', 'one'], ['item', 'two']]],
    ['<A><B>x</b></A>', ['a', '', ['b', 'x']]],
    ['<a>\u0001x</a>', ['a', 'x']],
  ])('%s', (source, expected) => expect(shape(root(source))).toEqual(expected))
})

test('prefixes are those usual for the namespace', () => {
  const names = root(
    '<rss xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:b=" http://www.w3.org/2005/Atom "><d:date/><b:link/><unknown:x/></rss>',
  )?.children.map(({ name }) => name)
  expect(names).toEqual(['dc:date', 'atom:link', 'unknown:x'])
  expect(
    root('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>t</atom:title></atom:feed>')?.children[0]
      ?.name,
  ).toBe('title')
})

test('attributes in all quotes, the first of a name', () => {
  const attributes = root(`<a b="1" c='2' d=3 e b="9" f="x &amp; y"/>`)?.attributes
  expect(Object.fromEntries(attributes ?? [])).toEqual({ b: '1', c: '2', d: '3', e: '', f: 'x & y' })
})

test('bases and languages are inherited', () => {
  const child = root('<a xml:base="http://x.org/a/" xml:lang="de"><b xml:base="c/"><d/></b></a>')?.children[0]
  expect(child?.children[0]).toMatchObject({ base: 'http://x.org/a/c/', lang: 'de' })
})

test('what lies too deep keeps its text', () => {
  const { root: found, tooDeep } = parseXml(`<a>${'<b>'.repeat(100)}x`, 10)
  expect(tooDeep).toBe(true)
  expect(JSON.stringify(shape(found))).toContain('"x"')
})

test('declared entities are told of, not expanded', () => {
  const found = parseXml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 10)
  expect(found.entities).toBe(true)
  expect(found.root?.text).toBe('&x;')
})

describe('time is bounded by the length', () => {
  test.each([
    ['open tags without an end', '<a '.repeat(100_000)],
    ['declarations', '<!x>'.repeat(100_000)],
    ['spaces in a tag', `<a ${' '.repeat(200_000)}<`],
    ['end tags', `<a>${'</b>'.repeat(100_000)}`],
    ['quotes', `<a ${'b="'.repeat(100_001)}`],
  ])('%s', (_, source) => {
    expect(milliseconds(() => parseXml(source, 500))).toBeLessThan(2000)
  })
})

test.each([
  ['b', 'http://x.org/a/', 'http://x.org/a/b'],
  ['http://y.org/', 'http://x.org/', 'http://y.org/'],
  ['b', undefined, 'b'],
  [undefined, 'http://x.org/', 'http://x.org/'],
])('resolves %s against %s', (address, base, expected) => expect(resolve(address, base)).toBe(expected))
