import { addDays, type Day, partsOf } from '../../../core/day.ts'
import { nthWeekday } from './calendar.ts'

/** The offset of a zone on a day: `eu+02:00` is three hours in European summer, `us-05:00` four in American summer. */
export function offsetOn(zone: string, day: Day | undefined): string {
  const rule = zone.slice(0, 2)
  if (rule !== 'eu' && rule !== 'us') return zone
  if (day === undefined) return ''
  return hourMore(zone.slice(2), rule === 'eu' ? isSummerInEurope(day) : isSummerInAmerica(day))
}

function hourMore(offset: string, summer: boolean): string {
  if (!summer) return offset
  const hours = Number(offset.slice(0, 3)) + 1
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}${offset.slice(3)}`
}

/** From the last Sunday of March to the Saturday before the last of October. */
function isSummerInEurope(day: Day): boolean {
  const { year } = partsOf(day)
  return nthWeekday(year, 3, 7, -1) <= day && day <= addDays(nthWeekday(year, 10, 7, -1), -1)
}

/** From the second Sunday of March to the Saturday before the first of November. */
function isSummerInAmerica(day: Day): boolean {
  const { year } = partsOf(day)
  return nthWeekday(year, 3, 7, 2) <= day && day <= addDays(nthWeekday(year, 11, 7, 1), -1)
}
