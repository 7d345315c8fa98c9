const TRACKING = /^(?:utm_.*|fbclid|gclid|at_(?:medium|campaign))$/u

/**
 * What two addresses of one page have in common: host without `www.`, path, and query without tracking. Undefined for
 * what is no address, and for the front page of a host, which is no article's own.
 */
export function addressKey(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url) return undefined
  for (const name of new Set(url.searchParams.keys())) if (TRACKING.test(name)) url.searchParams.delete(name)
  const path = url.pathname.replace(/\/+$/u, '')
  return path === '' && url.search === '' ? undefined : `${url.host.replace(/^www\./u, '')}${path}${url.search}`
}
