const MOST_ANSWERS = 500
const MOST_CHARACTERS = 32_000_000

/** Answers by key, each made once while it is asked for; those asked for longest ago go when there are too many. */
export function answerCache<T>(sizeOf: (answer: T) => number): (key: string, make: () => Promise<T>) => Promise<T> {
  const held = new Map<string, { readonly answer: Promise<T>; size: number }>()
  let total = 0
  const forget = (key: string) => {
    total -= held.get(key)?.size ?? 0
    held.delete(key)
  }
  return (key, make) => {
    const known = held.get(key)
    if (known) {
      held.delete(key)
      held.set(key, known)
      return known.answer
    }
    const entry = { answer: make(), size: 0 }
    held.set(key, entry)
    entry.answer.then(
      answer => {
        if (held.get(key) !== entry) return
        entry.size = sizeOf(answer)
        total += entry.size
        for (const oldest of held.keys()) {
          if (held.size <= MOST_ANSWERS && total <= MOST_CHARACTERS) break
          forget(oldest)
        }
      },
      () => held.get(key) === entry && forget(key),
    )
    return entry.answer
  }
}
