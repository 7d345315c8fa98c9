import { expect, test } from 'vitest'
import { claimsIn } from '../help/claims.ts'

const at = (...labels: string[]) => ({ places: labels.map(label => [label, {}] as const) })

test.each([
  [
    'those of a list',
    'Fighting goes on near Loknia, Bilovody and Basivka.',
    at('Loknia', 'Bilovody', 'Basivka'),
    ['Bilovody', 'Basivka'],
  ],
  [
    'a count that goes on',
    'Eleven were injured in Kyiv, five in Kherson and Odesa; four in Kharkiv.',
    at('Kyiv', 'Kherson', 'Odesa', 'Kharkiv'),
    ['Kherson', 'Odesa', 'Kharkiv'],
  ],
  [
    'towns that were taken',
    'Russia seized four villages, Novenke and Basivka, on Monday.',
    at('Novenke', 'Basivka'),
    ['Novenke', 'Basivka'],
  ],
  ['not where others stand between', 'They were injured in Kyiv before talks in Istanbul.', at('Kyiv', 'Istanbul'), []],
])('%s', (_, text, marked, expected) => {
  const [claim] = claimsIn(text, marked)
  expect(claim?.alsoAt?.map(reading => reading.value.label) ?? []).toEqual(expected)
})

test('a doubtful place is no place of an event', () => {
  const places = [
    ['Tripoli', { doubtful: true }],
    ['Kyiv', {}],
  ] as const
  const [claim] = claimsIn('People were injured in Kyiv and Tripoli.', { places })
  expect([claim?.where?.value.label, claim?.alsoAt]).toEqual(['Kyiv', undefined])
})
