import { expect, test } from 'vitest'
import { timeReader } from '../../../src/lang/en/times.ts'
import { tagged } from './tagged.ts'

const reader = timeReader()
/** A Wednesday. */
const DAY = '2025-05-28'

function read(text: string, day: string | null = DAY) {
  return reader(text, tagged(text), day === null ? {} : { day })
}

/** Each expression as its words, its value and its days ("-": none). */
function times(text: string, day: string | null = DAY) {
  return read(text, day).map(({ span, value }) => [
    text.slice(span.start, span.end),
    value.value,
    value.when ? (value.when.earliest === value.when.latest ? value.when.earliest : value.when.edtf) : '-',
  ])
}

function check(cases: readonly (readonly [text: string, expected: readonly (readonly string[])[]])[]): void {
  for (const [text, expected] of cases) expect(times(text), text).toEqual(expected)
}

test('dates written in full', () =>
  check([
    ['Signed on 28 May 2025.', [['28 May 2025', '2025-05-28', '2025-05-28']]],
    ['Signed on May 28, 2025, in Rome.', [['May 28, 2025', '2025-05-28', '2025-05-28']]],
    ['Signed on the 28th of May 2024.', [['the 28th of May 2024', '2024-05-28', '2024-05-28']]],
    [
      'Signed 2025-05-28 and 28/05/2025.',
      [
        ['2025-05-28', '2025-05-28', '2025-05-28'],
        ['28/05/2025', '2025-05-28', '2025-05-28'],
      ],
    ],
    ['Signed in May 2025.', [['May 2025', '2025-05', '2025-05']]],
    ['Signed in 2014.', [['2014', '2014', '2014']]],
    ['Since the 1990s it grew.', [['the 1990s', '199', '199X']]],
    ['In the 19th century it grew.', [['the 19th century', '18', '18XX']]],
    ['In spring 2022 it grew.', [['spring 2022', '2022-SP', '2022-21']]],
    ['In Q1 2024 it grew.', [['Q1 2024', '2024-Q1', '2024-33']]],
    ['In the first half of 2025 it grew.', [['the first half of 2025', '2025-H1', '2025-40']]],
    ['In 490 BC they landed.', [['490 BC', 'BC0490', '-']]],
    ['On 31 June 2025 nothing happens.', []],
  ]))

test('dates without a year take the one that tense and nearness say', () =>
  check([
    ['They met on May 16.', [['May 16', '2025-05-16', '2025-05-16']]],
    ['They will meet on June 2.', [['June 2', '2025-06-02', '2025-06-02']]],
    ['He invited Kyiv to talks on June 2.', [['June 2', '2025-06-02', '2025-06-02']]],
    ['They met in December.', [['December', '2024-12', '2024-12']]],
    ['They agreed to meet in December.', [['December', '2025-12', '2025-12']]],
    ['They met in June.', [['June', '2024-06', '-']]],
    [
      'It invaded in February 2022. In April it left.',
      [
        ['February 2022', '2022-02', '2022-02'],
        ['April', '2025-04', '-'],
      ],
    ],
    ['The September 11 attacks were recalled.', [['September 11', '2024-09-11', '-']]],
  ]))

test('a range is one expression, whose ends share month and year', () =>
  check([
    ['It ran 23–25 May.', [['23–25 May', '2025-05-23/2025-05-25', '2025-05-23/2025-05-25']]],
    ['It ran from 23 to 25 May 2024.', [['from 23 to 25 May 2024', '2024-05-23/2024-05-25', '2024-05-23/2024-05-25']]],
    ['It ran May 23-25, 2024.', [['May 23-25, 2024', '2024-05-23/2024-05-25', '2024-05-23/2024-05-25']]],
    ['Between 2014 and 2022 it held.', [['Between 2014 and 2022', '2014/2022', '2014/2022']]],
    ['The 1939–45 war ended.', [['1939–45', '1939/1945', '1939/1945']]],
    [
      'It ran from November to February 2025.',
      [['from November to February 2025', '2024-11/2025-02', '2024-11/2025-02']],
    ],
    ['Hit on the night of 27–28 May.', [['the night of 27–28 May', '2025-05-27TNI', '2025-05-27/2025-05-28']]],
    ['Talks ran from Friday to Sunday.', [['from Friday to Sunday', '2025-05-23/2025-05-25', '2025-05-23/2025-05-25']]],
    [
      'They will meet from Saturday to Monday.',
      [['from Saturday to Monday', '2025-05-31/2025-06-02', '2025-05-31/2025-06-02']],
    ],
    ['It ran from 28 May to 2 June.', [['from 28 May to 2 June', '2025-05-28/2025-06-02', '2025-05-28/2025-06-02']]],
    [
      'It closed from 9 to 11 a.m. on Tuesday.',
      [
        ['from 9 to 11 a.m.', '2025-05-27T09:00/2025-05-27T11:00', '2025-05-27'],
        ['Tuesday', '2025-05-27', '2025-05-27'],
      ],
    ],
  ]))

