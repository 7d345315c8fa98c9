import { describe, expect, test } from 'vitest'
import { drawTree, type Word, widthOf } from '../../src/publish/layers-arcs.ts'
import { bodyOf, clean } from './dom.ts'

describe('the arcs of a sentence', () => {
  test('have room for their words and for the labels between them', () => {
    const words = ['a', 'b'].map(
      (text, i): Word => ({
        text,
        pos: 'X',
        xpos: '',
        lemma: '',
        features: '',
        relation: i === 0 ? 'root' : 'a-very-long-relation',
        ...(i === 1 && { head: 0 }),
      }),
    )
    const [first = 0, second = 0] = [...bodyOf(drawTree(words).markup).querySelectorAll('.w')].map(w =>
      Number(w.getAttribute('x')),
    )
    expect(second - first).toBeGreaterThan(widthOf('a-very-long-relation', 10.5))
  })

  test('put longer arcs above shorter ones', () => {
    const heads = [1, undefined, 3, 1, 1]
    const words = heads.map(
      (head, i): Word => ({
        text: `w${i}`,
        pos: 'X',
        xpos: '',
        lemma: '',
        features: '',
        relation: `r${i}`,
        ...(head !== undefined && { head }),
      }),
    )
    const body = bodyOf(drawTree(words).markup)
    const height = (relation: string) =>
      Number([...body.querySelectorAll('.arc text')].find(it => clean(it) === relation)?.getAttribute('y'))
    expect(height('r2')).toBeGreaterThan(height('r3'))
    expect(height('r3')).toBeGreaterThan(height('r4'))
    expect(height('r0')).toBe(height('r2'))
  })
})
