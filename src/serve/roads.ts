import type { Role } from './context.ts'

/** Who may take a road: everybody who can reach the server, or who has at least a role. */
export type Needed = 'open' | Role

type Road = { readonly method: string; readonly path: RegExp; readonly needs: Needed }

const road = (method: string, path: string, needs: Needed): Road => ({
  method,
  path: new RegExp(`^${path.replace(/\*$/u, '.*').replace(/:\w+/gu, '[^/]+')}$`, 'su'),
  needs,
})

/** Every road that more or less than a reader may take; the first that fits counts. What changes something stands here or is not. */
const ROADS: readonly Road[] = [
  road('GET', '/assets/*', 'open'),
  road('GET', '/sign-in', 'open'),
  road('POST', '/sign-in', 'open'),
  road('POST', '/sign-out', 'reader'),
  road('POST', '/marks', 'editor'),
  road('POST', '/api/v1/marks', 'editor'),
  road('DELETE', '/api/v1/marks/:id', 'editor'),
  road('POST', '/api/v1/reports', 'admin'),
  road('GET', '/audit', 'admin'),
  road('GET', '/api/v1/audit', 'admin'),
  road('GET', '*', 'reader'),
]

/** What a road needs; undefined where there is none. `path` is the one that routes are found by. */
export function neededOn(method: string, path: string): Needed | undefined {
  const asked = method === 'HEAD' ? 'GET' : method
  return ROADS.find(one => one.method === asked && one.path.test(path))?.needs
}

export function isUnsafe(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** A place on this server to go back to; undefined for what a browser could take for another one, or for a header. */
export function localPath(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/u.test(text) || text.includes('\\'))
    return undefined
  if (!URL.canParse(text, HERE)) return undefined
  const { origin, pathname, search, hash } = new URL(text, HERE)
  // "/.//x" is a path of ours until it is written without its dots.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined
}

const HERE = 'http://desk.invalid'
