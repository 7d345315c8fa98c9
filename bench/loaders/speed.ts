import { join } from 'node:path'
import type { Article } from '../../src/core/types.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import { articles } from '../../src/pipeline.ts'

/** A report as a line of JSON Lines: text that needs no extraction. */
export type SpeedRecord = {
  readonly title: string
  readonly published: string
  readonly publisher: string
  readonly lang: string
  readonly text: string
}

/** Tokens of a report of usual length. */
export const USUAL_LENGTH = 650

/**
 * Reports of about `USUAL_LENGTH` tokens, cut at paragraphs from the English texts of a folder, in whatever format of
 * ours; texts without a day are left out. No two hold the same paragraph of one text, so that they are not copies.
 */
export async function readSpeedRecords(
  folder: string,
  inputs: readonly string[] = ['.'],
): Promise<readonly SpeedRecord[]> {
  const records: SpeedRecord[] = []
  for await (const article of articles(
    inputs.map(input => join(folder, input)),
    [],
  ))
    if (article.lang.startsWith('en')) records.push(...piecesOf(article))
  return records
}

export function piecesOf({ title, published, publisher, text }: Article): readonly SpeedRecord[] {
  if (!published) return []
  const pieces: string[][] = [[]]
  let length = 0
  for (const paragraph of text.split('\n\n')) {
    if (length >= USUAL_LENGTH) {
      pieces.push([])
      length = 0
    }
    pieces.at(-1)?.push(paragraph)
    length += tokens(paragraph).length
  }
  const whole = pieces.length === 1 || length >= USUAL_LENGTH / 2 ? pieces : pieces.slice(0, -1)
  return whole.map((paragraphs, i) => ({
    title: i === 0 ? title : `${title} (${i + 1})`,
    published: published.value,
    publisher,
    lang: 'en',
    text: paragraphs.join('\n\n'),
  }))
}
