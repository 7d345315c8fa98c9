import { refused } from './refusal.ts'

/** Reads the body of a request up to so many bytes; refuses more before it is read, and while it comes. */
export async function bodyOf(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => refused(413, 'Too large', `At most ${limit} bytes at once.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function isFormBody(type: string | undefined): boolean {
  return mediaType(type) === 'application/x-www-form-urlencoded'
}

/** `text/html; charset=utf-8` → `text/html`. */
export function mediaType(type: string | undefined): string {
  return (type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
