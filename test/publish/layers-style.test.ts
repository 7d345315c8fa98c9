import { expect, test } from 'vitest'
import { LAYERS } from '../../src/publish/layers-style.ts'
import { STYLE } from '../../src/publish/style.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const light = [a, b].map(colour => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map(i => {
      const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  })
  return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05)
}

test.each([0, 1])('every colour reaches 4.5 to 1 on every ground (%i: light, dark)', scheme => {
  const properties = (style: string) => {
    const block = style.split(':root {')[scheme + 1]?.split('}')[0] ?? ''
    return new Map(
      [...block.matchAll(/--([a-z0-9]+): (#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [name, value]),
    )
  }
  const colours = new Map([...properties(STYLE), ...properties(LAYERS)])
  const kinds = ['person', 'organisation', 'place', 'group', 'event', 'weapon', 'time', 'amount', 'ink', 'soft']
  for (const ground of ['paper', 'v1', 'v2', 'v3', 'v4', 'chip'])
    for (const kind of kinds)
      expect(
        contrast(colours.get(kind) ?? '', colours.get(ground) ?? ''),
        `${kind} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5)
})
