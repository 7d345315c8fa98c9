import { expect, test } from 'vitest'
import { parseTreebank } from './conllu.ts'

const FILE = `# newdoc id = a
# sent_id = a-1
# newpar
# text = The talks began.
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_

# sent_id = a-2
# text = They ended.
1\tThey\tthey\tPRON\t_\t_\t2\tnsubj\t_\t_

# newpar id = a-p2
# sent_id = a-3
# text = Nobody spoke.

# newdoc id = b
# text = Another text.
`

test('documents are running texts whose spans are their sentences', () => {
  const [a, b] = parseTreebank(FILE)
  expect(a?.text).toBe('The talks began. They ended.\n\nNobody spoke.')
  expect(a?.sentences.map(({ start, end }) => a.text.slice(start, end))).toEqual([
    'The talks began.',
    'They ended.',
    'Nobody spoke.',
  ])
  expect([b?.name, b?.text]).toEqual(['b', 'Another text.'])
})

test('a sentence without a document is an error', () => {
  expect(() => parseTreebank('# text = Alone.')).toThrow('newdoc')
})
