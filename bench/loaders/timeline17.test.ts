import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainLine, readTimelineCorpora } from './timeline17.ts'

test.each([
  ['GENEVA -LRB- Agency -RRB- - Talks open .', 'GENEVA (Agency) - Talks open.'],
  ["`` We did n't agree , '' he said .", '“We didn’t agree,” he said.'.replace('’', "'")],
  ["The mayor 's plan costs $ 5 m .", "The mayor's plan costs $5 m."],
  ['either\\/or', 'either/or'],
  ['the 5 th of May', 'the 5th of May'],
  ['', ''],
])('%j is written %j', (line, plain) => expect(plainLine(line)).toBe(plain))

test('one corpus or a folder of them; what is neither is told of', () => {
  const root = mkdtempSync(join(tmpdir(), 'timeline17-'))
  const corpus = join(root, 'bridge')
  mkdirSync(join(corpus, 'InputDocs', '2031-05-03'), { recursive: true })
  mkdirSync(join(corpus, 'InputDocs', 'not a day'))
  writeFileSync(join(corpus, 'InputDocs', '2031-05-03', 'b.txt'), 'Two .\n\nThree .\n')
  writeFileSync(join(corpus, 'InputDocs', '2031-05-03', 'a.txt'), 'One .')
  writeFileSync(join(corpus, 'timelines.jsonl'), '[["2031-05-03",["It fell ."]]]\n')
  const [read] = readTimelineCorpora(corpus)
  expect(readTimelineCorpora(root)).toEqual([read])
  expect(read?.articles.map(({ name, lines }) => [name, lines])).toEqual([
    ['2031-05-03/a.txt', ['One .']],
    ['2031-05-03/b.txt', ['Two .', 'Three .']],
  ])
  expect([...(read?.golds[0] ?? [])]).toEqual([['2031-05-03', ['It fell .']]])
  writeFileSync(join(corpus, 'timelines.jsonl'), '[["soon",["It fell ."]]]\n')
  expect(() => readTimelineCorpora(root)).toThrow(/not \[\[day/u)
  expect(() => readTimelineCorpora(join(corpus, 'InputDocs'))).toThrow(/no InputDocs folder/u)
  rmSync(root, { recursive: true })
})
