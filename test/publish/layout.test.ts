import { expect, test } from 'vitest'
import { LAYOUT } from '../../src/publish/layout.ts'
import { SCRIPT } from '../../src/publish/script.ts'
import { STYLE } from '../../src/publish/style.ts'

test('braces close', () => {
  for (const css of [STYLE, LAYOUT]) expect(css.split('{').length).toBe(css.split('}').length)
})

test('uses only custom properties that the style gives', () => {
  const given = new Set([...STYLE.matchAll(/(--[a-z]+):/gu)].map(match => match[1]))
  for (const [, used] of `${STYLE}${LAYOUT}`.matchAll(/var\((--[a-z]+)\)/gu)) expect(given.has(used), used).toBe(true)
})

test('style and script agree on where the screen is wide', () => {
  expect(LAYOUT).toContain('(min-width: 75rem)')
  expect(SCRIPT).toContain('(min-width: 75rem)')
})
