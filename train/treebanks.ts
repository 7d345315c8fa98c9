import { join } from 'node:path'
import { readSentences, type TreebankSentence, type TreebankWord } from '../bench/loaders/treebank.ts'
import { dataRoot } from '../bench/root.ts'

/** The training parts of the two treebanks, each sentence also as our tokeniser would cut it where that differs. */
export function trainingSentences(): readonly TreebankSentence[] {
  const folders = ['train/ud-ewt', 'train/gum/dep'].map(folder => join(dataRoot(), folder))
  const sentences = folders.flatMap(folder => readSentences(folder, 'train'))
  return sentences.flatMap(sentence => {
    const joined = withHyphensJoined(sentence)
    return joined ? [sentence, joined] : [sentence]
  })
}

/**
 * Universal Dependencies cut "long-range" into three words, we keep it one. The joined word stands for the one of its
 * parts that hangs outside; undefined when nothing is to join or the parts hang together in no such way.
 */
export function withHyphensJoined({ document, words }: TreebankSentence): TreebankSentence | undefined {
  const groups: number[][] = []
  words.forEach((word, i) => {
    const last = groups.at(-1)
    const before = words[i - 1]
    const before2 = words[i - 2]
    const glued = (word: TreebankWord | undefined) => word?.misc.includes('SpaceAfter=No') ?? false
    const hyphen = (word: TreebankWord | undefined) => word?.form === '-'
    const letters = (word: TreebankWord | undefined) => /^[\p{L}\p{Nd}][\p{L}\p{Nd}.']*$/u.test(word?.form ?? '')
    const inside = hyphen(word) && glued(before) && letters(before) && glued(word) && letters(words[i + 1])
    const after = hyphen(before) && glued(before) && glued(before2) && letters(before2) && letters(word)
    if (last && (inside || after)) last.push(i)
    else groups.push([i])
  })
  if (groups.length === words.length) return undefined
  const place = new Int32Array(words.length + 1)
  groups.forEach((group, g) => {
    for (const i of group) place[i + 1] = g + 1
  })
  const joined: TreebankWord[] = []
  for (const group of groups) {
    const outside = group.filter(i => place[words[i]?.head ?? 0] !== place[i + 1])
    const top = words[outside[0] ?? -1]
    if (outside.length !== 1 || !top) return undefined
    const form = group.map(i => words[i]?.form).join('')
    joined.push({
      ...top,
      form,
      lemma: group.length > 1 ? form.toLowerCase() : top.lemma,
      head: place[top.head] as number,
    })
  }
  return { document, words: joined }
}
