import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { marksOf, timeSuite } from './time.ts'
import { timePeers } from './time-peers.ts'

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
      ...['strict_f1 0', 'relaxed_f1 1', 'value_f1 0', 'type_f1 1'].map(figure => `compromise-dates ${figure}`),
      ...['strict_f1 1', 'relaxed_f1 1', 'value_f1 1', 'type_f1 1'].map(figure => `recognizers-text ${figure}`),
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a range is two marks for TIMEX, one where a set marks the whole; a long text does not hang the peers', () => {
  const text = 'It ran from 23 to 25 May 2025.'
  const read = (ranges: 'ends' | 'whole') => marksOf(ranges)({ name: 'x', text, day: '2025-05-28', marks: [] })
  expect(read('ends').map(({ start, end }) => text.slice(start, end))).toEqual(['23', '25 May 2025'])
  expect(read('whole').map(({ start, end }) => text.slice(start, end))).toEqual(['from 23 to 25 May 2025'])
  const long = { name: 'x', text: '28 May 2025 and 5 June 2025, '.repeat(50), day: '2025-05-28', marks: [] }
  for (const peer of timePeers().values()) expect(peer(long).length).toBeGreaterThan(0)
}, 30_000)
