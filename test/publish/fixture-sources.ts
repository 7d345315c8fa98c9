import { textId } from '../../src/core/article.ts'
import type { Source } from '../../src/core/briefing.ts'

type Given = {
  readonly article: string
  readonly publisher: string
  readonly title: string
  readonly published?: string
  readonly url?: string
  readonly lang?: string
  readonly lineage?: string
  readonly cited?: boolean
  readonly text: string
}

function source(given: Given, i: number): Source {
  const { article, publisher, title, published, url, text } = given
  const precision = published?.includes('T') ? 'second' : 'day'
  return {
    number: i + 1,
    article,
    title,
    publisher,
    lang: given.lang ?? 'en',
    ...(url === undefined ? {} : { url }),
    ...(published === undefined
      ? {}
      : { published: { value: published, precision, certainty: 'stated', by: 'extract/meta' } as const }),
    lineage: given.lineage ?? article,
    cited: given.cited ?? true,
    text: given.cited === false ? '' : text,
    textId: textId(text),
    related: [],
    promoted: [],
  }
}

/** Reports of the made-up crisis, oldest first. */
export const SOURCES: readonly Source[] = [
  {
    article: 'meridian-2',
    publisher: 'Meridian News Agency',
    title: 'Corvany closes channel after pilot launch is rammed',
    published: '2031-03-12',
    url: 'https://meridian.example/2031/03/closure',
    text: 'On 9 March an Estmari patrol boat rammed a Corvan pilot launch, injuring two people.\n\nCorvany closed the northern channel on 11 March, two days after an Estmari patrol boat rammed a pilot launch. The harbour ministry gave no date for its opening.',
  },
  {
    article: 'copy-1',
    publisher: 'Coast Daily',
    title: 'Channel closed after launch is rammed',
    published: '2031-03-12',
    url: 'https://coast.example/closure',
    lineage: 'meridian-2',
    cited: false,
    text: 'A copy of the agency’s report.',
  },
  {
    article: 'herald-2',
    publisher: 'The Halvar Herald',
    title: 'Thirty years on a handshake: how the strait was divided',
    published: '2031-04-20T09:00:00+02:00',
    url: 'https://herald.example/long-read#top',
    text: 'In 1998 the prime ministers of the day shook hands on a line through the strait. The two states divided the strait by a handshake agreement in 1998, which neither parliament ever ratified.\n\nThe closure of 11 March followed the ramming of a pilot launch by an Estmari patrol boat. Estmar’s navy began to escort grain ships the same week. April’s talks broke up the same afternoon.\n\n“Nobody asked us,” one pilot said.',
  },
  {
    article: 'arabic-1',
    publisher: 'صحيفة المضيق',
    title: 'الصيادون يحتجون على إغلاق المضيق',
    published: '2031-04-19T18:30:00+03:00',
    url: 'https://madiq.example/احتجاج',
    lang: 'ar',
    text: 'تجمع مئات الصيادين في الميناء ثلاثة أيام احتجاجا على الإغلاق.\n\nقال رئيس البلدية إن المدينة هادئة.',
  },
  {
    article: 'lindra-2',
    publisher: 'Lindra Radio',
    title: 'Prime ministers to speak by telephone',
    published: '2031-05-10T07:15:00Z',
    url: 'https://radio.lindra.example/call',
    text: 'A call between the two prime ministers was planned for 12 May.\n\nA first round of talks in April ended after four hours without a common text. In November, Lindra paid for four new light buoys.',
  },
  {
    article: 'meridian-1',
    publisher: 'Meridian News Agency',
    title: 'Corvany reopens northern channel to ferries',
    published: '2031-05-13T16:40:00+02:00',
    url: 'https://meridian.example/2031/05/reopening',
    text: 'PORT ALDIS, May 13 (Meridian) - Corvany reopened the northern channel to ferries on Tuesday after nine weeks. The first boat, the Sandpiper, carried 212 passengers and a brass band.\n\n“We open the door. We do not take it off its hinges,” Reidl told reporters on the quay. Cargo ships must still ask for leave a day ahead, his ministry said.',
  },
  {
    article: 'copy-2',
    publisher: 'Port Gazette',
    title: 'Ferries return to the northern channel',
    published: '2031-05-13T19:02:00+02:00',
    lineage: 'meridian-1',
    cited: false,
    text: 'A copy of the agency’s report, with another title.',
  },
  {
    article: 'tribune-1',
    publisher: 'Estmar Tribune',
    title: 'Corvany lets ferries back into the strait; talks set for 20 May in Sorrel',
    published: '2031-05-14T06:05:00+01:00',
    url: 'https://tribune.example/2031/05/14/ferries-back',
    text: 'The northern channel was opened to ferries on Tuesday for the first time since 11 March. Corvany shut the northern channel on 11 March.\n\nEstmar’s foreign minister, Ilse Varn, called the step “a first sign of reason” but said escorts would stay until a treaty is signed. The two sides are to meet in Sorrel on 20 May.',
  },
  {
    article: 'lindra-1',
    publisher: 'Lindra Radio',
    title: 'Sorrel prepares for the delegations',
    published: '2031-05-14T08:00:00Z',
    url: 'https://radio.lindra.example/sorrel?p=1&q=2',
    text: 'Lindra will host both delegations on 20 May in the old customs house at Sorrel, its foreign ministry said. Workers in Sorrel were painting the old customs house.',
  },
  {
    article: 'estmar-1',
    publisher: 'Estmar Public Broadcasting',
    title: 'Fog, ferries and a date for talks',
    published: '2031-05-14T17:20:00+01:00',
    url: 'https://epb.example/fog',
    text: 'Ferries were using the northern channel again by Tuesday noon. Fog halted all traffic for three hours on Wednesday.\n\nAt Port Aldis, 14 ships were waiting for pilots on Wednesday. Talks in Sorrel are set for 20 May, officials in Lindra confirmed. Varn said escorts would leave “when there is a signature, not a smile”.\n\nEstmar’s parliament is to vote in June on whether to leave the handshake line. Two pilots were hurt in the collision of 9 March.',
  },
  {
    article: 'herald-1',
    publisher: 'The Halvar Herald',
    title: 'Tanker still held as guard ships leave',
    published: '2031-05-14T20:45:00+02:00',
    url: 'https://herald.example/tanker',
    text: 'Guard ships left the northern channel on Tuesday. A tanker with 40,000 tonnes of heating oil was still held at Port Aldis on Wednesday evening, its owner said.\n\nIlse Varn welcomed “a first sign of reason” and kept the naval escorts in place. “Our escorts leave when there is a signature, not a smile,” Varn said.\n\nThe pilots’ union counted more than 30 ships off the port.',
  },
].map(source)
