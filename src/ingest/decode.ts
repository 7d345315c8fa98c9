import { analyse } from 'chardet'
import { getEncoding } from 'encoding-sniffer'
import { notice } from './report.ts'
import type { Told } from './types.ts'

export type Decoded = { readonly text: string; readonly notices: readonly Told[] }

/**
 * Bytes to text. In this order: a byte order mark, UTF-8 where every byte is valid, the character set that the server or
 * the document names, statistics. So a wrong declaration of UTF-8 text does no harm. Bytes that stand for nothing become
 * U+FFFD and a notice.
 */
export function decode(
  bytes: Uint8Array,
  name: string,
  { charset, line }: { readonly charset?: string; readonly line?: number } = {},
): Decoded {
  const mark = markOf(bytes)
  const valid = mark === 'utf-8' || !mark ? tryDecode(bytes, 'utf-8', true) : undefined
  if (valid !== undefined && !looksShifted(valid)) return { text: valid, notices: [] }
  const declared = mark ?? charset ?? declaredIn(bytes)
  const label =
    declared && tryDecode(bytes.subarray(0, 0), declared, false) !== undefined && !/^utf-?8$/iu.test(declared)
      ? declared
      : guessed(bytes)
  const text = tryDecode(bytes, label, false) ?? ''
  const bad = text.split('\ufffd').length - 1
  const places = bad === 1 ? 'one place holds' : `${bad} places hold`
  const told = notice(
    'invalid-bytes',
    `${places} bytes that are no ${label} text, shown as \ufffd`,
    'Save the file as UTF-8.',
    name,
    line,
  )
  return { text, notices: bad > 0 ? [told] : [] }
}

/** The first bytes of a document as text, to see what it is. */
export function decodeHead(head: Uint8Array): string {
  return tryDecode(head, markOf(head) ?? 'utf-8', false) ?? ''
}

/** What a byte order mark says. */
function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** ISO-2022 is valid ASCII that shifts its meaning by escapes. */
function looksShifted(text: string): boolean {
  return text.includes('\x1b$') || text.includes('\x1b(')
}

/** What an XML declaration or a meta element says. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const xml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})["']/u.exec(head)?.[1]
  if (xml) return xml
  return /<meta\b/iu.test(head) ? getEncoding(bytes, { defaultEncoding: 'utf-8' }) : undefined
}

const SAMPLE = 64 * 1024

function guessed(bytes: Uint8Array): string {
  const [best] = analyse(bytes.subarray(0, SAMPLE))
  const sure =
    best &&
    best.confidence >= 20 &&
    best.name !== 'ASCII' &&
    tryDecode(bytes.subarray(0, 0), best.name, false) !== undefined
  return sure && mostlyText(bytes) ? best.name : 'utf-8'
}

/** A few broken bytes among UTF-8 do not make it another encoding: most of what is not ASCII must be invalid. */
function mostlyText(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SAMPLE))
  const broken = text.split('\ufffd').length - 1
  const sound = (text.match(/[^\x00-\x7f]/gu)?.length ?? 0) - broken
  return broken > sound
}

/** Text without its mark, or undefined where the label is unknown or, when `fatal`, a byte is invalid. */
function tryDecode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}
