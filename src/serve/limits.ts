/** How often something may be done: so many at once, then so many a minute. */
export type Rate = { readonly burst: number; readonly perMinute: number }

export const RATES = {
  read: { burst: 100, perMinute: 300 },
  write: { burst: 20, perMinute: 60 },
  signIn: { burst: 10, perMinute: 10 },
  /** Lines that refusals of one address may add to the audit log. */
  refused: { burst: 30, perMinute: 60 },
} as const satisfies Readonly<Record<string, Rate>>

export type Limiter = {
  /** Takes one turn; 0, or the seconds to wait where there is none. */
  take(who: string): number
}

/** Those of whom the use is known; of more, the ones that came longest ago are forgotten. */
const MOST = 10_000

/** A token bucket for each who; `now` in milliseconds. */
export function limiter({ burst, perMinute }: Rate, now: () => number, most = MOST): Limiter {
  const held = new Map<string, { readonly left: number; readonly at: number }>()
  return {
    take: who => {
      const at = now()
      const before = held.get(who)
      // A clock that is set back gives nothing.
      const gained = before ? (Math.max(0, at - before.at) / 60_000) * perMinute : burst
      const left = Math.min(burst, (before?.left ?? 0) + gained)
      held.delete(who)
      held.set(who, { left: left < 1 ? left : left - 1, at })
      const oldest = held.keys().next()
      if (held.size > most && !oldest.done) held.delete(oldest.value)
      return left < 1 ? Math.ceil(((1 - left) / perMinute) * 60) : 0
    },
  }
}

/** An address as limits see it: of IPv6 the /64, which is one household. */
export function householdOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const [before, after] = [head, tail ?? ''].map(part => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0))
  const groups = [...(before ?? []), ...Array.from({ length: zeros }, () => '0'), ...(after ?? [])]
  return `${groups
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/u, '').toLowerCase())
    .join(':')}::/64`
}
