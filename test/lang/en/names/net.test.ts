import { describe, expect, test } from 'vitest'
import { documentFacts } from '../../../../src/lang/en/names/document-facts.ts'
import { nameRoom, nameView } from '../../../../src/lang/en/names/learned-features.ts'
import { type NetModel, netFile, netWith, readNet } from '../../../../src/lang/en/names/net.ts'
import { CODES, MOST_CODES, nearCapital, netCodes, netSlots, SLOTS } from '../../../../src/lang/en/names/net-inputs.ts'
import { openWordLists } from '../../../../src/lang/en/names/word-lists.ts'
import { openForms } from '../../../../src/lang/en/syntax/forms.ts'
import { openTagger } from '../../../../src/lang/en/syntax/tagger.ts'
import { ModelFile } from '../../../../src/learn/container.ts'

const forms = openForms()
const lists = openWordLists()
const tagger = openTagger()

function viewOf(sentence: string) {
  const words = sentence.split(' ').map(word => forms.of(word))
  const tags = new Uint8Array(words.length)
  tagger.tag(words, tags)
  return nameView(words, tags, documentFacts([words], lists), lists, nameRoom())
}

describe('inputs of the net', () => {
  const view = viewOf('yesterday the Bank of Russia kept its rate')
  const slots = new Int32Array(SLOTS)
  test('the word with its neighbours, the end of its name, and what stands around it', () => {
    netSlots(view, 2, slots)
    expect([...slots]).toEqual([0, 1, 2, 3, 4, 4, 5, 1])
  })
  test('nothing beyond the edges; no name around a small word', () => {
    netSlots(view, 0, slots)
    expect([...slots]).toEqual([-1, -1, 0, 1, 2, -1, -1, -1])
    netSlots(view, 7, slots)
    expect([...slots]).toEqual([5, 6, 7, -1, -1, -1, -1, -1])
  })
  test('words two from a capital are near it', () => {
    expect(view.forms.map((_, i) => nearCapital(view.forms, i))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })
  test('codes stay within their bounds, also where every list knows the word', () => {
    const codes = new Int32Array(MOST_CODES)
    const crowded = { ...view, lists: view.lists.fill(255), runs: view.runs.fill(255 * 4 + 3) }
    const everything = new Map(view.forms.map(form => [form.word, 1023]))
    for (let i = 0; i < view.forms.length; i++) {
      const count = netCodes({ ...crowded, facts: everything }, i, codes)
      expect(count).toBeLessThanOrEqual(MOST_CODES)
      const own = [...codes.subarray(0, count)]
      expect(own.every(code => code >= 0 && code < CODES)).toBe(true)
      expect(new Set(own).size).toBe(count)
    }
  })
})

/** One hidden unit that sees the word "russia" two places on, two states. */
function tiny(): NetModel {
  const width = 2 + 1 + 1
  const first = new Int8Array(SLOTS * width)
  first[4 * width] = 10
  const russia = forms.of('Russia').word
  return {
    hidden: 1,
    states: 2,
    vectors: {
      dimensions: 2,
      hash: Int32Array.of(russia),
      // 5 in the low half, −2 in the high half.
      nibble: Uint8Array.of((5 + 8) | ((-2 + 8) << 4)),
      scale: Float32Array.of(0.5),
    },
    suffixes: { dimensions: 1, hash: new Int32Array(0), data: Float32Array.of(0) },
    shapes: { dimensions: 1, hash: new Int32Array(0), data: Float32Array.of(0) },
    first: { data: first, factor: 0.1 },
    codes: { data: new Int8Array(CODES), factor: 1 },
    bias: Float32Array.of(0.5),
    second: { data: Int8Array.of(1, -2), factor: 2 },
    secondBias: Float32Array.of(0, 1),
    factor: 10,
  }
}

describe('the net', () => {
  const view = viewOf('yesterday the Bank of Russia kept its rate')
  test('adds what its arithmetic says', () => {
    const scores = Int32Array.of(100, 100)
    // Vector 5 × .5 = 2.5; × 10 × .1 = 2.5; + .5 = 3; states 3 × 2 = 6 and 3 × −4 + 1 = −11; × 10.
    netWith(tiny()).add(view, 2, scores)
    expect([...scores]).toEqual([160, -10])
  })
  test('says nothing of a word far from a capital', () => {
    const scores = Int32Array.of(1, 2)
    netWith(tiny()).add(view, 7, scores)
    expect([...scores]).toEqual([1, 2])
  })
  test('is the same after a way through a file', () => {
    const model = tiny()
    expect(readNet(ModelFile.parse(netFile(model).bytes(), 'tiny'))).toEqual(model)
  })
  test('of other codes is refused', () => {
    const file = netFile(tiny())
    const other = new ModelFile({ ...(file.meta as object), codes: CODES + 1 }, new Map())
    expect(() => readNet(other)).toThrow('other codes')
  })
})
