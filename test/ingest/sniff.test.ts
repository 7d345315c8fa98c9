import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { sniffBytes, sniffText } from '../../src/ingest/sniff.ts'
import { milliseconds } from '../help/cpu.ts'

describe('by bytes', () => {
  test.each([
    ['nothing', [], 'empty'],
    ['gzip', [0x1f, 0x8b, 8], 'gzip'],
    ['zip', [0x50, 0x4b, 3, 4], 'zip'],
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0, 0], 'binary'],
    ['PDF', [...Buffer.from('%PDF-1.4')], 'binary'],
    ['UTF-16', [0xff, 0xfe, 0x41, 0], undefined],
    ['text', [...Buffer.from('Тест\n')], undefined],
  ])('%s', (_, bytes, expected) => expect(sniffBytes(Uint8Array.from(bytes))).toBe(expected))
})

describe('by text, then by name', () => {
  test.each([
    ['<?xml version="1.0"?><!-- c --><rss version="2.0">', 'x', 'feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', 'x.html', 'feed'],
    ['<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'x', 'feed'],
    ['<opml version="2.0">', 'x.xml', 'opml'],
    ['<?xml version="1.0"?><svg>', 'x.svg', 'xml'],
    ['<!DOCTYPE html>\n<html>', 'x', 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C"><html>', 'x.xml', 'html'],
    ['<custom-page>', 'x.html', 'html'],
    ['{"title":"a"}\n{"title":"b"}', 'x', 'jsonl'],
    ['{"title":"a"}', 'x.json', 'jsonl'],
    ['{\n  "title": "a"\n}', 'x.json', 'json'],
    ['[{"title":"a"}]', 'x', 'json'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'x', 'json'],
    ['not json', 'x.jsonl', 'jsonl'],
    ['From: a@b.org\nSubject: News\n\nText', 'x', 'mail'],
    ['---\ntitle: News\n---\nText', 'x', 'markdown'],
    ['# News', 'x.md', 'markdown'],
    ['a,b,c', 'x.csv', 'table'],
    ['<html> as text', 'x.txt', 'text'],
    ['Plain words', '<stdin>', 'text'],
    ['Plain words', 'LICENSE', 'unknown'],
    ['Note: this\nis no mail', 'x', 'unknown'],
    [' \n\t', 'x.txt', 'empty'],
  ])('%j named %s is %s', (head, name, expected) => expect(sniffText(head, name)).toBe(expected))
})

test('an endless comment is looked at in bounded time', () => {
  const look = () => expect(sniffText(`<!--${'<!-- '.repeat(12_000)}`, 'x.xml')).toBe('xml')
  expect(milliseconds(look)).toBeLessThan(500)
})