test('what stands side by side or was moved is no range', () =>
  check([
    [
      'It was hit on 23 and 25 May.',
      [
        ['23', '2025-05-23', '2025-05-23'],
        ['25 May', '2025-05-25', '2025-05-25'],
      ],
    ],
    [
      'It was hit on Friday and Saturday.',
      [
        ['Friday', '2025-05-23', '2025-05-23'],
        ['Saturday', '2025-05-24', '2025-05-24'],
      ],
    ],
    [
      'They moved the talks from 23 to 25 May.',
      [
        ['23', '2025-05-23', '2025-05-23'],
        ['25 May', '2025-05-25', '2025-05-25'],
      ],
    ],
  ]))

test('the ends of a range are kept as TIMEX3 marks them', () => {
  const [range] = read('It ran from 23 to 25 May.')
  expect(range?.value.ends?.map(({ span, value }) => [span, value])).toEqual([
    [{ start: 12, end: 14 }, '2025-05-23'],
    [{ start: 18, end: 24 }, '2025-05-25'],
  ])
})

test('days and weeks from the day of publication', () =>
  check([
    [
      'They meet today, met yesterday, meet tomorrow.',
      [
        ['today', '2025-05-28', '2025-05-28'],
        ['yesterday', '2025-05-27', '2025-05-27'],
        ['tomorrow', '2025-05-29', '2025-05-29'],
      ],
    ],
    ['They meet tonight.', [['tonight', '2025-05-28TNI', '2025-05-28']]],
    ['It was hit overnight.', [['overnight', '2025-05-27TNI', '2025-05-27/2025-05-28']]],
    [
      'They met last week and last month.',
      [
        ['last week', '2025-W21', '2025-05-19/2025-05-25'],
        ['last month', '2025-04', '2025-04'],
      ],
    ],
    ['They met over the weekend.', [['the weekend', '2025-W21-WE', '2025-05-24/2025-05-25']]],
    ['They will meet at the weekend.', [['the weekend', '2025-W22-WE', '2025-05-31/2025-06-01']]],
    ['It rained earlier this month.', [['earlier this month', '2025-05', '2025-05-01/2025-05-28']]],
    ['It left two days ago.', [['two days ago', '2025-05-26', '2025-05-26']]],
    ['It left two weeks ago.', [['two weeks ago', '2025-W20', '2025-05-11/2025-05-17']]],
    ['It left a few days ago.', [['a few days ago', 'PAST_REF', '-']]],
    ['They will meet in three weeks.', [['three weeks', '2025-W25', '2025-06-15/2025-06-21']]],
    ['It was built in three weeks.', [['three weeks', 'P3W', '-']]],
    ['It began in early May.', [['early May', '2025-05', '2025-05-01/2025-05-16']]],
    ['It ends in mid-2024.', [['mid-2024', '2024', '2024-04-01/2024-10-01']]],
  ]))

test('weekdays lie before or ahead by the tense of the sentence', () =>
  check([
    [
      'He said on Tuesday that they will meet on Friday.',
      [
        ['Tuesday', '2025-05-27', '2025-05-27'],
        ['Friday', '2025-05-30', '2025-05-30'],
      ],
    ],
    ['He spoke on Wednesday.', [['Wednesday', '2025-05-28', '2025-05-28']]],
    ["He said Friday's talks would go ahead.", [['Friday', '2025-05-30', '2025-05-30']]],
    ['The drafts are to be exchanged on Monday.', [['Monday', '2025-06-02', '2025-06-02']]],
    ['Talks resume on Monday, he said.', [['Monday', '2025-06-02', '2025-06-02']]],
    ['They demanded a truce from Monday.', [['Monday', '2025-05-26', '-']]],
    ['They met last Thursday.', [['last Thursday', '2025-05-22', '2025-05-22']]],
    ['They meet next Friday.', [['next Friday', '2025-05-30', '-']]],
    ['They met on Monday last week.', [['Monday last week', '2025-05-19', '2025-05-19']]],
    ['He spoke late on Tuesday.', [['late on Tuesday', '2025-05-27', '2025-05-27']]],
    ['It fell by Tuesday evening.', [['Tuesday evening', '2025-05-27TEV', '2025-05-27']]],
  ]))

