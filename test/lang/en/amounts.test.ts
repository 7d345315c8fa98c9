import { describe, expect, it, test } from 'vitest'
import { amountsReader } from '../../../src/lang/en/amounts.ts'
import { sentences } from '../../../src/lang/en/sentences.ts'
import { tokens } from '../../../src/lang/en/tokens.ts'
import { milliseconds, timesAsLong } from '../../help/cpu.ts'

const read = amountsReader()

/** Each amount as `kind bound value-upper unit: passage`; `times` are passages that a time expression covers. */
function amounts(text: string, times: readonly string[] = []): readonly string[] {
  const token = tokens(text)
  const time = times.map(passage => ({
    span: { start: text.indexOf(passage), end: text.indexOf(passage) + passage.length },
    value: { type: 'DATE' as const, value: '', anchor: 'none' as const, certainty: 'stated' as const },
    by: 'test',
  }))
  return read(text, { token, sentence: sentences(text, token), time }).map(({ span, value }) => {
    const range = value.upper === undefined ? `${value.value}` : `${value.value}-${value.upper}`
    return `${value.kind} ${value.bound} ${range} ${value.unit}: ${text.slice(span.start, span.end)}`
  })
}

describe('money', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a package of €5bn for', 'money exact 5000000000 EUR: €5bn'],
    ['EUR 5 billion goes', 'money exact 5000000000 EUR: EUR 5 billion'],
    ['about five billion euros from', 'money about 5000000000 EUR: about five billion euros'],
    ['EUR 5 000 000 000 goes', 'money exact 5000000000 EUR: EUR 5 000 000 000'],
    ['half a billion dollars was', 'money exact 500000000 USD: half a billion dollars'],
    ['450 million pounds', 'money exact 450000000 GBP: 450 million pounds'],
    ['worth GBP 4.5bn', 'money exact 4500000000 GBP: GBP 4.5bn'],
    ['up to US$5.4m for', 'money most 5400000 USD: up to US$5.4m'],
    ['$3-5 billion', 'money exact 3000000000-5000000000 USD: $3-5 billion'],
    ['more than 20 million hryvnias', 'money least 20000000 UAH: more than 20 million hryvnias'],
    ['a $48.2 million contract', 'money exact 48200000 USD: $48.2 million'],
    ['A$48.2 million went', 'money exact 48200000 AUD: A$48.2 million'],
    ['us $ 150 million', 'money exact 150000000 USD: us $ 150 million'],
    ['from 10 euros to 20 euros', 'money exact 10-20 EUR: from 10 euros to 20 euros'],
    ['USD115.5 bought it', 'money exact 115.5 USD: USD115.5'],
    ['30 MUSD were lost', 'money exact 30000000 USD: 30 MUSD'],
    ['35 lakh rupees', 'money exact 3500000 INR: 35 lakh rupees'],
    ['a 12-cent fee', 'money exact 0.12 USD: 12-cent'],
    ['$10 and 5', 'money exact 10.05 USD: $10 and 5'],
    ['10 pesos each', 'money exact 10 XUN: 10 pesos'],
    ['BOB 50 million', 'money exact 50000000 BOB: BOB 50 million'],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(amounts(text)).toEqual([expected])
  })
})

describe('percentages and measures', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a 500% tariff', 'percent exact 500 %: 500%'],
    ['at about 3.67 percent.', 'percent about 3.67 %: about 3.67 percent'],
    ['25-30 per cent of it', 'percent exact 25-30 %: 25-30 per cent'],
    ['a 10-kilometer zone', 'measure exact 10 km: 10-kilometer'],
    ['62.6 square kilometers', 'measure exact 62.6 km²: 62.6 square kilometers'],
    ['55 billion cubic meters', 'measure exact 55000000000 m³: 55 billion cubic meters'],
    ['nearly 409 kg of uranium', 'measure about 409 kg: nearly 409 kg'],
    ['155mm shells', 'measure exact 155 mm: 155mm'],
    ['a 2,500-mile flight', 'measure exact 2500 mi: 2,500-mile'],
    ['half a mile off', 'measure exact 0.5 mi: half a mile'],
    ['3/4 cup of oil', 'measure exact 0.75 cup: 3/4 cup'],
    ['20 (kg) bags', 'measure exact 20 kg: 20 (kg)'],
    ['1,5 km away', 'measure exact 1.5 km: 1,5 km'],
    ['minus 5 degrees Celsius', 'measure exact -5 °C: minus 5 degrees Celsius'],
    ['1.83 GHz or so', 'measure exact 1.83 GHz: 1.83 GHz'],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(amounts(text)).toEqual([expected])
  })
})

