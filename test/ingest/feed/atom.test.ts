import { expect, test } from 'vitest'
import { readAtom } from '../../../src/ingest/feed/atom.ts'
import { parseXml } from '../../../src/ingest/xml.ts'

const read = (
  inner: string,
  root = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://x.org/" xml:lang="en">',
) => {
  const { root: found } = parseXml(`${root}${inner}</feed>`, 50)
  if (!found) throw new Error('no root')
  return readAtom(found)
}

test.each([
  [
    '<title>T</title><subtitle>S</subtitle><id>i</id>',
    { title: 'T', description: 'S', id: 'http://x.org/i', lang: 'en', version: '1.0' },
  ],
  ['<link rel="self" href="f"/><link href="p"/>', { url: 'http://x.org/p', feedUrl: 'http://x.org/f' }],
  [
    '<entry><title>A</title><link rel="edit" href="e"/><link rel="alternate" type="application/pdf" href="d"/><link href="p"/></entry>',
    { items: [{ title: 'A', url: 'http://x.org/p' }] },
  ],
  [
    '<entry><author><name>J</name><email>j@x.org</email><uri>j</uri></author></entry>',
    { items: [{ authors: [{ name: 'J', email: 'j@x.org', uri: 'http://x.org/j' }] }] },
  ],
  [
    '<entry><updated>2025-05-28T00:00:00Z</updated></entry>',
    { items: [{ published: '2025-05-28T00:00:00Z', updated: '2025-05-28T00:00:00Z' }] },
  ],
  [
    '<entry><source><title>O</title><author><name>J</name></author></source></entry>',
    { items: [{ source: { title: 'O' }, authors: [{ name: 'J' }] }] },
  ],
])('%s', (inner, expected) => expect(read(inner)).toMatchObject(expected))

test('Atom 0.3', () =>
  expect(
    read(
      '<tagline>S</tagline><entry><issued>d</issued></entry>',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#">',
    ),
  ).toMatchObject({ version: '0.3', description: 'S', items: [{ published: 'd' }] }))