test('what counts from a mention', () =>
  check([
    [
      'It began on 5 May. The next day it ended.',
      [
        ['5 May', '2025-05-05', '2025-05-05'],
        ['The next day', '2025-05-06', '2025-05-06'],
      ],
    ],
    [
      'It began on 5 May and ended two days later.',
      [
        ['5 May', '2025-05-05', '2025-05-05'],
        ['two days later', '2025-05-07', '2025-05-07'],
      ],
    ],
    [
      'It began in 1914; by May that year it spread.',
      [
        ['1914', '1914', '1914'],
        ['May that year', '1914-05', '1914-05'],
      ],
    ],
    ['The day before the attack he left.', []],
  ]))

test('durations, sets, clock times', () =>
  check([
    ['It fell in the past 24 hours.', [['the past 24 hours', 'PT24H', '-']]],
    [
      'A 30-day truce lasted nearly two and a half weeks.',
      [
        ['30-day', 'P30D', '-'],
        ['nearly two and a half weeks', 'P2.5W', '-'],
      ],
    ],
    [
      'They meet every Monday, daily, twice a week.',
      [
        ['every Monday', 'XXXX-WXX-1', '-'],
        ['daily', 'P1D', '-'],
        ['twice a week', 'P1W', '-'],
      ],
    ],
    ['It began on Tuesday at 14:30 GMT.', [['Tuesday at 14:30 GMT', '2025-05-27T14:30Z', '2025-05-27']]],
    ['It began at 3:30 a.m. local time.', [['3:30 a.m. local time', '2025-05-28T03:30', '-']]],
    ['They met on Christmas Day 2024.', [['Christmas Day 2024', '2024-12-25', '2024-12-25']]],
    ['They met last Easter.', [['last Easter', '2025-04-20', '2025-04-20']]],
  ]))

test.each([
  'They may march on, and an august body may sit.',
  'Theresa May spoke; the Women’s March on Washington went on.',
  'April Smith and June Jones met August Wilson and Mr. May.',
  'Some 2000 soldiers and over 2000 drones came, in 1900 cases.',
  'Resolution 1970 was adopted on Flight 1942.',
  'The 2024 battalion and Unit 2019 met in Room 2020 on 1900 square km.',
  'It cost $2000 or 1999 euros, the 1000 for 1000 deal.',
  'Version 2.0.2024 runs 5.4 km at 20%; Python 3.12 runs on Windows 2000.',
  'They won 21:15, lost 2:1, drew 3-1 and led in the second quarter of the game.',
  'Call +90 212 2025 2026, 555-2024 or 0800 1945 1945.',
  'The Sun and the Daily Mail wrote of the fall of Kabul.',
  'The Sunday Times and USA Today wrote of the Winter Palace.',
  'Su-35 and Kh-101 flew under Article 5, decree No. 2023 and ISO 8601.',
])('no time in %j', text => expect(times(text)).toEqual([]))

test('the prayers of a weekday come every week', () =>
  check([['They left after Friday prayers.', [['Friday', 'XXXX-WXX-5', '-']]]]))

test('without a day of publication nothing relative gets days', () => {
  expect(times('On Tuesday he left; they met yesterday and on 5 May.', null)).toEqual([
    ['Tuesday', 'XXXX-WXX-2', '-'],
    ['yesterday', 'XXXX-XX-XX', '-'],
    ['5 May', 'XXXX-05-05', '-'],
  ])
  expect(times('They met on 1 June 2025. On 2 June they signed.', null)[1]).toEqual([
    '2 June',
    '2025-06-02',
    '2025-06-02',
  ])
})

test('history counts from the last mention', () => {
  const text =
    'War came in 1914. Since 1870 all had armed, and from 1904 in haste. In August 1914 Liège fell; in September the line held. In 1915 Italy joined. In May it attacked. By 1916 and 1917 all were worn out.'
  const values = times(text).map(([words, value]) => `${words}=${value}`)
  expect(values).toContain('September=1914-09')
  expect(values).toContain('May=1915-05')
})

test('a range without a year turns with the year', () => {
  expect(times('It ran from November to March.')[0]?.[2]).toBe('2024-11/2025-03')
  expect(times('It will run from November to March.')[0]?.[2]).toBe('2025-11/2026-03')
  const text =
    'War came in 1914. Since 1870 all had armed, and from 1904 in haste. By 1916 and 1917 all were worn out, in 1918 all fled. It rained from October to March.'
  expect(times(text).at(-1)?.[2]).toBe('1917-10/1918-03')
})

