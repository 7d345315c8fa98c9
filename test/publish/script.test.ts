import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { SCRIPT } from '../../src/publish/script.ts'

test('is a script that can be read and cannot end its element', () => {
  expect(() => new Script(SCRIPT)).not.toThrow()
  expect(SCRIPT).not.toMatch(/<[!/]/u)
})

test('sets text as text, never as markup, and asks for nothing', () => {
  expect(SCRIPT).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function\(|fetch|XMLHttp|import\(/u,
  )
})
