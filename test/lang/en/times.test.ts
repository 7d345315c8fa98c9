import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside } from '../../../src/core/span.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { timeReader } from '../../../src/lang/en/times.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'

const reader = timeReader()
/** A Wednesday. */
const DAY = '2025-05-28'

function read(text: string, day: string | null = DAY) {
  const token = tokens(text)
  return reader(text, { token, sentence: sentences(text, token), quote: [] }, day === null ? {} : { day })
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

test('ranges are two expressions that share month and year', () =>
  check([
    [
      'It ran 23–25 May.',
      [
        ['23', '2025-05-23', '2025-05-23'],
        ['25 May', '2025-05-25', '2025-05-25'],
      ],
    ],
    [
      'It ran from 23 to 25 May 2024.',
      [
        ['23', '2024-05-23', '2024-05-23'],
        ['25 May 2024', '2024-05-25', '2024-05-25'],
      ],
    ],
    [
      'It ran May 23-25, 2024.',
      [
        ['May 23', '2024-05-23', '2024-05-23'],
        ['25, 2024', '2024-05-25', '2024-05-25'],
      ],
    ],
    [
      'Between 2014 and 2022 it held.',
      [
        ['2014', '2014', '2014'],
        ['2022', '2022', '2022'],
      ],
    ],
    [
      'The 1939–45 war ended.',
      [
        ['1939', '1939', '1939'],
        ['45', '1945', '1945'],
      ],
    ],
    [
      'It ran from November to February 2025.',
      [
        ['November', '2024-11', '2024-11'],
        ['February 2025', '2025-02', '2025-02'],
      ],
    ],
    ['Hit on the night of 27–28 May.', [['the night of 27–28 May', '2025-05-27TNI', '2025-05-27/2025-05-28']]],
  ]))

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
  'Some 2000 soldiers and over 2000 drones came.',
  'Resolution 1970 was adopted on Flight 1942.',
  'It cost $2000 or 1999 euros, the 1000 for 1000 deal.',
  'Version 2.0.2024 runs 5.4 km at 20%.',
  'They won 21:15 and lost 2:1.',
  'Call +90 212 2025 2026 or 0800 1945 1945.',
  'The Sun and the Daily Mail wrote of the fall of Kabul.',
])('no time in %j', text => expect(times(text)).toEqual([]))

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

test('spans lie inside the text, in order, apart', () => {
  const word = fc.constantFrom(
    'May',
    '28',
    'of',
    'the',
    '2025',
    '-',
    ',',
    'Tuesday',
    'night',
    'last',
    'two',
    'weeks',
    'ago',
    '3',
    'pm',
    '.',
    'BC',
    'early',
    'à',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), words => {
      const text = words.join(' ')
      let end = 0
      for (const { span } of read(text)) {
        expect(isInside(text, span) && span.start >= end && span.end > span.start).toBe(true)
        end = span.end
      }
    }),
  )
})

test.each([
  ['digits', '1'],
  ['numbers', '12 '],
  ['months', 'May '],
  ['dates', '28 May 2025 - '],
  ['number words', 'two hundred and '],
  ['hyphens', '12-May-'],
])('a long run of %s takes linear time', (_, unit) => {
  const seconds = (length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const token = tokens(text)
    const started = performance.now()
    reader(
      text,
      {
        token,
        sentence: [{ span: { start: 0, end: text.length }, value: { kind: 'sentence', paragraph: 0 }, by: 'x' }],
        quote: [],
      },
      { day: DAY },
    )
    return performance.now() - started
  }
  seconds(20_000)
  const [short, long] = [seconds(20_000), seconds(200_000)]
  expect(long).toBeLessThan(Math.max(short, 20) * 40)
})
