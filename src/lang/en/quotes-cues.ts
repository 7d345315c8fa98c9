import { readTable } from '../../core/table.ts'
import { isCapital, norm, type Range, type View } from './quotes-view.ts'

export type CueUse = 'clause' | 'that' | 'tell' | 'label' | 'quote'

export type CueVerb = {
  readonly lemma: string
  readonly use: CueUse
  readonly tense: string
  /** Also a noun: only a verb right after a clear subject. */
  readonly ambiguous: boolean
}

export type SpeakerClass = 'role' | 'body' | 'modifier' | 'particle' | 'place'

/** The word lists that reading quotations rests on. */
export type QuoteWords = {
  readonly verbs: ReadonlyMap<string, CueVerb>
  readonly speakers: ReadonlyMap<string, SpeakerClass>
}

/** Reads the lists of saying verbs and speaker words; throws on a faulty table. */
export function quoteWords(): QuoteWords {
  const verbs = readTable('lexicon/en/saying-verbs.tsv', ['form', 'lemma', 'use', 'tense', 'ambiguous'])
  const speakers = readTable('lexicon/en/speaker-words.tsv', ['word', 'class'])
  return {
    verbs: new Map(
      verbs.map(row => [
        row.form,
        { lemma: row.lemma, use: cueUse(row.use), tense: row.tense, ambiguous: row.ambiguous === 'noun' },
      ]),
    ),
    speakers: new Map(speakers.map(row => [row.word, speakerClass(row.class)])),
  }
}

function cueUse(use: string): CueUse {
  if (use === 'clause' || use === 'that' || use === 'tell' || use === 'label' || use === 'quote') return use
  throw new Error(`data/lexicon/en/saying-verbs.tsv: "${use}" is no use of a verb`)
}

function speakerClass(name: string): SpeakerClass {
  if (name === 'role' || name === 'body' || name === 'modifier' || name === 'particle' || name === 'place') return name
  throw new Error(`data/lexicon/en/speaker-words.tsv: "${name}" is no class`)
}

const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  "'s",
  'to',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'should',
  'not',
  "n't",
  'never',
  'did',
  'do',
  'does',
])

/** The verb of saying at token `i`: in a form that tells (not passive, not infinitive, not negated); undefined when there is none. */
export function cueAt(view: View, words: QuoteWords, i: number): CueVerb | undefined {
  const verb = words.verbs.get(norm(view, i))
  if (verb === undefined || isCapital(view, i)) return undefined
  const before = norm(view, i - 1)
  if (verb.tense === 'ing' ? before !== 'as' && before !== ',' : BE.has(before)) return undefined
  if (verb.tense === 'ing' && verb.ambiguous && before !== 'as') return undefined
  if (verb.tense === 'base' && !/^(?:they|i|we|you)$/u.test(before) && !/s$/u.test(before)) return undefined
  return verb
}

const QUOTED = new Set(['quoted', 'cited', 'reported'])

/** The cue as a token range, with the particle that belongs to it ("wrote on X", "was quoted as saying"). */
export function cueRange(view: View, i: number): Range {
  if (norm(view, i - 1) === 'as' && QUOTED.has(norm(view, i - 2))) {
    const be = /^(?:was|is|were|are)$/u.test(norm(view, i - 3))
    return { first: be ? i - 3 : i - 2, end: i + 1 }
  }
  return norm(view, i - 1) === 'as' && norm(view, i) === 'saying'
    ? { first: i - 1, end: i + 1 }
    : { first: i, end: i + 1 }
}
