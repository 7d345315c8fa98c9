import { describe, expect, it } from 'vitest'
import { compileTemplates, fillTemplates } from '../../src/learn/templates.ts'

const known = (name: string) => /^[ab]\d$/u.test(name)

describe('templates', () => {
  const templates = compileTemplates('a0; a0 b1; near b1', ['near'], known)
  const fill = (values: readonly number[], seed = 1) => {
    const features = new Int32Array(templates.count)
    expect(fillTemplates(templates, Int32Array.from(values), seed, features)).toBe(3)
    return [...features]
  }

  it('puts the named atoms first, each once', () => {
    expect(templates.atoms).toEqual(['near', 'a0', 'b1'])
    expect(templates.count).toBe(3)
  })
  it('gives a template the same feature for the same atoms only', () => {
    const [one, other] = [fill([1, 2, 3]), fill([1, 2, 4])]
    expect(one[0]).toBe(other[0])
    expect(one[1]).not.toBe(other[1])
    expect(one[2]).not.toBe(other[2])
    expect(fill([1, 2, 3])).toEqual(one)
  })
  it('keeps templates and seeds apart', () => {
    const one = fill([5, 5, 5])
    expect(new Set(one).size).toBe(3)
    expect(fill([5, 5, 5], 2).filter(hash => one.includes(hash))).toEqual([])
  })
  it('does not take a misspelled atom', () => {
    expect(() => compileTemplates('a0 c1', [], known)).toThrow('a template has no atom "c1"')
  })
})
