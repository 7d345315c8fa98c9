import { expect, test } from 'vitest'
import { documentClassReader } from '../../../../src/lang/en/times.ts'
import { tagged } from '../tagged.ts'

const classOf = documentClassReader()
const of = (text: string, day = '2025-05-28') => classOf(text, tagged(text), { day })

test('history names many years, the first and nearly all long past', () => {
  const text =
    'War came in 1914. Since 1870 all had armed. In 1904 they met. In 1915 Italy joined. By 1916 and 1917 all were worn out.'
  expect(of(text)).toBe('history')
  expect(of(text, '1914-08-01')).toBe('news')
})

test('a live blog opens its entries with clock times', () => {
  const entry = (clock: string) => `${clock} The minister arrived at the palace.`
  const text = ['10:32', '11:05', '12:40', '13:15'].map(entry).join('\n\n')
  expect(of(text)).toBe('live blog')
  expect(of([entry('10:32'), entry('11:05')].join('\n\n'))).toBe('news')
})

test('a schedule opens its entries with days and tells nothing past', () => {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday']
  expect(of(days.map(day => `${day}: Foreign ministers meet in Rome.`).join('\n\n'))).toBe('schedule')
  expect(of(days.map(day => `${day} saw attacks, and a bridge was destroyed.`).join('\n\n'))).toBe('news')
})

test('any other report is news', () => {
  expect(of('He spoke on Monday. They will meet on Friday.')).toBe('news')
  expect(of('')).toBe('news')
})
