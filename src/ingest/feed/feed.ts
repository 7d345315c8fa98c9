/** Somebody a feed names. */
export type Person = { readonly name?: string; readonly email?: string; readonly uri?: string }

/** What an item of any feed format says; texts may be HTML, dates are as written. */
export type FeedItem = {
  readonly id?: string
  readonly url?: string
  readonly links: readonly string[]
  readonly title?: string
  /** The short text. */
  readonly description?: string
  /** The full text. */
  readonly content?: string
  /** The texts are plain, not HTML. */
  readonly plain?: boolean
  readonly published?: string
  readonly updated?: string
  readonly authors: readonly Person[]
  readonly categories: readonly string[]
  readonly lang?: string
  /** The feed it was taken over from. */
  readonly source?: Partial<Omit<Feed, 'items'>>
}

export type Feed = {
  readonly kind: 'rss' | 'atom' | 'json'
  readonly version: string
  readonly id?: string
  readonly title?: string
  readonly description?: string
  /** The site, not the feed. */
  readonly url?: string
  readonly feedUrl?: string
  readonly links: readonly string[]
  readonly lang?: string
  readonly copyright?: string
  readonly published?: string
  readonly updated?: string
  readonly authors: readonly Person[]
  readonly categories: readonly string[]
  readonly items: readonly FeedItem[]
}

/** Leaves out what is absent or empty. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** "Jane Roe (jane@example.org)", "jane@example.org (Jane Roe)", "Jane Roe <jane@example.org>", an address, a name. */
export function personOf(text: string): Person {
  const email = /[^\s()<>@]{1,64}@[^\s()<>@]{1,255}/u.exec(text)?.[0]
  if (!email) return present({ name: text.trim() })
  const name = text
    .replace(email, '')
    .replace(/mailto:|[()<>]/gu, ' ')
    .trim()
  return present({ name, email })
}
