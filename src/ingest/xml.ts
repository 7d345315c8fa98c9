import { decodeEntities } from './entities.ts'

/** An element of a document that need not be well-formed. */
export type Element = {
  /** Lower case; the prefix is the usual one of its namespace, none for the document's own: `dc:date`, `item`. */
  readonly name: string
  /** Names in lower case as written. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Its own characters and CDATA, references decoded. */
  readonly text: string
  /** What stands between its tags, as written. */
  readonly inner: string
  /** The address that relative ones in it start from. */
  readonly base?: string
  readonly lang?: string
}

export type XmlDocument = {
  readonly root?: Element
  /** It declares entities; they are never expanded. */
  readonly entities: boolean
  /** Elements below the depth limit were left out. */
  readonly tooDeep: boolean
}

type Open = {
  name: string
  tag: string
  attributes: ReadonlyMap<string, string>
  children: Element[]
  text: string[]
  from: number
  namespaces: Namespaces
  base?: string
  lang?: string
}

/** Usual prefixes of the namespaces that feeds use; the key is the end of the address, lower case. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/purl\.org\/dc\/(?:elements\/1\.\d|terms)\/?$/u, 'dc'],
  [/purl\.org\/rss\/1\.0\/modules\/content\/?$/u, 'content'],
  [/w3\.org\/2005\/atom\/?$/u, 'atom'],
  [/purl\.org\/atom\/ns#$/u, 'atom'],
  [/itunes\.com\/dtds\/podcast-1\.0\.dtd$/u, 'itunes'],
  [/search\.yahoo\.com\/mrss\/?$/u, 'media'],
  [/w3\.org\/1999\/xhtml\/?$/u, 'xhtml'],
  [/w3\.org\/1999\/02\/22-rdf-syntax-ns#$/u, 'rdf'],
]

/** Elements that never hold one of their own kind: a second start tag closes the first. */
const NEVER_NESTED: ReadonlySet<string> = new Set(['item', 'entry'])

const START = /<([\p{L}_][\p{L}\p{N}_.:-]*)/uy
const ATTRIBUTE = /[\s/]*([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/uy

/** Characters that XML forbids; feeds hold them all the same. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/gu

type State = {
  readonly source: string
  readonly limit: number
  readonly stack: Open[]
  root: Element | undefined
  tooDeep: boolean
  entities: boolean
}

/**
 * Reads XML that may be broken: bare `&`, missing end tags, unknown prefixes, text around the root. One pass, linear in
 * the length; entities are not expanded, elements deeper than `limit` are left out and their text is kept.
 */
export function parseXml(source: string, limit: number): XmlDocument {
  const state: State = { source, limit, stack: [], root: undefined, tooDeep: false, entities: false }
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    const end = open === -1 ? source.length : open
    if (end > at) addText(state, decodeEntities(source.slice(at, end)))
    if (open === -1) break
    at = markupAt(state, open)
  }
  while (state.stack.length > 0) close(state, source.length)
  const { root, entities, tooDeep } = state
  return { ...(root ? { root } : {}), entities, tooDeep }
}

/** Reads what starts with `<` and gives the position behind it. */
function markupAt(state: State, at: number): number {
  const { source } = state
  if (source.startsWith('<![CDATA[', at)) {
    const end = behind(source, ']]>', at)
    addText(state, source.slice(at + 9, source.startsWith(']]>', end - 3) ? end - 3 : end))
    return end
  }
  if (source.startsWith('<!--', at)) return behind(source, '-->', at + 2)
  if (source.startsWith('<?', at)) return behind(source, '?>', at)
  if (source.startsWith('<!', at)) return declaration(state, at)
  if (source.startsWith('</', at)) return endTag(state, at)
  return startTag(state, at)
}

function behind(source: string, mark: string, at: number): number {
  const end = source.indexOf(mark, at)
  return end === -1 ? source.length : end + mark.length
}

/** A document type with its internal subset: passed over. */
function declaration(state: State, at: number): number {
  const close = behind(state.source, '>', at)
  const bracket = state.source.slice(at, close).indexOf('[')
  if (bracket === -1) return close
  const subset = at + bracket
  const end = state.source.indexOf(']', subset)
  if (end === -1) return state.source.length
  if (/<!ENTITY/iu.test(state.source.slice(subset, end))) state.entities = true
  return behind(state.source, '>', end)
}

function startTag(state: State, at: number): number {
  START.lastIndex = at
  const tag = START.exec(state.source)?.[1]
  if (tag === undefined) {
    addText(state, '<')
    return at + 1
  }
  const { attributes, end, empty } = attributesAt(state.source, at + 1 + tag.length)
  if (state.stack.length >= state.limit) {
    state.tooDeep = true
    return end
  }
  const parent = state.stack.at(-1)
  const namespaces = scopeOf(attributes, parent?.namespaces)
  const name = nameOf(tag.toLowerCase(), namespaces, state.stack[0])
  if (NEVER_NESTED.has(name)) closeThrough(state, name, at)
  const base = resolve(attributes.get('xml:base'), parent?.base)
  const lang = attributes.get('xml:lang') ?? parent?.lang
  state.stack.push({
    name,
    tag: tag.toLowerCase(),
    attributes,
    children: [],
    text: [],
    from: end,
    namespaces,
    ...(base ? { base } : {}),
    ...(lang ? { lang } : {}),
  })
  if (empty) close(state, end)
  return end
}

function attributesAt(source: string, from: number) {
  const attributes = new Map<string, string>()
  let at = from
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(source)
    if (!found) break
    const name = (found[1] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, decodeEntities(found[2] ?? found[3] ?? found[4] ?? ''))
    at = ATTRIBUTE.lastIndex
  }
  const stop = nextMark(source, at)
  if (source[stop] !== '>') return { attributes, end: stop, empty: false }
  return { attributes, end: stop + 1, empty: source[stop - 1] === '/' }
}

