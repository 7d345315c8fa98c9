import { describe, expect, test } from 'vitest'
import { fromJson, toJson } from '../../src/publish/json.ts'
import { fixture } from './fixture.ts'
import { nasty } from './nasty.ts'

/** The fixture as JSON with one value changed. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const document: Record<string | number, unknown> = JSON.parse(toJson(fixture()))
  let place = document
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete place[last]
  else place[last] = value
  return JSON.stringify(document)
}

test('reads back what it wrote', () => {
  expect(fromJson(toJson(fixture()))).toEqual(fixture())
  const spoiled = nasty('</script>\u2028"\\', 'https://x.example/')
  expect(fromJson(toJson(spoiled))).toEqual(spoiled)
})

test('writing what was read gives the same bytes', () => {
  const text = toJson(fixture())
  expect(toJson(fromJson(text))).toBe(text)
  expect(text.endsWith('}\n')).toBe(true)
  expect(text.startsWith('{\n  "format": "dragoman-briefing/1",\n  "versions"')).toBe(true)
})

describe('what is no briefing is refused with path and cure', () => {
  test.each([
    [['format'], 'dragoman-briefing/2', 'format: '],
    [['asOf'], '2031-02-30', 'asOf: '],
    [['headline'], [], 'headline'],
    [['developments', 3, 'when', 'earliest'], 'soon', 'developments[3].when.earliest: '],
    [['lead', 0, 'parts', 1, 'by'], 'guess', 'lead[0].parts[1]'],
    [['sources', 0, 'text'], undefined, 'sources[0].text: '],
    [['lead', 0, 'extra'], true, 'lead[0]: Unrecognized key: "extra"'],
    [['counts', 'reports'], -1, 'counts.reports: '],
    [['where', 0, 'places', 0, 'latitude'], 91, 'where[0].places[0].latitude: '],
  ] as const)('%j = %j', (path, value, named) => {
    expect(() => fromJson(changed([...path], value))).toThrow(named)
    expect(() => fromJson(changed([...path], value))).toThrow('dragoman brief')
  })

  test.each([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['[]', '(whole document): '],
    ['null', '(whole document): '],
  ])('%j', (text, named) => {
    expect(() => fromJson(text)).toThrow(named)
  })

  test('many faults are counted, not all listed', () => {
    expect(() => fromJson('{}')).toThrow(/and \d+ more/u)
  })
})
