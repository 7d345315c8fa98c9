import { expect, test } from 'vitest'
import { whenOf } from '../../../../src/lang/en/times/when.ts'

test.each([
  ['2025-05-28', undefined, '2025-05-28', '2025-05-28', 'day', '2025-05-28'],
  ['2025-05-28T14:30Z', undefined, '2025-05-28', '2025-05-28', 'time', '2025-05-28T14:30:00Z'],
  ['2025-05-28TNI', undefined, '2025-05-28', '2025-05-28', 'day', '2025-05-28'],
  ['2025-02', undefined, '2025-02-01', '2025-02-28', 'month', '2025-02'],
  ['2025', undefined, '2025-01-01', '2025-12-31', 'year', '2025'],
  ['2025-W01', undefined, '2024-12-30', '2025-01-05', 'week', '2024-12-30/2025-01-05'],
  ['2025-W22-WE', undefined, '2025-05-31', '2025-06-01', 'range', '2025-05-31/2025-06-01'],
  ['2025-SU', undefined, '2025-06-01', '2025-08-31', 'season', '2025-22'],
  ['2025-Q4', undefined, '2025-10-01', '2025-12-31', 'quarter', '2025-36'],
  ['2025-H2', undefined, '2025-07-01', '2025-12-31', 'range', '2025-41'],
  ['199', undefined, '1990-01-01', '1999-12-31', 'range', '199X'],
  ['18', undefined, '1800-01-01', '1899-12-31', 'range', '18XX'],
  ['2025-05', 'START', '2025-05-01', '2025-05-16', 'range', '2025-05-01/2025-05-16'],
  ['2025-05', 'END', '2025-05-16', '2025-05-31', 'range', '2025-05-16/2025-05-31'],
  ['2025-05-28', 'END', '2025-05-28', '2025-05-28', 'day', '2025-05-28'],
])('%s %s is %s to %s', (value, mod, earliest, latest, precision, edtf) =>
  expect(whenOf(value, mod)).toEqual({ earliest, latest, precision, edtf }),
)

test.each(['P2D', 'PAST_REF', 'BC0490', 'XXXX-05-28', '2025-13', '2025-02-30', '2024-WI', 'XXXX-WXX-2'])(
  '%s has no days',
  value => expect(whenOf(value)).toBeUndefined(),
)
