import { styleText } from 'node:util'
import type { Notice } from '../core/types.ts'

export type Style = Parameters<typeof styleText>[0]

/** Colour on a terminal that wants it, plain text elsewhere. */
export function paint(style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text
}

/** Characters that could steer a terminal are shown, not sent. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

const MOST_NOTICES = 12

/** Notices on standard error: grouped by code, the first of each in full. */
export function tellNotices(notices: readonly Notice[], quiet: boolean): void {
  if (quiet || notices.length === 0) return
  const counts = new Map<string, number>()
  for (const notice of notices) counts.set(notice.code, (counts.get(notice.code) ?? 0) + 1)
  const first = [...counts.keys()]
    .slice(0, MOST_NOTICES)
    .flatMap(code => notices.find(notice => notice.code === code) ?? [])
  for (const notice of first) {
    const more = (counts.get(notice.code) ?? 1) - 1
    const place = notice.file ? `${notice.file}${notice.line ? `:${notice.line}` : ''}: ` : ''
    process.stderr.write(
      `${paint('yellow', notice.code, process.stderr)}  ${plain(place + notice.message)}${more > 0 ? ` (and ${more} more like it)` : ''}\n  ${plain(notice.cure)}\n`,
    )
  }
  if (counts.size > MOST_NOTICES) process.stderr.write(`… and ${counts.size - MOST_NOTICES} more kinds of notice\n`)
}
