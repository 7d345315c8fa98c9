import { beforeAll, describe, expect, test } from 'vitest'
import { householdOf, limiter } from '../../src/serve/limits.ts'
import { ask, type Opened, openTalks, send, TOKENS, WITH_TOKENS } from './desk.ts'

describe('a bucket', () => {
  test('gives so many at once, then so many a minute, and says how long to wait', () => {
    let at = 0
    const { take } = limiter({ burst: 3, perMinute: 6 }, () => at)
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 10])
    expect(take('b')).toBe(0)
    at += 9_999
    expect(take('a')).toBe(1)
    at += 1
    expect([take('a'), take('a')]).toEqual([0, 10])
    at += 3_600_000
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([0, 0, 0, 10])
  })
  test('gives nothing for a clock that is set back', () => {
    let at = 1_000_000
    const { take } = limiter({ burst: 1, perMinute: 60 }, () => at)
    expect(take('a')).toBe(0)
    at = 0
    expect(take('a')).toBe(1)
  })
  test('knows no more than it can hold, and forgets who came longest ago', () => {
    const { take } = limiter({ burst: 1, perMinute: 1 }, () => 0, 2)
    expect([take('a'), take('b'), take('a'), take('c'), take('a'), take('b')]).toEqual([0, 0, 60, 0, 60, 0])
  })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:02::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, expected) => expect(householdOf(address)).toBe(expected))

describe('the desk', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openTalks()
  })
  test('lets a person read 100 times at once; then waits; another person is not held up', async () => {
    const app = opened.app(WITH_TOKENS)
    const read = (token: string) => ask(app, '/api/v1/state', { token })
    for (let n = 0; n < 100; n++) expect((await read(TOKENS.reader)).status).toBe(200)
    const refused = await read(TOKENS.reader)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await refused.json()).toMatchObject({ status: 429, title: 'Too many requests' })
    expect((await read(TOKENS.editor)).status).toBe(200)
    opened.clock.at += 1000
    expect((await read(TOKENS.reader)).status).toBe(200)
  })
  test('holds nobody up who reads on this machine', async () => {
    const app = opened.app()
    for (let n = 0; n < 150; n++) expect((await ask(app, '/api/v1/state')).status).toBe(200)
  })
  test('lets ten tokens be tried at once, by form or header', async () => {
    const app = opened.app(WITH_TOKENS)
    const tries: number[] = []
    for (let n = 0; n < 6; n++) {
      tries.push((await ask(app, '/api/v1/state', { token: `wrong${n}` })).status)
      tries.push((await send(app, '/sign-in', { access: 'wrong' })).status)
    }
    expect(tries).toEqual([401, 403, 401, 403, 401, 403, 401, 403, 401, 403, 429, 429])
  })
  test('lets 20 things be written at once', async () => {
    const app = opened.app()
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) statuses.push((await send(app, '/marks', {})).status)
    expect([statuses[19], statuses[20]]).toEqual([403, 429])
  })
  test('keeps floods out of the audit log', async () => {
    opened.clock.at += 3_600_000
    const before = opened.audit.newest(1000).length
    const app = opened.app()
    for (let n = 0; n < 200; n++) await ask(app, '/', { headers: { host: 'evil.example' } })
    expect(opened.audit.newest(1000).length - before).toBe(30)
  })
})