describe('counts', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'Russia fired 355 drones and nine cruise missiles.',
      ['count exact 355 drone launched: 355 drones', 'count exact 9 cruise missile launched: nine cruise missiles'],
    ],
    ['Over 50,000 Russian troops stand there.', ['count least 50000 soldier: Over 50,000 Russian troops']],
    ['It freed 1,000 prisoners.', ['count exact 1000 prisoner released: 1,000 prisoners']],
    ['Four border villages are lost.', ['count exact 4 village: Four border villages']],
    ['Dozens of drones flew.', ['count least 24 drone: Dozens of drones']],
    ['It moved tens of thousands of people.', ['count least 20000 person: tens of thousands of people']],
    ['Hundreds of ageing tankers sail.', ['count least 200 tanker: Hundreds of ageing tankers']],
    ['between 25 and 30 cities', ['count exact 25-30 city: between 25 and 30 cities']],
    ['It sent a pair of helicopters.', ['count exact 2 helicopter: a pair of helicopters']],
    ['It makes 4.5m drones.', ['count exact 4500000 drone: 4.5m drones']],
    ['the 1,000-for-1,000 swap', ['count exact 1000 prisoner exchanged each side: 1,000-for-1,000']],
    ['a thousand for thousand swap', ['count exact 1000 prisoner exchanged each side: thousand for thousand']],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })
})

describe('casualties', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['At least 12 people were killed.', ['count least 12 person killed: At least 12 people']],
    ['The strike left 13 dead.', ['count exact 13 person killed: 13 dead']],
    [
      'It killed 12 and wounded at least 30.',
      ['count exact 12 person killed: 12', 'count least 30 person wounded: at least 30'],
    ],
    [
      'Some 13 people died and dozens were injured.',
      ['count about 13 person killed: Some 13 people', 'count least 24 person wounded: dozens'],
    ],
    [
      '66 injured including three children.',
      ['count exact 66 person wounded: 66 injured', 'count exact 3 child wounded: three children'],
    ],
    ['Strikes killed over a dozen civilians.', ['count least 12 civilian killed: over a dozen civilians']],
    ['One civilian was killed, 49 to 80 were hurt.', ['count exact 49-80 person wounded: 49 to 80']],
    [
      'Twelve people, including three women, were wounded.',
      ['count exact 12 person wounded: Twelve people', 'count exact 3 woman wounded: three women'],
    ],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected)
  })
})

describe('no amounts', () => {
  it.each([
    'A 77-year-old man met the press.',
    'Those aged 18 to 25 stay.',
    'Nord Stream 2 and a Su-35 and an F-16 of the G7.',
    'The 17th package is next.',
    'Article 5 and Resolution 2231 apply.',
    'The two leaders met.',
    'One of them said no.',
    'It began at 14:43 in 2022.',
    'The May 16 talks failed.',
    'Boys of 8, 12 and 17 were killed.',
    'I tried to call Bob 3 times.',
    'They won 3-1 on Saturday.',
    'Call +380 44 123 4567 or 555-0199.',
    'See 192.168.1.2 and 5/17/2018.',
    'The 2022 talks failed.',
    '',
  ])('%s', text => {
    expect(amounts(text)).toEqual([])
  })

  it('leaves out what belongs to a time', () => {
    expect(amounts('It lasted 30 hours and 20 men left.', ['30 hours'])).toEqual(['count exact 20 man: 20 men'])
    expect(amounts('On June 2, 2025 drones flew.', ['June 2, 2025'])).toEqual([])
  })
})

test('what is counted for one of something, and what happened to it', () => {
  const token = tokens('It sends 600 drones a week and lost 30 tanks.')
  const text = 'It sends 600 drones a week and lost 30 tanks.'
  const values = read(text, { token, sentence: sentences(text, token), time: [] }).map(({ value }) => value)
  expect(values).toEqual([
    { kind: 'count', value: 600, bound: 'exact', unit: 'drone', per: 'week' },
    { kind: 'count', value: 30, bound: 'exact', unit: 'tank lost', status: 'lost' },
  ])
})

/** Seconds of processor time to read the amounts of a text, made of one sentence or of sentences. */
function secondsFor(text: string, whole: boolean): number {
  const token = tokens(text)
  const one = [
    { span: { start: 0, end: text.length }, value: { kind: 'sentence' as const, paragraph: 0 }, by: 'sentence/test' },
  ]
  const before = { token, sentence: whole ? one : sentences(text, token), time: [] }
  return milliseconds(() => read(text, before)) / 1000
}

describe('no run takes more than linear time', () => {
  it.each([
    ['digits', '123 456 '],
    ['one long number', '7'],
    ['number words', 'two hundred and '],
    ['scales', 'million '],
    ['ranges', '5-'],
    ['between', 'between 5 and '],
    ['hyphens', '5-million-'],
    ['signs', '$ € '],
    ['bounds', 'no more than at least '],
    ['listed harm', '5 killed or wounded and '],
    ['parts', '5 of the 6 of the '],
    ['elided', '5 men, 6 in '],
    ['asides', '5 men, including '],
    ['toll', 'toll to the of '],
  ])('%s', (_, unit) => {
    const time = (length: number) => secondsFor(unit.repeat(Math.ceil(length / unit.length)), true) * 1000
    expect(timesAsLong(time, { small: 10_000, large: 100_000, least: 10, limit: 40 })).toBeLessThan(40)
  })
})

test('more than 100,000 tokens a second on top of reading', () => {
  const text =
    'Russia launched 355 drones and nine missiles at Kyiv, killing at least 12 people, and lost €5bn. '.repeat(2000)
  secondsFor(text, false)
  expect(tokens(text).length / secondsFor(text, false)).toBeGreaterThan(100_000)
})
