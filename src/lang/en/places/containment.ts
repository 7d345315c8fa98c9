import { kilometres } from '../../../core/sphere.ts'
import { KIND } from '../../geonames/format.ts'
import type { Candidate } from './candidates.ts'
import type { PlaceMention } from './mentions.ts'

/** Between a place and what it lies in: "Tripoli, Lebanon", "Aleppo in Syria", "Paris (Texas)". */
const WITHIN = /^(?:, | in | \(|, in |, near | near )(?:the )?$/u
const LONGEST = 12

/** The mention right behind each one that it is said to lie in. */
export function behind(text: string, mentions: readonly PlaceMention[]): readonly (PlaceMention | undefined)[] {
  return mentions.map((mention, i) => {
    const next = mentions[i + 1]
    if (!next || next.start - mention.end > LONGEST) return undefined
    return WITHIN.test(text.slice(mention.end, next.start)) ? next : undefined
  })
}

const AND = /^(?:, | and |, and | or |, or )(?:the )?$/u
const LIST = 3

/** Which mentions are members of a list ("Georgia, Oklahoma and Ohio"): three or more, none twice. Within one a comma holds nothing. */
export function listed(text: string, mentions: readonly PlaceMention[]): readonly boolean[] {
  const flags = mentions.map(() => false)
  let from = 0
  for (let i = 1; i <= mentions.length; i++) {
    const [before, mention] = [mentions[i - 1], mentions[i]]
    if (
      before &&
      mention &&
      !mention.short &&
      mention.start - before.end <= LONGEST &&
      AND.test(text.slice(before.end, mention.start))
    )
      continue
    const keys = new Set(mentions.slice(from, i).map(one => one.key))
    if (i - from >= LIST && keys.size === i - from) flags.fill(true, from, i)
    from = i
  }
  return flags
}

/** How far apart a town and the second-order area or larger town it lies in may stand on the map. */
const NEXT_TO = 70

/** Whether `inner` lies in `outer`: in that state or area, or beside that town. */
export function lies(inner: Candidate, outer: Candidate): boolean {
  if (inner.value.id === outer.value.id) return false
  if (outer.value.kind === 'country')
    return inner.value.kind !== 'country' && inner.value.country === outer.value.country
  if (inner.value.kind === 'country') return false
  if (outer.geoKind === KIND.admin1 && outer.area !== undefined && inner.area !== undefined)
    return inner.area === outer.area && inner.geoKind !== KIND.admin1
  if (outer.value.kind === 'region' || outer.value.kind === 'water')
    return outer.geoKind !== KIND.admin2
      ? kilometres(inner.value, outer.value) < 400
      : inner.area === outer.area && kilometres(inner.value, outer.value) < NEXT_TO
  return kilometres(inner.value, outer.value) < NEXT_TO
}
