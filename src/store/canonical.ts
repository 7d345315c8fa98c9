/** JSON with the keys of every object in code-unit order: equal values give equal bytes. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(record)
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key)
    ? record
    : Object.fromEntries(keys.sort().map(key => [key, record[key]]))
}
