import { describe, expect, it } from 'vitest'
import { ModelFile } from '../../src/learn/container.ts'

const arrays = () =>
  new Map<string, Int8Array | Uint16Array | Int32Array>([
    ['a', Int8Array.of(-1, 2, 3)],
    ['b', Uint16Array.of(65535)],
    ['c', Int32Array.of(-5, 6)],
  ])

describe('ModelFile', () => {
  it('gives back what was written, wherever its bytes lie', () => {
    const bytes = new ModelFile({ names: ['é'] }, arrays()).bytes()
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    for (const file of [ModelFile.parse(bytes, 'x'), ModelFile.parse(shifted.subarray(3), 'x')]) {
      expect(file.meta).toEqual({ names: ['é'] })
      expect(file.array('a', 'i8')).toEqual(Int8Array.of(-1, 2, 3))
      expect(file.array('b', 'u16')).toEqual(Uint16Array.of(65535))
      expect(file.array('c', 'i32')).toEqual(Int32Array.of(-5, 6))
    }
  })
  it('says what is wrong', () => {
    const bytes = new ModelFile({}, arrays()).bytes()
    expect(() => ModelFile.parse(bytes.subarray(0, bytes.length - 4), 'x')).toThrow('models/x: cut off')
    expect(() => ModelFile.parse(bytes.subarray(1), 'x')).toThrow('models/x: no model')
    expect(() => ModelFile.parse(bytes, 'x').array('a', 'u8')).toThrow('no u8 array "a"')
    expect(() => ModelFile.parse(bytes, 'x').array('z', 'u8')).toThrow('no u8 array "z"')
  })
})
