/** A document joins a story at least so alike, by how many features it has: a headline shares less than a report does. */
const JOIN = { short: 0.12, long: 0.25 }
/** Two stories become one at least so alike. */
const MERGE = { short: 0.25, long: 0.45 }
/** Features of a headline, and of a report of a few hundred words. */
const SIZE = { short: 15, long: 40 }
/** A share of the documents of a story counts less than in proportion, so that what few of them say still tells. */
const SHARE = 0.75
/** Stories compared in full for each document: those that share the weightiest features. */
const CANDIDATES = 30
/** Documents between two rounds in which stories are merged. */
const ROUND = 200
const DAY_MS = 86_400_000
/** Days of silence after which likeness counts half. */
const HALF_LIFE = 14

/** A text of the stream: its weighted features, and when it came, in milliseconds. */
export type Item = { readonly features: Features; readonly time: number }
/** `members`: places in the stream. `typical`: the place among them of the one most alike the whole. */
export type Threaded = { readonly members: readonly number[]; readonly last: number; readonly typical: number }

type Features = ReadonlyMap<string, number>

/** A story as it grows; `features` are sums over its members, `size` the features that a member has in the middle. */
type Thread = {
  readonly features: Map<string, number>
  readonly members: number[]
  size: number
  first: number
  last: number
  alive: boolean
}

/** What the stream has told so far. */
type Stream = {
  readonly threads: Thread[]
  /** In how many texts a feature stood. */
  readonly seen: Map<string, number>
  /** The threads that have a feature. */
  readonly holding: Map<string, Set<number>>
  count: number
}

/** Single pass over texts in the order of time, with rounds in which alike threads merge. */
export function threadsOf(items: readonly Item[]): readonly Threaded[] {
  const stream: Stream = { threads: [], seen: new Map(), holding: new Map(), count: 0 }
  for (const [i, item] of items.entries()) {
    add(stream, i, item)
    if (stream.count % ROUND === 0) merge(stream)
  }
  merge(stream)
  return stream.threads.filter(({ alive }) => alive).map(thread => finished(stream, thread, items))
}

function add(stream: Stream, member: number, { features, time }: Item): void {
  stream.count++
  for (const feature of features.keys()) stream.seen.set(feature, (stream.seen.get(feature) ?? 0) + 1)
  const vector = new Map([...features].map(([feature, x]) => [feature, x * idf(stream, feature)]))
  const best = likest(stream, vector, { first: time, last: time })
  const joins = best && best.score >= between(JOIN, features.size)
  const at = joins ? best.at : stream.threads.push(fresh(features.size, time)) - 1
  const thread = stream.threads[at]
  if (!thread) return
  thread.size += (features.size - thread.size) / (thread.members.length + 1)
  thread.members.push(member)
  thread.last = Math.max(thread.last, time)
  put(stream, at, features)
}

function fresh(size: number, time: number): Thread {
  return { features: new Map(), members: [], size, first: time, last: time, alive: true }
}

function put({ threads, holding }: Stream, at: number, features: Features): void {
  for (const [feature, x] of features) {
    const own = threads[at]?.features
    own?.set(feature, (own.get(feature) ?? 0) + x)
    const holders = holding.get(feature)
    if (holders) holders.add(at)
    else holding.set(feature, new Set([at]))
  }
}

/** Younger threads join older ones that are alike enough. */
function merge(stream: Stream): void {
  const { threads } = stream
  for (let at = threads.length - 1; at >= 0; at--) {
    const thread = threads[at]
    if (!thread?.alive) continue
    const best = likest(stream, vectorOf(stream, thread), thread, at)
    const other = best && threads[best.at]
    if (!other || best.score < between(MERGE, Math.min(thread.size, other.size))) continue
    const [into, from] = best.at < at ? [best.at, at] : [at, best.at]
    unite(stream, into, from)
  }
}

function unite(stream: Stream, into: number, from: number): void {
  const [older, newer] = [stream.threads[into], stream.threads[from]]
  if (!older || !newer) return
  put(stream, into, newer.features)
  const [a, b] = [older.members.length, newer.members.length]
  older.size = (older.size * a + newer.size * b) / (a + b)
  older.members.push(...newer.members)
  older.first = Math.min(older.first, newer.first)
  older.last = Math.max(older.last, newer.last)
  newer.alive = false
}

/** The thread most alike a vector, with the cosine, less for long silence. */
function likest(stream: Stream, vector: Features, when: Period, not = -1) {
  const shared = new Map<number, number>()
  for (const [feature, x] of vector)
    for (const at of stream.holding.get(feature) ?? []) {
      const thread = stream.threads[at]
      if (at !== not && thread?.alive) shared.set(at, (shared.get(at) ?? 0) + x * weight(stream, thread, feature))
    }
  const near = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES)
  const length = norm(vector.values())
  let best: { readonly at: number; readonly score: number } | undefined
  for (const [at, product] of near) {
    const thread = stream.threads[at]
    if (!thread) continue
    const score = (product / (length * norm(vectorOf(stream, thread).values()) || 1)) * fading(silence(thread, when))
    if (!best || score > best.score) best = { at, score }
  }
  return best
}

/** Inverse document frequency in the stream so far. */
function idf({ seen, count }: Stream, feature: string): number {
  return Math.max(0, Math.log((count + 2) / ((seen.get(feature) ?? 0) + 1)))
}

function weight(stream: Stream, { features, members }: Thread, feature: string): number {
  return ((features.get(feature) ?? 0) / members.length) ** SHARE * idf(stream, feature)
}

function vectorOf(stream: Stream, thread: Thread): Features {
  return new Map([...thread.features.keys()].map(feature => [feature, weight(stream, thread, feature)]))
}

function finished(stream: Stream, thread: Thread, items: readonly Item[]): Threaded {
  const members = thread.members.sort((a, b) => a - b)
  const toWhole = (member: number) => {
    const own = [...(items[member]?.features ?? [])].map(([feature, x]) => [feature, x * idf(stream, feature)] as const)
    const product = own.reduce((sum, [feature, x]) => sum + x * weight(stream, thread, feature), 0)
    return product / (norm(own.map(([, x]) => x)) || 1)
  }
  const scores = members.map(toWhole)
  return { members, last: thread.last, typical: scores.indexOf(Math.max(...scores)) }
}

function norm(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value * value
  return Math.sqrt(sum)
}

/** A bar between that of short and that of long texts, by the logarithm of their size. */
function between({ short, long }: { readonly short: number; readonly long: number }, size: number): number {
  const share = Math.log(Math.max(size, 1) / SIZE.short) / Math.log(SIZE.long / SIZE.short)
  return short + (long - short) * Math.min(1, Math.max(0, share))
}

type Period = { readonly first: number; readonly last: number }

/** Milliseconds between two periods; 0 where they meet. */
function silence(a: Period, b: Period): number {
  return Math.max(0, a.first - b.last, b.first - a.last)
}

/** The longer a story was silent, the more alike what continues it must be. */
function fading(silence: number): number {
  return 0.5 ** (silence / DAY_MS / HALF_LIFE)
}
