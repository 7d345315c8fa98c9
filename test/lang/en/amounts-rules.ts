/** A rule of reading amounts: what it reads, texts with what is read in them, texts in which it reads nothing. */
export type AmountRule = {
  readonly id: string
  readonly says: string
  /** Text, then each amount of it as `describe` writes it. */
  readonly examples: readonly (readonly [text: string, ...amounts: string[]])[]
  readonly not: readonly string[]
}

/** Every rule that an amount can name as its own, with its examples; docs/reference/amounts.md is made from it. */
export const RULES: readonly AmountRule[] = [
  {
    id: 'amount/money',
    says: 'A figure with a currency before or after it: signs, ISO 4217 codes, names, parts of a currency, magnitudes, ranges.',
    examples: [
      ['Berlin pledged €5bn.', 'money 5000000000 EUR: €5bn'],
      ['It costs EUR 5 000 000 000.', 'money 5000000000 EUR: EUR 5 000 000 000'],
      ['It gave 5 billion euros.', 'money 5000000000 EUR: 5 billion euros'],
      ['It is worth half a billion dollars.', 'money 500000000 USD: half a billion dollars'],
      ['The bill is $1.5-2 million.', 'money 1500000–2000000 USD: $1.5-2 million'],
      [
        'It will pay between $12 million and $20 million.',
        'money 12000000–20000000 USD: between $12 million and $20 million',
      ],
      ['Oil fell to $60 a barrel.', 'money 60 USD per barrel: $60'],
      ['Profit was $891 million a year earlier.', 'money 891000000 USD: $891 million'],
      ['It won a $300-million contract.', 'money 300000000 USD: $300-million'],
      ['Bread costs 3 dollars 50 cents.', 'money 3.5 USD: 3 dollars 50 cents'],
      [
        'They lent three quarters of a million Swiss francs.',
        'money 750000 CHF: three quarters of a million Swiss francs',
      ],
      ['Oil rose $2.30 to $96.37.', 'money 2.3 USD: $2.30', 'money 96.37 USD: $96.37'],
    ],
    not: ['He has no euros left.', 'A dollar crisis looms.'],
  },
  {
    id: 'amount/percent',
    says: 'A figure before "%", "percent", "per cent" or "percentage points".',
    examples: [
      ['Turnout was 25-30 per cent.', 'percent 25–30 %: 25-30 per cent'],
      ['It was cut by half a percentage point.', 'percent 0.5 %: half a percentage point'],
      ['They hold about 20 percent of it.', 'percent about 20 %: about 20 percent'],
      ['It lost two percentage points.', 'percent 2 %: two percentage points'],
    ],
    not: ['A small percentage agreed.'],
  },
  {
    id: 'amount/ratio',
    says: 'A share of a round number, as a percentage.',
    examples: [
      ['One in five homes is dark.', 'percent 20 %: One in five'],
      ['One in four of its 3,200 shops will close.', 'percent 25 %: One in four', 'count 3200 shop: 3,200 shops'],
      ['There is a one-in-four chance.', 'percent 25 %: one-in-four'],
    ],
    not: ['It killed two in three attacks.', 'He won 3 in 2022.'],
  },
  {
    id: 'amount/measure',
    says: 'A figure with a unit of length, area, volume, weight, temperature, speed, energy, power, data or radiation.',
    examples: [
      ['They want a 30-km zone.', 'measure 30 km: 30-km'],
      ['It burnt 1,200 square kilometres.', 'measure 1200 km²: 1,200 square kilometres'],
      ['It fell to minus 12 degrees Celsius.', 'measure -12 °C: minus 12 degrees Celsius'],
      ['Winds of 120 km/h hit it.', 'measure 120 km/h: 120 km/h'],
      ['It holds nearly 409 kg of uranium.', 'measure about 409 kg: nearly 409 kg'],
      ['The wall is 5 feet 6 inches high.', 'measure 5.5 ft: 5 feet 6 inches'],
      ['It flew 10 1/2 miles.', 'measure 10.5 mi: 10 1/2 miles'],
      ['It carries 55 billion cubic meters a year.', 'measure 55000000000 m³ per year: 55 billion cubic meters'],
      ['He lost two pounds of meat.', 'measure 2 lb: two pounds'],
    ],
    not: ['I am 2 in line.', 'He came 3rd.'],
  },
  {
    id: 'amount/count',
    says: 'A figure with what it counts: the noun that it hangs on in the parse, else the first plural or listed noun after it.',
    examples: [
      ['Some 11,000 troops arrived.', 'count about 11000 soldier: Some 11,000 troops'],
      ['They sent 31 Abrams tanks.', 'count 31 tank: 31 Abrams tanks'],
      ['It ordered 60 Boeing 787 airliners.', 'count 60 airliner: 60 Boeing 787 airliners'],
      ['Two dozen villages are cut off.', 'count 24 village: Two dozen villages'],
      ['Dozens of drones flew.', 'count at least 24 drone: Dozens of drones'],
      ['Scores of homes burnt.', 'count at least 40 home: Scores of homes'],
      ['A pair of helicopters came.', 'count 2 helicopter: A pair of helicopters'],
      ['Tens of thousands of people marched.', 'count at least 20000 person: Tens of thousands of people'],
      ['Half a million people came.', 'count 500000 person: Half a million people'],
      ['Between 20 and 30 ships passed.', 'count 20–30 ship: Between 20 and 30 ships'],
      ['Up to 1,200 bodies lie there.', 'count up to 1200 body: Up to 1,200 bodies'],
      ['It makes 4.5m drones a year.', 'count 4500000 drone per year: 4.5m drones'],
      ['The firm plans job cuts of 10,000.', 'count 10000 cut: 10,000'],
      ['About 2000 soldiers left.', 'count about 2000 soldier: About 2000 soldiers'],
    ],
    not: [
      'The 47th Brigade came.',
      'Resolution 1701 passed.',
      'The 2022 talks failed.',
      'He is a 77-year-old man.',
      'Boys of 8, 12 and 17 came.',
      'The two leaders met.',
      'He lives at 10 Downing Street.',
      'It runs version 2.4.1 on iPhone 4 models.',
      'They won 3-1 on Saturday.',
      'Call 555-0199 or +380 44 123 4567 now.',
      'Nord Stream 2 is shut.',
      'Talks failed on 28 May.',
    ],
  },
  {
    id: 'amount/casualty',
    says: 'A count with what happened to it, by the verb it belongs to, a participle, or the words beside it; a toll.',
    examples: [
      ['At least 12 people were killed.', 'count at least 12 person killed: At least 12 people'],
      [
        'Twelve people, among them three children, were killed.',
        'count 12 person killed: Twelve people',
        'count 3 child killed: three children',
      ],
      ['It left 13 dead and 30 injured.', 'count 13 person killed: 13 dead', 'count 30 person wounded: 30 injured'],
      [
        'Over 13 million people have fled their homes.',
        'count at least 13000000 person displaced: Over 13 million people',
      ],
      ['Police detained 25 people.', 'count 25 person detained: 25 people'],
      ['The two sides exchanged 390 prisoners.', 'count 390 prisoner exchanged: 390 prisoners'],
      [
        'Russia launched 355 drones and nine cruise missiles.',
        'count 355 drone launched: 355 drones',
        'count 9 cruise missile launched: nine cruise missiles',
      ],
      [
        'Air defences shot down 244 of the 273 drones launched overnight.',
        'count 244 drone downed: 244',
        'count 273 drone launched: 273 drones',
      ],
      ['Between 20 and 30 tanks were destroyed.', 'count 20–30 tank destroyed: Between 20 and 30 tanks'],
      [
        'More than 400,000 soldiers were killed or wounded.',
        'count at least 400000 soldier killed or wounded: More than 400,000 soldiers',
      ],
      ['The death toll rose to 34.', 'count 34 person killed: 34'],
    ],
    not: ['Twenty soldiers killed a man.'],
  },
  {
    id: 'amount/exchange',
    says: 'As many for as many: what each side frees.',
    examples: [
      ['The 1,000-for-1,000 deal holds.', 'count 1000 prisoner exchanged each side: 1,000-for-1,000'],
      [
        'They agreed on a thousand for thousand swap.',
        'count 1000 prisoner exchanged each side: thousand for thousand',
      ],
    ],
    not: ['A 3-for-2 offer ends.'],
  },
  {
    id: 'amount/elided',
    says: 'A figure without a noun that counts what the figure before or after it counts.',
    examples: [
      ['It cuts 4,300 jobs in France, 3,700 in Germany.', 'count 4300 job: 4,300 jobs', 'count 3700 job: 3,700'],
      ['It holds 500 or 1,000 songs.', 'count 500 song: 500', 'count 1000 song: 1,000 songs'],
    ],
    not: ['It sold 20 planes in March, in 2019.'],
  },
  {
    id: 'amount/number',
    says: 'A figure in digits of which the words beside it do not say what it counts; no claim is made of it.',
    examples: [
      ['The index rose to 8,149.09.', 'number 8149.09: 8,149.09'],
      ['Some stocks rose and 1,200 were unchanged.', 'number 1200: 1,200'],
    ],
    not: ['It began in 2019.', 'They are soldiers under 25.'],
  },
]
