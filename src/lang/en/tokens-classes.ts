/** Character classes of the tokeniser. */
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
export const PUNCTUATION = 4
export const SYMBOL = 5
/** Marks and invisible joiners: part of the word they follow. */
export const MARK = 6

const TABLE_SIZE = 0x600

function classify(code: number): number {
  const char = String.fromCodePoint(code)
  if (/\s/u.test(char)) return SPACE
  if (/[\p{L}\p{Nl}]/u.test(char)) return LETTER
  if (/\p{Nd}|\p{No}/u.test(char)) return DIGIT
  if (/[\p{M}\p{Cf}\u200d]/u.test(char)) return MARK
  if (/[%‰&@#*]/u.test(char)) return SYMBOL
  if (/\p{P}/u.test(char)) return PUNCTUATION
  return SYMBOL
}

const TABLE: Readonly<Uint8Array> = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classify(code))

/** The class of a code point; NaN (past the end of a text) counts as a space. */
export function classOf(code: number): number {
  if (code < TABLE_SIZE) return TABLE[code] as number
  return Number.isNaN(code) ? SPACE : classify(code)
}

const HYPHENS = new Set([0x2d, 0x2010, 0x2011])
const APOSTROPHES = new Set([0x27, 0x2019, 0x02bc])

export function isHyphen(code: number): boolean {
  return code === 0x2d || HYPHENS.has(code)
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || APOSTROPHES.has(code)
}

export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  return !Number.isNaN(code) && /\p{Lu}/u.test(String.fromCodePoint(code))
}

export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  return !Number.isNaN(code) && /\p{Ll}/u.test(String.fromCodePoint(code))
}