test('weeks, weekends, rows of days up to now, anniversaries', () =>
  check([
    ['It fell in the week of 19 May.', [['the week of 19 May', '2025-W21', '2025-05-19/2025-05-25']]],
    ['It fell on the weekend of 17–18 May.', [['the weekend of 17–18 May', '2025-W20-WE', '2025-05-17/2025-05-18']]],
    ['It was hit for a third day.', [['third day', 'P3D', '2025-05-26/2025-05-28']]],
    ['It was the second night in a row.', [['second night in a row', 'P2NI', '2025-05-27/2025-05-28']]],
    [
      'On the third anniversary of 24 February 2022 he spoke.',
      [['the third anniversary of 24 February 2022', '2025-02-24', '2025-02-24']],
    ],
    [
      'Drones came overnight from Saturday to Sunday.',
      [['overnight from Saturday to Sunday', '2025-05-24TNI', '2025-05-24/2025-05-25']],
    ],
    ['Two years into the war they met.', [['Two years', 'P2Y', '-']]],
  ]))

test('holidays of other calendars, and named times', () =>
  check([
    ['They met on Orthodox Easter.', [['Orthodox Easter', '2025-04-20', '2025-04-20']]],
    ['They met on Eid al-Fitr.', [['Eid al-Fitr', '2025-03-31', '2025-03-30/2025-04-01']]],
    ['It was calm during Ramadan 2024.', [['Ramadan 2024', '2024-03-11/2024-04-09', '2024-03-10/2024-04-10']]],
    ['It stood during the Cold War.', [['the Cold War', '1947/1991', '1947-01-01/1991-12-31']]],
  ]))

test('clock times with zones, summer time by the day', () =>
  check([
    [
      'It began on Tuesday at 14:30 Kyiv time.',
      [['Tuesday at 14:30 Kyiv time', '2025-05-27T14:30+03:00', '2025-05-27']],
    ],
    [
      'It began at 9 a.m. Eastern time on 2 January 2025.',
      [['9 a.m. Eastern time on 2 January 2025', '2025-01-02T09:00-05:00', '2025-01-02']],
    ],
    ['It began at 14:00 UTC+3.', [['14:00 UTC+3', '2025-05-28T14:00+03:00', '-']]],
    ['At 14:00 Kyiv fell.', [['14:00', '2025-05-28T14:00', '-']]],
  ]))

test('in a quotation time counts from the day it was said', () => {
  const [said, relative] = read('He said on Monday: "We met yesterday."')
  expect([said?.value.value, said?.value.anchor]).toEqual(['2025-05-26', 'published'])
  expect([relative?.value.value, relative?.value.anchor]).toEqual(['2025-05-25', 'speech'])
  expect(times('"We will meet tomorrow," the minister said on Friday.')[0]?.[1]).toBe('2025-05-24')
  expect(read('"We will meet tomorrow," the minister said.')[0]?.value).toMatchObject({
    value: '2025-05-29',
    anchor: 'published',
  })
})

test('a dateline of another day is what the report counts from', () => {
  const [, weekday, today] = read('BERLIN, May 26 (Agency) - The chancellor spoke on Tuesday and left today.')
  expect([weekday?.value.value, weekday?.value.anchor]).toEqual(['2025-05-20', 'dateline'])
  expect([today?.value.value, today?.value.anchor]).toEqual(['2025-05-26', 'dateline'])
  expect(read('BERLIN, May 26, 2025 (Agency) - He left today.', null).at(-1)?.value.value).toBe('2025-05-26')
})

test('unsure values keep their other readings, likeliest first, and no days', () => {
  const others = (text: string) => {
    const value = read(text).at(-1)?.value
    return [value?.when, ...(value?.alternatives ?? []).map(one => one.value)]
  }
  expect(others('They meet next Friday.')).toEqual([undefined, '2025-05-30', '2025-06-06'])
  expect(others('They demanded a truce from Monday.')).toEqual([undefined, '2025-05-26', '2025-06-02'])
  expect(others('They met in June.')).toEqual([undefined, '2024-06', '2025-06', '2026-06'])
  expect(others('It invaded in February 2022. In April it left.')).toEqual([
    undefined,
    '2025-04',
    '2022-04',
    '2026-04',
    '2024-04',
  ])
  expect(read('They met on Tuesday.')[0]?.value.alternatives).toBeUndefined()
})

test('each expression names its rule, its anchor and how sure it is', () => {
  expect(read('He left on Tuesday.')).toEqual([
    {
      span: { start: 11, end: 18 },
      value: {
        type: 'DATE',
        value: '2025-05-27',
        when: { earliest: '2025-05-27', latest: '2025-05-27', precision: 'day', edtf: '2025-05-27' },
        anchor: 'published',
        certainty: 'implied',
      },
      by: 'time/wday',
    },
  ])
})
