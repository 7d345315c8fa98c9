import { describe, expect, test } from 'vitest'
import { findDateline } from '../../src/extract/dateline.ts'

describe('finds the dateline through its dash', () => {
  test.each([
    ['BERLIN, May 23 (AFP) - Ministers met.', 'BERLIN', 'BERLIN, May 23 (AFP) -'],
    ['BERLIN - Ministers met.', 'BERLIN', 'BERLIN -'],
    ['KYIV (AP) — Talks resumed.', 'KYIV', 'KYIV (AP) —'],
    ['NEW DELHI, India, June 2, 2025 – Talks', 'NEW DELHI', 'NEW DELHI, India, June 2, 2025 –'],
    ['Istanbul (dpa) - Talks', 'Istanbul', 'Istanbul (dpa) -'],
    ['Kyiv — Talks', 'Kyiv', 'Kyiv —'],
    ['A caption\n\nLONDON — Talks', 'LONDON', 'LONDON —'],
    ['Kyiv: Talks resumed', 'Kyiv', 'Kyiv:'],
    ['КИЇВ — Переговори', 'КИЇВ', 'КИЇВ —'],
    ['\n\nMOSCOW (Reuters) - A', 'MOSCOW', 'MOSCOW (Reuters) -'],
  ])('%j', (text, place, passage) => {
    const found = findDateline(text)
    expect(found?.place).toBe(place)
    expect(found && text.slice(found.span.start, found.span.end)).toBe(passage)
  })
})

describe('finds none', () => {
  test.each([
    'Analysis: what it means',
    'BREAKING - Talks resumed',
    'Talks resumed in BERLIN - at last',
    'The president - who met them',
    'A - B',
    'Lavrov: talks will go on',
    '',
  ])('%j', text => {
    const found = findDateline(text)
    expect(found).toBeUndefined()
  })
})
