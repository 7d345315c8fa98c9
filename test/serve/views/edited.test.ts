import { expect, test } from 'vitest'
import type { Line } from '../../help/desk-app.ts'
import { openTestDesk } from '../../help/desk-app.ts'
import { documentOf } from './dom.ts'

const URL = 'https://wire.example/istanbul-date'
const FIRST: Line = {
  url: URL,
  publisher: 'wire.example',
  published: '2025-05-29T06:00:00Z',
  title: 'Russia and Ukraine to meet in Istanbul on 9 June, wire says',
  text: 'ISTANBUL (wire) - Russia and Ukraine will meet in Istanbul on June 9, Sergey Lavrov told the wire on Thursday. Ukraine waits for the memorandum of Russia.',
}
const EDITED: Line = {
  ...FIRST,
  modified: '2025-05-29T15:00:00Z',
  published: '2025-05-29T06:00:00Z',
  text: FIRST.text.replace('on June 9', 'on June 2'),
}

test('a sentence whose report was edited since says so, and whether its words still stand', async () => {
  const { get } = await openTestDesk([FIRST, EDITED])
  const dom = documentOf((await get('/c/talks/')).text)
  const marks = dom.all('.edited')
  const gone = marks.filter(mark => mark.textContent?.includes('gone'))
  expect(gone.length).toBeGreaterThan(0)
  for (const mark of gone) {
    expect(mark.textContent).toBe('report edited on 29 May 2025: these words are gone')
    expect(mark.closest('p, h1')?.textContent).toContain('June 9')
    expect((await get(mark.getAttribute('href') ?? '')).status).toBe(200)
  }
  const before = documentOf((await get('/c/talks/?as-of=2025-05-28')).text)
  expect(before.all('.edited')).toHaveLength(0)
})
