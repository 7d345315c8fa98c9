import { expect, test } from 'vitest'
import type { Annotation, NameType } from '../../../src/core/types.ts'
import { combine } from '../../../src/lang/en/names/combine.ts'

const TEXT = 'the Bank of Russia in Kursk Oblast told Rustem Umerov of Russia-Ukraine talks'

function span(words: string) {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const listed = (words: string, type: NameType, by: string, country?: string): Annotation<'name'> => ({
  span: span(words),
  value: { type, label: words, ...(country && { country }) },
  by,
})
const learned = (words: string, type: NameType) => ({ span: span(words), type })

function shown(list: readonly Annotation<'name'>[], found: readonly ReturnType<typeof learned>[]) {
  const toValue = ({ span, type }: (typeof found)[number]) => ({ type, label: TEXT.slice(span.start, span.end) })
  return combine(list, found, toValue).map(
    ({ value, by }) => `${value.label} ${value.type} ${value.country ?? ''} ${by.replace('name/', '')}`,
  )
}

test.each([
  ['a learned name where no list has one', [], [learned('Kursk Oblast', 'PLACE')], ['Kursk Oblast PLACE  learned']],
  [
    'the list where both see the same words',
    [listed('Rustem Umerov', 'PERSON', 'name/person', 'UKR')],
    [learned('Rustem Umerov', 'ORGANISATION')],
    ['Rustem Umerov PERSON UKR person'],
  ],
  [
    'the longer learned name, with the state of the shorter',
    [listed('Russia', 'PLACE', 'name/state', 'RUS')],
    [learned('Bank of Russia', 'ORGANISATION')],
    ['Bank of Russia ORGANISATION RUS learned'],
  ],
  [
    'no learned border inside a person that lists know',
    [listed('Rustem Umerov', 'PERSON', 'name/person', 'UKR')],
    [learned('told Rustem Umerov', 'PERSON')],
    ['Rustem Umerov PERSON UKR person'],
  ],
  [
    'the learned type over a guess by shape',
    [listed('Kursk Oblast', 'PERSON', 'name/person-shape')],
    [learned('Kursk Oblast', 'PLACE')],
    ['Kursk Oblast PLACE  learned'],
  ],
])('%s', (_, list, found, wanted) => expect(shown(list, found)).toEqual(wanted))

test('two listed places in one learned place stay two', () => {
  const at = TEXT.lastIndexOf('Russia')
  const russia = { ...listed('Russia', 'PLACE', 'name/state', 'RUS'), span: { start: at, end: at + 6 } }
  const both = [russia, listed('Ukraine', 'PLACE', 'name/state', 'UKR')]
  expect(shown(both, [learned('Russia-Ukraine', 'PLACE')])).toEqual([
    'Russia PLACE RUS state',
    'Ukraine PLACE UKR state',
  ])
})
