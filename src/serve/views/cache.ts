/** Pages written before, the one not asked for longest is dropped first; what fails is not kept. */
export type PageCache<T> = { readonly get: (key: string, make: () => Promise<T>) => Promise<T> }

export function pageCache<T>(most: number): PageCache<T> {
  const kept = new Map<string, Promise<T>>()
  return {
    get: (key, make) => {
      const made = kept.get(key) ?? make()
      kept.delete(key)
      kept.set(key, made)
      made.catch(() => kept.get(key) === made && kept.delete(key))
      const oldest = kept.keys().next()
      if (kept.size > most && !oldest.done) kept.delete(oldest.value)
      return made
    },
  }
}
