import type { NameType } from '../../../core/types.ts'
import type { Chain, ChainMention, Mention } from './types.ts'

/** `later` stands for what `earlier` stands for; after Lee et al. (2013) a link joins what is already known of both. */
export type Link = {
  readonly later: number
  readonly earlier: number
  readonly reason: string
  readonly sure: boolean
}

/** Mentions that are one by now. */
export type Clusters = {
  /** The first mention of its cluster stands for it. */
  of(mention: number): number
  members(mention: number): readonly number[]
  /** What third-person pronouns fit all of it. */
  fits(mention: number): number
  /** The type of the first name in it. */
  nameType(mention: number): NameType | undefined
  link(link: Link): void
  /** Whether something before it is known to be the same. */
  linked(mention: number): boolean
  readonly links: readonly Link[]
}

export function clustersOf(mentions: readonly Mention[]): Clusters {
  const parent = Int32Array.from(mentions.keys())
  const members = mentions.map(({ id }) => [id])
  const fits = mentions.map(mention => mention.fits)
  const types = mentions.map(mention => mention.name?.type)
  const links: Link[] = []
  const anaphors = new Set<number>()
  const of = (mention: number) => root(parent, mention)
  return {
    of,
    members: mention => members[of(mention)] ?? [],
    fits: mention => fits[of(mention)] ?? 0,
    nameType: mention => types[of(mention)],
    linked: mention => anaphors.has(mention),
    links,
    link(link) {
      const [a, b] = [of(link.later), of(link.earlier)]
      if (a === b) return
      const [into, from] = a < b ? [a, b] : [b, a]
      parent[from] = into
      for (const member of members[from] ?? []) members[into]?.push(member)
      members[from] = []
      types[into] ??= types[from]
      const both = (fits[into] ?? 0) & (fits[from] ?? 0)
      fits[into] = both === 0 ? (fits[into] ?? 0) : both
      links.push(link)
      anaphors.add(link.later)
    },
  }
}

function root(parent: Int32Array, mention: number): number {
  let at = mention
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] as number] as number
    at = parent[at] as number
  }
  return at
}

/**
 * Chains of two mentions or more, in reading order.
 * A mention is sure when sure links lead from it to the core of its chain.
 */
export function chainsOf(
  mentions: readonly Mention[],
  clusters: Clusters,
  starts: readonly number[],
): readonly Chain[] {
  const certain = clustersOf(mentions)
  for (const link of clusters.links) if (link.sure) certain.link(link)
  const reasons = new Map<number, string>()
  for (const { later, reason } of clusters.links) if (!reasons.has(later)) reasons.set(later, reason)
  const found: Chain[] = []
  for (const { id } of mentions) {
    if (clusters.of(id) !== id) continue
    const ids = [...clusters.members(id)].sort((a, b) => a - b)
    if (ids.length < 2) continue
    const core = coreOf(ids, mentions, certain)
    const chain = ids.map((member, i): ChainMention => {
      const { start, end, kind } = mentions[member] as Mention
      const reason = reasons.get(member) ?? (i === 0 ? 'coref/first' : 'coref/joined')
      return { start, end, head: starts[member] ?? start, kind, reason, sure: certain.of(member) === core }
    })
    found.push({ mentions: chain })
  }
  return found
}

/** Of the parts that sure links make: the one with a name, else the largest, else the first. */
function coreOf(ids: readonly number[], mentions: readonly Mention[], certain: Clusters): number {
  let best = certain.of(ids[0] ?? 0)
  let most = -1
  for (const part of new Set(ids.map(id => certain.of(id)))) {
    const members = certain.members(part)
    const worth = members.length + (members.some(member => mentions[member]?.kind === 'name') ? mentions.length : 0)
    if (worth <= most) continue
    most = worth
    best = part
  }
  return best
}
