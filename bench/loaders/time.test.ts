import { expect, test } from 'vitest'
import { ducklingCases, meaningOf } from './time-duckling.ts'
import { inlineCase } from './time-inline.ts'
import { meantimeCase } from './time-meantime.ts'
import { recognizersCases } from './time-recognizers.ts'

test('TIMEX2 inline: bare signs, nested tags, no value', () => {
  const source =
    '<DOC><DATETIME> <TIMEX2 val="2020-01-02T10:00:00">2020</TIMEX2> </DATETIME><TEXT>R & D < 5 in <TIMEX2 val="1999">the year of <TIMEX2>peace</TIMEX2></TIMEX2>.</TEXT></DOC>'
  const { text, day, marks } = inlineCase('a', source)
  expect([text, day]).toEqual(['R & D < 5 in the year of peace.', '2020-01-02'])
  expect(marks.map(({ start, end, values }) => [text.slice(start, end), values])).toEqual([
    ['the year of peace', ['1999']],
    ['peace', []],
  ])
})

test('TimeML inline: other tags are dropped, entities read', () => {
  const source =
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-01-02">x</TIMEX3></DCT><TEXT>A&amp;B <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2020-01-01">yesterday</TIMEX3></TEXT></TimeML>'
  expect(inlineCase('a', source)).toEqual({
    name: 'a',
    text: 'A&B met yesterday',
    day: '2020-01-02',
    marks: [{ start: 8, end: 17, type: 'DATE', values: ['2020-01-01'] }],
  })
})

test('MEANTIME: text from tokens, the dateline is the day', () => {
  const token = (id: number, sentence: number, text: string) =>
    `<token t_id="${id}" sentence="${sentence}">${text}</token>`
  const source = `${token(1, 0, 'Talks')}${token(2, 1, 'May')}${token(3, 1, '5')}${token(4, 2, 'He')}${token(5, 2, 'left')}${token(6, 2, 'today')}${token(7, 2, '.')}${token(8, 9, 'Later')}
<TIMEX3 m_id="1" type="DATE" value="2020-05-05" functionInDocument="CREATION_TIME"><token_anchor t_id="2"/><token_anchor t_id="3"/></TIMEX3>
<TIMEX3 m_id="2" type="DATE" value="2020-05-05" functionInDocument="NONE"><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="3" type="DATE" value="2021" functionInDocument="NONE"></TIMEX3>`
  expect(meantimeCase('a', source)).toEqual({
    name: 'a',
    text: 'Talks\n\nMay 5\n\nHe left today.',
    day: '2020-05-05',
    marks: [{ start: 22, end: 27, type: 'DATE', values: ['2020-05-05'] }],
    unscored: [{ start: 7, end: 12 }],
  })
})

test('Recognizers: inclusive ends, ranges as first and last day', () => {
  const results = [
    {
      Start: 0,
      End: 4,
      TypeName: 'datetimeV2.daterange',
      Resolution: { values: [{ timex: '2020', start: '2020-01-01', end: '2021-01-01' }] },
    },
    { Start: 6, End: 7, TypeName: 'datetimeV2.timezone', Resolution: null },
  ]
  const source = JSON.stringify([
    { Input: 'in 20', Context: { ReferenceDateTime: '2020-03-04T00:00:00' }, Results: results },
  ])
  expect(recognizersCases('a', source)).toEqual([
    {
      name: 'a:1',
      text: 'in 20',
      day: '2020-03-04',
      marks: [{ start: 0, end: 5, type: 'DATE', values: ['2020', '2020-01-01/2020-12-31'] }],
    },
  ])
})

test.each([
  ['datetime (2013, 2, 15, 0, 0, 0) Day', 'DATE', ['2013-02-15']],
  ['datetime (2013, 3, 1, 0, 0, 0) Month', 'DATE', ['2013-03']],
  ['datetime (2013, 2, 12, 5, 30, 0) Minute', 'TIME', ['2013-02-12T05:30']],
  ['datetimeInterval ((2013, 2, 4, 0, 0, 0), (2013, 2, 7, 0, 0, 0)) Day', 'DATE', ['2013-02-04/2013-02-06']],
  ['DurationData 2 Minute', 'DURATION', ['PT2M']],
])('Duckling: %s', (expect_, type, values) => expect(meaningOf(expect_)).toEqual({ type, values }))

test('Duckling: each input is one expression', () =>
  expect(
    ducklingCases('a', '{"expect":"DurationData 1 Day","inputs":["a day"]}\n{"expect":null,"inputs":["x"]}\n'),
  ).toEqual([
    { name: 'a:1', text: 'a day', day: '2013-02-12', marks: [{ start: 0, end: 5, type: 'DURATION', values: ['P1D'] }] },
  ]))
