import PostalMime from 'postal-mime'
import { makeReport, notice } from './report.ts'
import type { Context, Ingested } from './types.ts'

/** A mail (RFC 5322, MIME): subject, sender, date with its offset, and the plain text, or the HTML where that is all. */
export async function* readMail(bytes: Uint8Array, name: string, context: Context): AsyncGenerator<Ingested> {
  const mail = await parse(bytes)
  if (typeof mail === 'string')
    return yield notice('invalid-mail', `it is no readable mail: ${mail}`, 'Save the mail again as .eml.', name)
  const text = mail.text?.trim() ? mail.text : undefined
  const body = text ?? mail.html ?? ''
  const sender = mail.from?.address ?? ''
  if (body.trim() === '' && !mail.subject)
    return yield notice('not-a-report', 'the mail has neither a subject nor a text', 'Nothing to do.', name)
  yield makeReport({
    format: text === undefined && mail.html ? 'fragment' : 'text',
    body: body.replace(/\r\n/gu, '\n'),
    title: mail.subject,
    byline: mail.from?.name,
    publisher: sender.split('@')[1],
    published: mail.headers.find(({ key }) => key === 'date')?.value,
    url: mail.headers.find(({ key }) => key === 'archived-at' || key === 'x-archived-at')?.value.replace(/^<|>$/gu, ''),
    fetched: context.fetched,
    origin: { file: name },
  })
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 32 })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
