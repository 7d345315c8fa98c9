import { analyse } from 'chardet'
import { getEncoding } from 'encoding-sniffer'
import { notice } from './report.ts'
import type { Ingested } from './types.ts'

/**
 * Bytes to text: byte order mark, then what the document declares, then UTF-8 where valid, then statistics.
 * A declared encoding that the bytes contradict gives way to valid UTF-8. Bytes that stand for nothing become U+FFFD and
 * a notice.
 */
export function decode(
  bytes: Uint8Array,
  name: string,
  header?: string,
): { readonly text: string; readonly notices: readonly Ingested[] } {
  const utf8 = tryDecode(bytes, 'utf-8', true)
  if (utf8 !== undefined && !hasUtf16Mark(bytes)) return { text: strip(utf8), notices: [] }
  const declared = header ?? declaredEncoding(bytes)
  const guess = declared && !/^utf-?8$/iu.test(declared) ? declared : guessed(bytes)
  const text = tryDecode(bytes, guess, false) ?? new TextDecoder('utf-8').decode(bytes)
  const bad = text.split('\ufffd').length - 1
  const notices =
    bad > 0
      ? [
          notice(
            'invalid-bytes',
            `${bad} places hold bytes that are no ${guess} text; they are shown as \ufffd`,
            'Save the file as UTF-8.',
            name,
          ),
        ]
      : []
  return { text: strip(text), notices }
}

/** The first bytes of a document as text, to see what it is. */
export function decodeHead(head: Uint8Array, header?: string): string {
  const label = hasUtf16Mark(head) ? declaredEncoding(head) : header
  return strip(tryDecode(head, label ?? 'utf-8', false) ?? new TextDecoder('utf-8').decode(head))
}

function strip(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** What a mark, a meta element or an XML declaration says. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const xml = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/u.exec(head)?.[1]
  if (xml) return xml
  return /<(?:html|head|meta)\b/iu.test(head) ? getEncoding(bytes, { defaultEncoding: 'utf-8' }) : undefined
}

function guessed(bytes: Uint8Array): string {
  const [best] = analyse(bytes.subarray(0, 64 * 1024))
  return best && best.confidence >= 20 && best.name !== 'ASCII' ? best.name : 'utf-8'
}

/** Text, or undefined where the label is unknown or, when `fatal`, a byte is invalid. */
function tryDecode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}
