import { expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import { english } from '../../src/lang/en/index.ts'
import { articleOf } from '../../test/help/read.ts'
import { actorMentions } from './actor-mentions.ts'

const language = english('all')
const mentioned = (text: string) =>
  actorMentions(annotate(articleOf(text), language)).map(
    ({ span, actor }) => `${text.slice(span.start, span.end)} ${actor}`,
  )

test('a description stands for whom the text named', () => {
  const text = 'Friedrich Merz came to Paris on Tuesday. The chancellor said he was content.'
  expect(mentioned(text)).toEqual(['Friedrich Merz friedrich-merz', 'chancellor friedrich-merz'])
})

test('an apposition is one mention with its name', () => {
  expect(mentioned('Friedrich Merz, the chancellor, was content.')).toEqual(['Friedrich Merz friedrich-merz'])
})