/** The next `<` or `>`, or the end. */
function nextMark(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '<' && source[at] !== '>') at++
  return at
}

function endTag(state: State, at: number): number {
  const end = behind(state.source, '>', at)
  const tag = state.source
    .slice(at + 2, end - 1)
    .trim()
    .toLowerCase()
  const found = state.stack.findLastIndex(open => open.tag === tag)
  if (found === -1) return end
  while (state.stack.length > found) close(state, at)
  return end
}

function closeThrough(state: State, name: string, at: number): void {
  const found = state.stack.findLastIndex(open => open.name === name)
  if (found !== -1) while (state.stack.length > found) close(state, at)
}

function close(state: State, at: number): void {
  const open = state.stack.pop()
  if (!open) return
  const { name, attributes, children, base, lang } = open
  const element: Element = {
    name,
    attributes,
    children,
    text: open.text.join(''),
    inner: state.source.slice(open.from, at),
    ...(base ? { base } : {}),
    ...(lang ? { lang } : {}),
  }
  const parent = state.stack.at(-1)
  if (parent) parent.children.push(element)
  else state.root ??= element
}

function addText(state: State, text: string): void {
  state.stack.at(-1)?.text.push(text.replace(CONTROL, ''))
}

type Namespaces = ReadonlyMap<string, { readonly uri: string; readonly usual: string | undefined }>

const NONE: Namespaces = new Map()

function scopeOf(attributes: ReadonlyMap<string, string>, outer = NONE): Namespaces {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (own.length === 0) return outer
  const named = own.map(([name, value]) => {
    const uri = value.trim().toLowerCase()
    return [name.slice(6), { uri, usual: PREFIXES.find(([end]) => end.test(uri))?.[1] }] as const
  })
  return new Map([...outer, ...named])
}

function nameOf(tag: string, namespaces: Namespaces, root: Open | undefined): string {
  const [prefix, local] = split(tag)
  const space = namespaces.get(prefix)
  if (prefix === '') return space?.usual === 'xhtml' ? `xhtml:${local}` : local
  const home = root ? root.namespaces.get(split(root.tag)[0]) : space
  return space && space.uri === home?.uri ? local : `${space?.usual ?? prefix}:${local}`
}

function split(tag: string): readonly [string, string] {
  const colon = tag.indexOf(':')
  return colon === -1 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)]
}

/** An address made absolute where its base is known; as written where it is none. */
export function resolve(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address === '') return base
  if (!base || !URL.canParse(address, base)) return address
  return new URL(address, base).href
}
