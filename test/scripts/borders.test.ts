import { expect, test } from 'vitest'
import { breaches, importsOf } from '../../scripts/borders.ts'

const none = new Set<string>(['zod'])

test.each([
  ['src/brief/a.ts', 'src/core/x.ts', 0],
  ['src/brief/a.ts', 'src/brief/x.ts', 0],
  ['src/pipeline.ts', 'src/brief/x.ts', 0],
  ['src/merge/a.ts', 'src/brief/x.ts', 1],
  ['src/core/a.ts', 'src/lang/x.ts', 1],
  ['src/brief/a.ts', 'node:http', 1],
  ['src/ingest/fetch.ts', 'undici', 1], // not declared here
  ['src/publish/a.ts', 'zod', 0],
  ['src/publish/a.ts', 'zod/v4', 0],
  ['src/publish/a.ts', 'node:fs', 1],
  ['src/cli/a.ts', 'node:fs', 0],
])('%s → %s: %d breaches', (file, to, count) => {
  expect(breaches([{ file, to }], none)).toHaveLength(count)
})

test('a cycle is found once', () => {
  const ring = [
    { file: 'src/core/a.ts', to: 'src/core/b.ts' },
    { file: 'src/core/b.ts', to: 'src/core/a.ts' },
  ]
  expect(breaches(ring, none)).toEqual(['import cycle: src/core/a.ts → src/core/b.ts → src/core/a.ts'])
})

test('imports of every form are read', () => {
  const text =
    "import { a } from './b.ts'\nimport type {\n  C,\n} from '../core/c.ts'\nexport { d } from './d.ts'\nconst e = await import('./e.ts')\nimport 'zod'\n"
  expect(importsOf('src/x/a.ts', text).map(i => i.to)).toEqual([
    'src/x/b.ts',
    'src/core/c.ts',
    'src/x/d.ts',
    'src/x/e.ts',
    'zod',
  ])
})
