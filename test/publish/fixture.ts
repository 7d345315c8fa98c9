import type { Briefing, Development, Part, Sentence, Source } from '../../src/core/briefing.ts'
import { isSome } from '../../src/core/some.ts'
import type { ArticleId, Evidence, PlaceValue, Some, When } from '../../src/core/types.ts'
import { SOURCES } from './fixture-sources.ts'

/**
 * A made-up crisis: Corvany and Estmar quarrel over the Halvar Strait. Every section of the page has something to say;
 * spans are found by the words, so they always fit.
 */
export function fixture(): Briefing {
  return {
    format: 'dragoman-briefing/1',
    versions: { ingest: 1, extract: 1, brief: 2 },
    topic: {
      words: 'Corvany Estmar Halvar Strait',
      actors: ['COR', 'EST'],
      any: ['strait', 'ferry'],
      from: '2031-03-01',
    },
    asOf: '2031-05-14',
    counts: { reports: 11, lineages: 9, setAside: 1 },
    headline: [title('tribune-1')],
    lead: lead(),
    background: background(),
    developments: developments(),
    where: where(),
    places: mapped(),
    statements: statements(),
    disagreements: disagreements(),
    related: [
      {
        title: 'Grain prices climb as cargoes wait off Halvar',
        url: 'https://tribune.example/markets/grain',
        kind: 'related',
      },
      { title: 'Sail the islands this summer', url: 'https://ads.example/sail?from=news', kind: 'promoted' },
      { title: 'A notice that is no web address', url: 'ftp://old.example/file', kind: 'related' },
    ],
    sources: SOURCES,
    notices: [
      {
        code: 'no-date',
        message: 'a report has no time: "Harbour notes"',
        cure: 'Give it a "published" time.',
        file: 'notes.txt',
        line: 3,
      },
    ],
  }
}

function sourceOf(article: ArticleId): Source {
  const source = SOURCES.find(one => one.article === article)
  if (!source) throw new Error(`no source ${article} in the fixture`)
  return source
}

