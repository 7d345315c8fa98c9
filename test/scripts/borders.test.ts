import { expect, test } from 'vitest'
import { breaches, importsOf } from '../../scripts/borders.ts'
import { sourceOf } from '../../scripts/sources.ts'

const allowed = { dependencies: new Set(['zod', '@hono/node-server', 'hono']), development: new Set(['vitest']) }

test.each([
  ['src/brief/a.ts', 'src/core/x.ts'],
  ['src/brief/a.ts', 'src/brief/x.ts'],
  ['src/brief/a.ts', 'src/lang/en/x.ts'],
  ['src/lang/en/a.ts', 'src/learn/x.ts'],
  ['src/pipeline.ts', 'src/brief/x.ts'],
  ['src/cli/a.ts', 'src/serve/x.ts'],
  ['src/cli/a.ts', 'node:fs'],
  ['src/serve/a.ts', 'node:http'],
  ['src/serve/a.ts', '@hono/node-server/serve-static'],
  ['src/publish/a.ts', 'zod/v4'],
  ['src/publish/a.ts', 'package.json'],
  ['test/core/a.test.ts', 'vitest'],
  ['bench/run.ts', 'src/ingest/x.ts'],
  ['bench/run.ts', 'node:fs'],
])('%s may import %s', (file, to) => {
  expect(breaches([{ file, to }], allowed)).toEqual([])
})

test.each([
  ['src/merge/a.ts', 'src/brief/x.ts', 'merge may import core'],
  ['src/core/a.ts', 'src/lang/x.ts', 'core may import nothing of ours'],
  ['src/publish/a.ts', 'src/pipeline.ts', 'publish may import core'],
  ['src/brief/a.ts', 'test/help/x.ts', 'imports test/help/x.ts'],
  ['src/attic/a.ts', 'src/core/x.ts', 'src/attic has no row'],
  ['src/brief/a.ts', 'node:http', 'allowed is src/serve'],
  ['src/serve/a.ts', 'undici', 'allowed is src/ingest/fetch'],
  ['src/ingest/walk.ts', 'node:net', 'allowed is src/ingest/fetch'],
  ['src/cli/a.ts', 'hono', 'allowed is src/serve'],
  ['src/publish/a.ts', 'node:fs', 'allowed is'],
  ['src/publish/a.ts', 'node:fs/promises', 'allowed is'],
  ['src/cli/a.ts', 'node:child_process', 'nothing in src'],
  ['src/core/a.ts', 'vitest', 'development only'],
  ['bench/a.ts', 'left-pad', 'package.json does not name'],
  ['src/ingest/fetch.ts', 'undici', 'package.json does not name'],
])('%s may not import %s', (file, to, why) => {
  expect(breaches([{ file, to }], allowed)).toEqual([expect.stringContaining(why)])
})

test('a ring of imports is found once', () => {
  const ring = [
    { file: 'src/core/a.ts', to: 'src/core/b.ts' },
    { file: 'src/core/b.ts', to: 'src/core/c.ts' },
    { file: 'src/core/c.ts', to: 'src/core/a.ts' },
    { file: 'src/core/d.ts', to: 'src/core/a.ts' },
  ]
  expect(breaches(ring, allowed)).toEqual([
    'import cycle: src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts',
  ])
  expect(breaches(ring.slice(1), allowed)).toEqual([])
})

test('imports of every form are read, words in comments and texts are not', () => {
  const text = [
    "import { a } from './b.ts'",
    "import type {\n  C,\n} from '../core/c.ts'",
    "export { d } from './d.ts'",
    "export * from '../../bench/types.ts'",
    "const e = await import('./e.ts')",
    'type F = import("./f.ts").F',
    "import 'zod'",
    "// import { g } from './g.ts'",
    'const h = "import { h } from \'./h.ts\'"',
    'const i = await import(e)',
  ].join('\n')
  expect(importsOf(sourceOf('src/x/a.ts', text))).toEqual(
    ['src/x/b.ts', 'src/core/c.ts', 'src/x/d.ts', 'bench/types.ts', 'src/x/e.ts', 'src/x/f.ts', 'zod'].map(to => ({
      file: 'src/x/a.ts',
      to,
    })),
  )
})
