import { parseHTML } from 'linkedom'

type Document = ReturnType<typeof parseHTML>['document']
export type Element = NonNullable<ReturnType<Document['querySelector']>>

export type Dom = {
  readonly all: (selector: string) => readonly Element[]
  /** Throws where there is none. */
  readonly one: (selector: string) => Element
  readonly text: (selector: string) => string
}

/** A page as a reader of it finds things. */
export function documentOf(page: string): Dom {
  const { document } = parseHTML(page)
  const all = (selector: string): readonly Element[] => [...document.querySelectorAll(selector)]
  const one = (selector: string) => {
    const [found] = all(selector)
    if (!found) throw new Error(`nothing on the page is ${selector}`)
    return found
  }
  return { all, one, text: selector => one(selector).textContent?.replace(/\s+/gu, ' ').trim() ?? '' }
}
