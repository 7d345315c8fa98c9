import type { Piece } from '../../gazetteer.ts'
import type { NameLists } from './lists.ts'
import { isCapitalised } from './pieces.ts'

const MOST_BETWEEN = 5
const AUXILIARY = new Set(
  'has had will would could may might can should must did does do is was are were been be'.split(' '),
)
/** After these any verb is an act. */
const POWER = new Set('has had will would could may might can should must did does do'.split(' '))

/**
 * True when a capital stands for its government: as the subject of a verb of saying or deciding ("Kyiv has said"), with a
 * possessed act ("Moscow's demand"), after a verb or preposition that takes a party ("told Kyiv", "with Moscow"), or after
 * something given ("aid to Kyiv"). Otherwise the capital is a place.
 */
export function isGovernment(pieces: readonly Piece[], from: number, to: number, lists: NameLists): boolean {
  const use = (name: string, at: number) => lists.uses.get(name)?.has(pieces[at]?.lower ?? '') === true
  const before = pieces[from]?.joined ? (pieces[from - 1]?.lower ?? '') : ''
  if (/^(?:to|for|on|from)$/u.test(before) && use('given', from - 2)) return true
  if (before === 'between' || (before === 'and' && use('object', from - 3))) return true
  const after = pieces[to]?.joined ? pieces[to] : undefined
  // "on Tehran's programme": the word before speaks of the programme.
  if (after?.lower !== "'s" && use('place', from - 1) && before !== '') return false
  if (after?.lower === "'s") return !use('placed', to + 1) && !isCapitalised(pieces[to + 1])
  if (before !== '' && use('object', from - 1)) return true
  if (after && use('subject', to)) return true
  const subject = before === '' || pieces[from]?.initial === true || use('clause', from - 1) || use('subject', from - 1)
  return subject && isSubject(pieces, after?.lower === 'and' ? to + 2 : to, lists)
}

/** True when something happens at a building ("outside the White House"), so that it stands for no government. */
export function isSite(pieces: readonly Piece[], from: number, lists: NameLists): boolean {
  const at = pieces[from - 1]?.lower === 'the' ? from - 1 : from
  return pieces[at]?.joined === true && lists.uses.get('site')?.has(pieces[at - 1]?.lower ?? '') === true
}

/** A verb follows that a government can have: "said", "has not answered", "is stalling", not "was hit" or "has been attacked". */
function isSubject(pieces: readonly Piece[], to: number, lists: NameLists): boolean {
  let auxiliary = ''
  for (let at = to; at < to + MOST_BETWEEN && pieces[at]?.joined; at++) {
    const word = pieces[at]?.lower ?? ''
    const being = /^(?:is|was|are|were|been|be)$/u.test(auxiliary)
    if (lists.uses.get('subject')?.has(word)) return !(being && word.endsWith('ed'))
    if (word.endsWith('ed')) return !being
    if (word.endsWith('ing')) return being
    if (AUXILIARY.has(word)) auxiliary = word
    else if (!lists.uses.get('between')?.has(word) && !word.endsWith('ly')) return POWER.has(auxiliary)
  }
  return false
}
