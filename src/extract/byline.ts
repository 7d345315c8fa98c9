import { plainText } from './dom.ts'

const BY =
  /^\s*(?:written\s+by|reported\s+by|story\s+by|posted\s+by|by|von|par|por|di|door|autor|author|автор)(?:\s*:\s*|\s+)(?=\p{Lu})/iu
const TAIL = /(?:\s*[|•·]\s*|\s+-\s+|(?:^|,?\s+)(?:last\s+)?(?:updated|published|posted)\b).*$/iu
/** A date, its month before it too, and all behind. */
const DATED = /(?:\s\p{Lu}\p{L}{2,8}\.?\s+)?\d.*$/u
const ADDRESS = /\S+@\S+|https?:\/\/\S+|@[\p{L}\p{N}_]+/gu
const LONGEST = 150

/** Who wrote it: names without "By", addresses and what follows them; undefined where no name is left. */
export function cleanByline(written: string | undefined): string | undefined {
  if (!written) return undefined
  const [line = ''] = plainText(written.slice(0, 2000).replace(/\n\s*/gu, ' ')).split('\n')
  const name = line
    .replace(BY, '')
    .replace(ADDRESS, '')
    .replace(/\(\s*\)|<\s*>/gu, '')
    .replace(TAIL, '')
    .replace(DATED, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:|-]+|[\s,;:|-]+$/gu, '')
  return name.length === 0 || name.length > LONGEST || !/\p{L}{2}/u.test(name) ? undefined : name
}
