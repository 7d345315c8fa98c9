import { describe, expect, test } from 'vitest'
import { stalenessOf, type Watched } from '../../../src/serve/views/sources-staleness.ts'
import { type Entry, openMemory } from '../../../src/store/index.ts'
import { appOf } from './app.ts'
import { documentOf } from './dom.ts'

const NOW = Date.parse('2025-06-01T12:00:00Z')
const FRESH: Watched = {
  address: 'https://a.example/feed',
  failures: 0,
  asked: '2025-06-01T11:50:00Z',
  answered: '2025-06-01T11:50:00Z',
  next: '2025-06-01T12:05:00Z',
}

describe('how far a source can be relied on', () => {
  test.each<[Partial<Watched>, string]>([
    [{}, 'fresh'],
    [{ failures: 1, fault: 'timeout' }, 'fresh'],
    [{ failures: 3, fault: 'timeout' }, 'failing'],
    [{ stopped: 'gone (410)' }, 'stopped'],
    [{ next: '2025-06-01T09:00:00Z' }, 'late'],
    [{ next: 'nonsense' }, 'late'],
    [{ newest: '2025-05-20T09:00:00Z' }, 'silent'],
  ])('%j is %s', (change, state) => {
    expect(stalenessOf({ ...FRESH, ...change }, NOW).state).toBe(state)
  })
  test('one that was never asked, or never answered, is not fresh', () => {
    const { asked: _, answered: __, next: ___, ...bare } = FRESH
    expect(stalenessOf(bare, NOW).state).toBe('late')
    expect(stalenessOf({ ...bare, asked: '2025-06-01T11:50:00Z', failures: 1 }, NOW).state).toBe('failing')
  })
})

async function opened(entries: readonly Entry[]) {
  const store = openMemory()
  await store.write(entries)
  return appOf({ store, now: '2025-06-01T12:00:00Z' })
}

describe('sources', () => {
  test('none: how to watch one', async () => {
    const { status, text } = await (await opened([])).ask('/sources')
    expect(status).toBe(200)
    const dom = documentOf(text)
    expect(dom.text('.empty')).toContain('[[source]]')
    expect(dom.text('.empty')).toContain('dragoman watch')
  })
  test('what needs somebody comes first, with its fault', async () => {
    const failing = { ...FRESH, address: 'javascript:alert(1)', failures: 7, fault: '<b>503</b>' }
    const desk = await opened([FRESH, failing].map(source => ({ kind: 'source', source })))
    const dom = documentOf((await desk.ask('/sources')).text)
    expect(dom.all('tbody tr').map(row => row.querySelector('.state')?.textContent)).toEqual(['failing', 'fresh'])
    expect(dom.text('tbody tr')).toContain('<b>503</b>')
    expect(dom.all('tbody a').map(a => a.getAttribute('href'))).toEqual(['https://a.example/feed'])
    expect(dom.text('.states')).toContain('failing 1')
  })
})

describe('notices', () => {
  const notice = (code: string, line: number) =>
    ({
      kind: 'notice',
      notice: { code, message: `line ${line} <i>`, cure: 'Mend it.', file: 'a.jsonl', line },
    }) as const
  test('none', async () => {
    const dom = documentOf((await (await opened([])).ask('/notices')).text)
    expect(dom.text('.empty')).toContain('Nothing to tell')
  })
  test('by code, most first, each with its place and cure', async () => {
    const desk = await opened([notice('b-code', 1), notice('a-code', 2), notice('b-code', 3)])
    const dom = documentOf((await desk.ask('/notices')).text)
    expect(dom.all('.notices h2').map(h2 => h2.textContent)).toEqual(['b-code 2', 'a-code 1'])
    expect(dom.text('tbody')).toContain('line 1 <i>a.jsonl:1Mend it.')
    const one = documentOf((await desk.ask('/notices?code=a-code')).text)
    expect(one.all('tbody tr')).toHaveLength(1)
    const none = documentOf((await desk.ask('/notices?code=%22%3E%3Cb%3E')).text)
    expect(none.text('.empty')).toContain('No notice has this code')
  })
})