/** The span of words in a report. */
export function at(article: ArticleId, words: string, by = 'brief/sentence'): Evidence {
  const start = sourceOf(article).text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in ${article}`)
  return { article, span: { start, end: start + words.length }, by }
}

function title(article: ArticleId): Sentence {
  const text = sourceOf(article).title
  const evidence: Evidence = { article, in: 'title', span: { start: 0, end: text.length }, by: 'brief/title' }
  return {
    text,
    form: 'title',
    parts: [{ kind: 'copied', text, at: evidence }],
    evidence: [evidence],
    left: [],
    lineages: 1,
  }
}

/** A sentence copied whole, with the passages of other reports that say the same. */
export function whole(article: ArticleId, words: string, others: readonly Evidence[] = []): Sentence {
  const evidence: Some<Evidence> = [at(article, words), ...others]
  const lineages = new Set(evidence.map(one => sourceOf(one.article).lineage)).size
  return {
    text: words,
    form: 'sentence',
    parts: [{ kind: 'copied', text: words, at: evidence[0] }],
    evidence,
    left: [],
    lineages,
  }
}

function value(article: ArticleId, words: string): Sentence {
  return { ...whole(article, words), form: 'phrase' }
}

/** A sentence whose dateline is left out and whose weekday is written out as a date. */
function edited(): Sentence {
  const all =
    'PORT ALDIS, May 13 (Meridian) - Corvany reopened the northern channel to ferries on Tuesday after nine weeks.'
  const parts: Part[] = [
    {
      kind: 'copied',
      text: 'Corvany reopened the northern channel to ferries ',
      at: at('meridian-1', 'Corvany reopened the northern channel to ferries '),
    },
    { kind: 'rendered', text: 'on 13 May', by: 'date', from: [at('meridian-1', 'on Tuesday', 'time/weekday-past')] },
    { kind: 'copied', text: ' after nine weeks.', at: at('meridian-1', ' after nine weeks.') },
  ]
  if (!isSome(parts)) throw new Error('no parts')
  return {
    text: parts.map(part => part.text).join(''),
    form: 'sentence',
    parts,
    evidence: [
      at('meridian-1', all),
      at(
        'tribune-1',
        'The northern channel was opened to ferries on Tuesday for the first time since 11 March.',
        'brief/support',
      ),
      at('estmar-1', 'Ferries were using the northern channel again by Tuesday noon.', 'brief/support'),
    ],
    left: [
      at('meridian-1', 'PORT ALDIS, May 13 (Meridian) - ', 'leave/dateline'),
      at('meridian-1', 'on Tuesday', 'brief/date'),
    ],
    lineages: 3,
  }
}

function lead(): readonly Sentence[] {
  return [
    edited(),
    whole(
      'tribune-1',
      'Estmar’s foreign minister, Ilse Varn, called the step “a first sign of reason” but said escorts would stay until a treaty is signed.',
      [
        at(
          'herald-1',
          'Ilse Varn welcomed “a first sign of reason” and kept the naval escorts in place.',
          'brief/support',
        ),
      ],
    ),
    whole(
      'lindra-1',
      'Lindra will host both delegations on 20 May in the old customs house at Sorrel, its foreign ministry said.',
      [
        at('estmar-1', 'Talks in Sorrel are set for 20 May, officials in Lindra confirmed.', 'brief/support'),
        at('tribune-1', 'The two sides are to meet in Sorrel on 20 May.', 'brief/support'),
      ],
    ),
    whole(
      'herald-1',
      'A tanker with 40,000 tonnes of heating oil was still held at Port Aldis on Wednesday evening, its owner said.',
    ),
  ]
}

function background(): readonly Sentence[] {
  return [
    whole(
      'herald-2',
      'The two states divided the strait by a handshake agreement in 1998, which neither parliament ever ratified.',
    ),
    whole(
      'meridian-2',
      'Corvany closed the northern channel on 11 March, two days after an Estmari patrol boat rammed a pilot launch.',
      [
        at(
          'herald-2',
          'The closure of 11 March followed the ramming of a pilot launch by an Estmari patrol boat.',
          'brief/support',
        ),
      ],
    ),
    whole('lindra-2', 'A first round of talks in April ended after four hours without a common text.', [
      at('herald-2', 'April’s talks broke up the same afternoon.', 'brief/support'),
    ]),
  ]
}

function day(earliest: string, latest = earliest, precision: When['precision'] = 'day', edtf = earliest): When {
  return { earliest, latest, precision, edtf }
}

function entry(when: When, rest: Omit<Development, 'when' | 'actors' | 'places'>): Development {
  return {
    when,
    ...rest,
    actors: [{ id: 'COR', label: 'Corvany', kind: 'state', country: 'COR' }],
    places: ['Halvar Strait'],
  }
}

function developments(): readonly Development[] {
  return [
    entry(day('1998-01-01', '1998-12-31', 'year', '1998'), {
      status: 'happened',
      type: 'AGREE',
      sentences: [
        whole('herald-2', 'In 1998 the prime ministers of the day shook hands on a line through the strait.'),
      ],
    }),
    entry(day('2030-11-01', '2030-11-30', 'month', '2030-11'), {
      status: 'happened',
      type: 'AID',
      sentences: [whole('lindra-2', 'In November, Lindra paid for four new light buoys.')],
    }),
    entry(day('2031-03-09'), {
      status: 'happened',
      type: 'ASSAULT',
      sentences: [
        whole('meridian-2', 'On 9 March an Estmari patrol boat rammed a Corvan pilot launch, injuring two people.', [
          at('estmar-1', 'Two pilots were hurt in the collision of 9 March.', 'brief/support'),
        ]),
      ],
    }),
    entry(day('2031-03-11'), {
      status: 'happened',
      type: 'COERCE',
      sentences: [
        whole('tribune-1', 'Corvany shut the northern channel on 11 March.'),
        whole('herald-2', 'Estmar’s navy began to escort grain ships the same week.'),
      ],
    }),
    entry(day('2031-04-17', '2031-04-19', 'range', '2031-04-17/2031-04-19'), {
      status: 'happened',
      type: 'PROTEST',
      sentences: [whole('arabic-1', 'تجمع مئات الصيادين في الميناء ثلاثة أيام احتجاجا على الإغلاق.')],
    }),
    entry(day('2031-05-12'), {
      status: 'due',
      type: 'CONSULT',
      sentences: [whole('lindra-2', 'A call between the two prime ministers was planned for 12 May.')],
    }),
    entry(day('2031-05-13'), {
      status: 'happened',
      type: 'RETREAT',
      sentences: [whole('herald-1', 'Guard ships left the northern channel on Tuesday.')],
    }),
    entry(day('2031-05-14'), {
      status: 'happened',
      sentences: [
        whole('estmar-1', 'Fog halted all traffic for three hours on Wednesday.', [
          at('herald-1', 'The pilots’ union counted more than 30 ships off the port.', 'brief/support'),
        ]),
      ],
    }),
    entry(day('2031-05-20'), {
      status: 'expected',
      type: 'CONSULT',
      sentences: [whole('tribune-1', 'The two sides are to meet in Sorrel on 20 May.')],
    }),
    entry(day('2031-06-01', '2031-06-30', 'month', '2031-06'), {
      status: 'expected',
      type: 'REJECT',
      sentences: [whole('estmar-1', 'Estmar’s parliament is to vote in June on whether to leave the handshake line.')],
    }),
  ]
}

function placeAt(label: string, kind: PlaceValue['kind'], latitude: number, longitude: number): PlaceValue {
  const id = label.toLowerCase().replaceAll(' ', '-')
  return { label, kind, country: 'COR', latitude, longitude, precision: kind === 'region' ? 'region' : 'town', id }
}

const PORT = { ...placeAt('Port Aldis', 'city', 41.2, -3.5), geonames: '999001' }
const SORREL = placeAt('Sorrel', 'city', 40.9, -2.25)

function where(): Briefing['where'] {
  const far = placeAt('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-upon-Halvar', 'site', 41, -3)
  return [
    {
      label: 'Halvar Province',
      within: 'Corvany',
      places: [PORT, SORREL],
      reports: 3,
      type: 'CONSULT',
      sentences: [whole('estmar-1', 'At Port Aldis, 14 ships were waiting for pilots on Wednesday.')],
    },
    {
      label: 'Sorrel',
      places: [SORREL],
      reports: 2,
      type: 'AID',
      sentences: [whole('lindra-1', 'Workers in Sorrel were painting the old customs house.')],
    },
    {
      label: far.label,
      places: [far],
      reports: 1,
      type: 'AGREE',
      sentences: [whole('arabic-1', 'قال رئيس البلدية إن المدينة هادئة.')],
    },
  ]
}

function mapped(): Briefing['places'] {
  const region = placeAt('Halvar Province', 'region', 41.5, -3)
  const passage = (article: string, text: string) => whole(article, text).evidence
  return [
    {
      place: PORT,
      reports: 3,
      events: 4,
      type: 'CONSULT',
      ahead: false,
      evidence: passage('estmar-1', 'At Port Aldis, 14 ships were waiting for pilots on Wednesday.'),
    },
    {
      place: region,
      reports: 1,
      events: 1,
      type: 'ASSAULT',
      ahead: false,
      evidence: passage('lindra-1', 'Workers in Sorrel were painting the old customs house.'),
    },
    {
      place: SORREL,
      reports: 1,
      events: 1,
      type: 'AID',
      ahead: true,
      evidence: passage('lindra-1', 'Workers in Sorrel were painting the old customs house.'),
    },
  ]
}

function statements(): Briefing['statements'] {
  return [
    {
      side: 'Corvany',
      statements: [
        {
          speaker: 'Tomas Reidl',
          role: 'Corvan harbour minister',
          when: day('2031-05-13'),
          where: 'Port Aldis',
          sentence: whole(
            'meridian-1',
            '“We open the door. We do not take it off its hinges,” Reidl told reporters on the quay.',
          ),
        },
      ],
    },
    {
      side: 'Estmar',
      statements: [
        {
          speaker: 'Ilse Varn',
          role: 'Estmari foreign minister',
          when: day('2031-05-14'),
          sentence: whole('herald-1', '“Our escorts leave when there is a signature, not a smile,” Varn said.', [
            at('estmar-1', 'Varn said escorts would leave “when there is a signature, not a smile”.', 'brief/support'),
          ]),
        },
        { speaker: 'A harbour pilot', sentence: whole('herald-2', '“Nobody asked us,” one pilot said.') },
      ],
    },
  ]
}

function disagreements(): Briefing['disagreements'] {
  const first = at('estmar-1', '14 ships', 'amount/count')
  const second = at('herald-1', 'more than 30 ships', 'amount/count')
  const question: Sentence = {
    text: 'Ships, 14 May',
    form: 'phrase',
    parts: [
      { kind: 'rendered', text: 'Ships', by: 'unit', from: [first] },
      { kind: 'connective', text: ', ' },
      { kind: 'rendered', text: '14 May', by: 'date', from: [at('estmar-1', 'Wednesday', 'time/weekday-past')] },
    ],
    evidence: [first],
    left: [],
    lineages: 1,
  }
  return [
    {
      question,
      readings: [
        { value: value('estmar-1', '14 ships'), sources: ['estmar-1', 'meridian-2'], lineages: 2 },
        { value: value('herald-1', 'more than 30 ships'), sources: ['herald-1'], lineages: 1 },
      ],
      disagreement: {
        id: 'd1',
        event: 'e1',
        about: 'ship',
        readings: [
          { value: '14', evidence: [first], lineages: 2 },
          { value: '>30', evidence: [second], lineages: 1 },
        ],
      },
    },
  ]
}
