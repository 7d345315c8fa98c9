import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type GoldPlace = {
  readonly start: number
  readonly end: number
  readonly latitude?: number
  readonly longitude?: number
}
export type PlaceText = {
  /** Texts of one source are never parted when a set is cut in halves. */
  readonly source: string
  readonly text: string
  readonly places: readonly GoldPlace[]
}

/** GeoVirus (Gritta et al. 2018): `<location>` with 1-based ends; locations without a name are left out. */
export function readGeoVirus(folder: string): readonly PlaceText[] {
  return articlesIn(folder).map(article => {
    const text = textOf(article)
    return {
      source: tag(article, 'source') ?? '',
      text,
      places: blocks(article, 'location').flatMap(block => {
        const [start, end] = [Number(tag(block, 'start')) - 1, Number(tag(block, 'end')) - 1]
        return tag(block, 'name') === '' ? [] : [place(text, block, start, end)]
      }),
    }
  })
}

/** LGL, the Local-Global Lexicon (Lieberman et al. 2010): `<toponym>` with 0-based ends; some have no point. */
export function readLgl(folder: string): readonly PlaceText[] {
  return articlesIn(folder).map(article => {
    const text = textOf(article)
    return {
      source: /<article docid="([^"]*)"/u.exec(article)?.[1] ?? '',
      text,
      places: blocks(article, 'toponym').map(block =>
        place(text, block, Number(tag(block, 'start')), Number(tag(block, 'end'))),
      ),
    }
  })
}

function articlesIn(folder: string): readonly string[] {
  const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.xml')) : []
  const articles = files.sort().flatMap(name => blocks(readFileSync(join(folder, name), 'utf8'), 'article'))
  if (articles.length === 0) throw new Error(`${folder}: no .xml file with <article> in it`)
  return articles
}

/** Offsets count Unicode code points in the files, UTF-16 code units here. */
function place(text: string, block: string, start: number, end: number): GoldPlace {
  const [latitude, longitude] = [tag(block, 'lat'), tag(block, 'lon')].map(value => Number.parseFloat(value ?? ''))
  const point = Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : {}
  return { start: unit(text, start), end: unit(text, end), ...point } as GoldPlace
}

function unit(text: string, codePoint: number): number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return codePoint
  return [...text].slice(0, codePoint).join('').length
}

function textOf(article: string): string {
  return (tag(article, 'text') ?? '').replace(/^<!\[CDATA\[|\]\]>$/gu, '')
}

function blocks(xml: string, name: string): readonly string[] {
  const found: string[] = []
  const [open, close] = [new RegExp(`<${name}(?:\\s[^>]*)?>`, 'gu'), `</${name}>`]
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const end = xml.indexOf(close, open.lastIndex)
    if (end === -1) break
    found.push(xml.slice(match.index, end))
    open.lastIndex = end
  }
  return found
}

function tag(xml: string, name: string): string | undefined {
  const start = xml.indexOf(`<${name}>`)
  if (start === -1) return undefined
  const from = start + name.length + 2
  const end = xml.indexOf(`</${name}>`, from)
  return end === -1 ? undefined : unescaped(xml.slice(from, end))
}

function unescaped(text: string): string {
  if (text.startsWith('<![CDATA[')) return text
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => named[name] ?? whole)
}
