import { describe, expect, test } from 'vitest'
import { STYLE } from '../../src/publish/style.ts'

/** The custom properties of a rule that starts with the given text. */
function properties(from: string): Readonly<Record<string, string>> {
  const start = STYLE.indexOf(from)
  const block = STYLE.slice(start, STYLE.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/gu)].map(match => [match[1], match[2]]))
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a = '', b = ''): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map(i => {
      const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const light = properties(':root {')
const dark = properties('@media (prefers-color-scheme: dark)')

test('dark gives each colour of light anew', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light))
  expect(Object.keys(light).length).toBeGreaterThan(10)
})

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, colours) => {
  test.each(['paper', 'raise', 'on'])('words on %s reach 4.5 to 1', ground => {
    for (const ink of ['ink', 'soft', 'link'])
      expect(contrast(colours[ink], colours[ground]), ink).toBeGreaterThanOrEqual(4.5)
  })
  test('marked words reach 4.5 to 1', () => {
    expect(contrast(colours.ink, colours.mark)).toBeGreaterThanOrEqual(4.5)
  })
  test('shapes reach 3 to 1', () => {
    for (const shape of ['teal', 'blue', 'amber', 'red'])
      expect(contrast(colours[shape], colours.paper), shape).toBeGreaterThanOrEqual(3)
  })
})
