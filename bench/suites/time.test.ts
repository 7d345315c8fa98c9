import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { timeSuite } from './time.ts'

test('a folder of TimeML gives the four figures, with peers also theirs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'time-'))
  try {
    writeFileSync(
      join(folder, 'a.tml'),
      '<TimeML><DCT><TIMEX3 value="2025-05-28">x</TIMEX3></DCT><TEXT>He left on <TIMEX3 type="DATE" value="2025-05-27">Tuesday</TIMEX3>.</TEXT></TimeML>',
    )
    const wikiwars = timeSuite.datasets.find(({ name }) => name === 'wikiwars')
    const figures = (await wikiwars?.run(folder, { root: '', peers: true })) ?? []
    expect(figures.map(({ metric, value, peer = 'own' }) => `${peer} ${metric} ${value}`)).toEqual([
      ...['strict_f1', 'relaxed_f1', 'value_f1', 'type_f1'].map(metric => `own ${metric} 1`),
      'chrono-node strict_f1 0',
      'chrono-node relaxed_f1 1',
      expect.stringContaining('chrono-node value_f1'),
      'chrono-node type_f1 1',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
