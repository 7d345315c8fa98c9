import { expect, test } from 'vitest'
import { print } from '../../src/brief/desk.ts'
import { originsOf, supporters } from '../../src/brief/support.ts'
import { CRISIS } from '../help/crisis.ts'
import { deskOf } from '../help/desk.ts'

const desk = deskOf(CRISIS)
const [first] = desk.all
if (!first) throw new Error('no candidates')

test('another report that says the same supports; its own report and others do not', () => {
  const found = supporters(first, desk.likeness)
  expect(found.map(c => c.doc.article.publisher)).toEqual(['b.org'])
  expect(originsOf(first, found)).toBe(2)
  expect(originsOf(first, [])).toBe(1)
})

test('a printed sentence carries the passages of its supporters and counts origins, not articles', () => {
  const sentence = print(desk, first)
  expect(sentence.evidence.map(e => e.by)).toEqual(['brief/sentence', 'brief/support'])
  expect(sentence.lineages).toBe(2)
  const oneOrigin = deskOf(CRISIS)
  const copies = { ...oneOrigin, support: () => oneOrigin.support(first).map(c => ({ ...c, lineage: first.lineage })) }
  expect(print(copies, first).lineages).toBe(1)
})
