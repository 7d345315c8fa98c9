import type { Briefing } from '../../src/core/briefing.ts'
import { fixture } from './fixture.ts'

/** What somebody would put into a report to break out of the page. */
export const PAYLOADS: readonly string[] = [
  '"><img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '<!--<script>',
  '</title></style><svg/onload=alert(1)>',
  '&lt;b&gt;&amp;',
  '`$' + '{alert(1)}',
  '\u2028\u2029\u0000\u001b[31m\uD800',
  '\u202Eevil\u2066',
  '[x](javascript:alert(1)) ![y](http://evil.example/z) <http://evil.example/>',
  '\n\n# Heading\n\n- item\n\n[^1]: false note',
]

/** Values that decide how a briefing is read: a briefing with others is refused before it is published. */
const FIXED = new Set([
  'format',
  'asOf',
  'from',
  'to',
  'earliest',
  'latest',
  'precision',
  'kind',
  'form',
  'status',
  'type',
  'certainty',
  'value',
  'section',
  'basis',
  'since',
])

/** A briefing, the fixture unless another is given, with a payload behind every text it holds; addresses turn into `address`. */
export function nasty(payload: string, address: string, briefing = fixture()): Briefing {
  const spoil = (value: unknown, key: string, parent: unknown): unknown => {
    if (Array.isArray(value)) return value.map(item => spoil(item, key, value))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([k, inner]) => [k, spoil(inner, k, value)]))
    if (typeof value !== 'string' || isFixed(key, parent)) return value
    return key === 'url' ? address : value + payload
  }
  return spoil(briefing, '', undefined) as Briefing
}

function isFixed(key: string, parent: unknown): boolean {
  const rendered = key === 'by' && typeof parent === 'object' && parent !== null && 'kind' in parent
  return FIXED.has(key) || rendered || key === 'in'
}
