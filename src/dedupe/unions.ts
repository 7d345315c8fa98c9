/** Disjoint sets of the numbers below `size`. */
export type Unions = {
  readonly join: (a: number, b: number) => void
  readonly same: (a: number, b: number) => boolean
  /** The sets in order of their least members, members in order. */
  readonly lists: () => readonly (readonly number[])[]
}

/** Each number in a set of its own; union by least member, with path halving (Tarjan and van Leeuwen 1984). */
export function unions(size: number): Unions {
  const parent = Array.from({ length: size }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  return {
    join: (a, b) => {
      const [x, y] = [root(a), root(b)]
      parent[Math.max(x, y)] = Math.min(x, y)
    },
    same: (a, b) => root(a) === root(b),
    lists: () => [...Map.groupBy(parent.keys(), root).values()],
  }
}
