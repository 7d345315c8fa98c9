import type { TreebankSentence } from './treebank.ts'

/** The treebank's words with the characters they cover in the document without blanks. */
export function placed(sentences: readonly TreebankSentence[]) {
  let at = 0
  return sentences.flatMap(({ words }) => {
    const keys = words.map(({ form }) => {
      const start = at
      at += form.replace(/\s/gu, '').length
      return `${start} ${at}`
    })
    return words.map(({ upos, xpos, lemma, head, deprel }, i) => ({
      upos,
      xpos,
      lemma,
      head: head - 1,
      relation: deprel,
      key: keys[i] ?? '',
      headKey: head === 0 ? 'root' : (keys[head - 1] ?? ''),
    }))
  })
}

/** How many blanks stand before each place of a text. */
export function blanksBefore(text: string): Int32Array {
  const before = new Int32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) before[i + 1] = (before[i] as number) + (/\s/u.test(text[i] as string) ? 1 : 0)
  return before
}
