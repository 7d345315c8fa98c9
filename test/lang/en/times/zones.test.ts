import { expect, test } from 'vitest'
import { offsetOn } from '../../../../src/lang/en/times/zones.ts'

test.each([
  ['Z', '2025-07-01', 'Z'],
  ['+03:00', undefined, '+03:00'],
  ['eu+02:00', '2025-03-29', '+02:00'],
  ['eu+02:00', '2025-03-30', '+03:00'],
  ['eu+02:00', '2025-10-25', '+03:00'],
  ['eu+02:00', '2025-10-26', '+02:00'],
  ['eu+00:00', '2025-07-01', '+01:00'],
  ['us-05:00', '2025-03-08', '-05:00'],
  ['us-05:00', '2025-03-09', '-04:00'],
  ['us-05:00', '2025-11-02', '-05:00'],
  ['us-05:00', undefined, ''],
] as const)('%s on %s is %s', (zone, day, expected) => expect(offsetOn(zone, day)).toBe(expected))
