import type { Doc } from '../../src/core/types.ts'
import { docOf, type Marked } from './docs.ts'

/** A small made-up crisis: who is named where is found in the text, the rest is marked by hand. */
const PEOPLE: NonNullable<Marked['names']> = [
  ['Sergey Lavrov', { type: 'PERSON', actor: 'sergey-lavrov', country: 'RUS', role: 'Russian foreign minister' }],
  ['Rustem Umerov', { type: 'PERSON', actor: 'rustem-umerov', country: 'UKR', role: 'Ukrainian defence minister' }],
  ['Friedrich Merz', { type: 'PERSON', actor: 'friedrich-merz', country: 'DEU', role: 'German chancellor' }],
  ['Russia', { type: 'PLACE', actor: 'RUS', country: 'RUS' }],
  ['Ukraine', { type: 'PLACE', actor: 'UKR', country: 'UKR' }],
  ['Kyiv', { type: 'PLACE', country: 'UKR' }],
  ['Germany', { type: 'PLACE', actor: 'DEU', country: 'DEU' }],
]

export function crisisReport(publisher: string, day: string, title: string, text: string, more: Marked = {}): Doc {
  const names = PEOPLE.filter(([label]) => text.includes(label))
  return docOf(
    text,
    { names, ...more },
    { publisher, title, published: { value: day, precision: 'day', certainty: 'stated', by: 'test/hand' } },
  )
}

export const CRISIS: readonly Doc[] = [
  crisisReport(
    'a.org',
    '2025-05-28',
    'Lavrov offers talks with Ukraine on June 2',
    'Sergey Lavrov said Russia will hold a second round of talks with Ukraine in Istanbul on Monday, June 2. Russia has a paper ready.',
    {
      times: [['Monday, June 2', '2025-06-02', { certainty: 'stated' }]],
      places: [['Istanbul', { id: 'istanbul' }]],
    },
  ),
  crisisReport(
    'b.org',
    '2025-05-28',
    'Russia proposes second round of talks',
    'Russia proposed a second round of talks with Ukraine in Istanbul on June 2, Sergey Lavrov said. Ukraine waits for the paper.',
    {
      times: [['June 2', '2025-06-02', { certainty: 'stated' }]],
      places: [['Istanbul', { id: 'istanbul' }]],
    },
  ),
  crisisReport(
    'c.org',
    '2025-05-29',
    'Ukraine wants the paper first',
    'Rustem Umerov said Ukraine does not oppose talks with Russia: "We expect their paper before the meeting." Kyiv gave its own on Friday.',
    {
      quotes: [['We expect their paper before the meeting.', 'Rustem Umerov']],
      times: [['Friday', '2025-05-23']],
    },
  ),
  crisisReport(
    'd.org',
    '2025-05-28',
    'Germany pledges five billion',
    'Friedrich Merz announced a package of EUR 5 billion for Ukraine against Russia, the largest of the year.',
  ),
  crisisReport(
    'e.org',
    '2025-05-24',
    'Fourteen missiles over Kyiv',
    'Russia attacked Kyiv with 14 missiles overnight, and Ukraine shot down six of them.',
    {
      amounts: [['14 missiles', { value: 14, unit: 'missile' }]],
      places: [['Kyiv', { id: 'kyiv', label: 'Kyiv' }]],
    },
  ),
  crisisReport(
    'f.org',
    '2025-05-24',
    'Sixteen missiles over Kyiv',
    'Russia attacked Kyiv with 16 missiles overnight, the air force of Ukraine counted on Saturday.',
    {
      amounts: [['16 missiles', { value: 16, unit: 'missile' }]],
      places: [['Kyiv', { id: 'kyiv', label: 'Kyiv' }]],
      times: [['Saturday', '2025-05-24']],
    },
  ),
  crisisReport(
    'g.org',
    '2025-05-27',
    'How the two sides came to meet',
    'Russia and Ukraine held talks in Istanbul on May 16 and agreed to exchange prisoners.',
    {
      times: [['May 16', '2025-05-16', { certainty: 'stated' }]],
      places: [['Istanbul', { id: 'istanbul' }]],
    },
  ),
  crisisReport(
    'h.org',
    '2025-05-29',
    'Moscow speaks of root causes',
    'Sergey Lavrov told reporters that the paper of Russia covers "all that is needed to remove the root causes" of the war with Ukraine.',
    { quotes: [['all that is needed to remove the root causes', 'Sergey Lavrov']] },
  ),
]
