import { ModelFile } from '../../../learn/container.ts'
import { mix } from '../../../learn/hash.ts'
import { addScores, readWeights, type Weights } from '../../../learn/weights.ts'
import { type Form, find } from './forms.ts'

/** At most this many features a word. */
export const TAG_FEATURES = 80

/**
 * The sets of tags that frequent words were seen with in training (`group`; 0: not frequent), and for words in small letters
 * that hardly ever had another the number of their tag and one (`certain`; 0: look at the sentence).
 */
export type Ambiguity = { readonly hash: Int32Array; readonly group: Uint16Array; readonly certain: Uint8Array }

/** Gives the tags of a sentence, one number a word: the place of a `UPOS|XPOS` pair in `names`. */
export type Tagger = {
  readonly names: readonly string[]
  tag(forms: readonly Form[], tags: Uint8Array): void
}

/** Before the first and after the last word. */
const EDGE: Form = {
  text: '',
  exact: 1,
  capital: false,
  word: 1,
  fine: 0,
  middle: 0,
  coarse: 0,
  suffix: 1,
  shape: 1,
  own: new Int32Array(0),
}

/**
 * Fills `features`, after the first `from` (the word's own), with what depends on the company of word `i`; gives their number. `tags` holds the tags given so far, `groups` the
 * ambiguity groups of all words. After Collins (2002) and Giménez & Màrquez (2004): the word, its spelling, its
 * neighbours, the tags before, the tags that words to come may have.
 */
export function tagFeatures(
  forms: readonly Form[],
  groups: Int32Array,
  tags: Uint8Array,
  i: number,
  features: Int32Array,
  from: number,
): number {
  const form = forms[i] as Form
  const before = forms[i - 1] ?? EDGE
  const before2 = forms[i - 2] ?? EDGE
  const after = forms[i + 1] ?? EDGE
  const after2 = forms[i + 2] ?? EDGE
  const tag1 = i > 0 ? (tags[i - 1] as number) + 1 : 0
  const tag2 = i > 1 ? (tags[i - 2] as number) + 1 : 0
  const group = groups[i] as number
  const group1 = i + 1 < forms.length ? (groups[i + 1] as number) : -1
  const group2 = i + 2 < forms.length ? (groups[i + 2] as number) : -1
  let n = from
  features[n++] = mix(50, group)
  features[n++] = mix(51, before.word)
  features[n++] = mix(52, before2.word)
  features[n++] = mix(53, after.word)
  features[n++] = mix(54, after2.word)
  features[n++] = mix(55, before.suffix)
  features[n++] = mix(56, after.suffix)
  features[n++] = mix(57, mix(before.word, form.word))
  features[n++] = mix(58, mix(form.word, after.word))
  features[n++] = mix(59, tag1)
  features[n++] = mix(60, tag2)
  features[n++] = mix(61, mix(tag1, tag2))
  features[n++] = mix(62, mix(tag1, form.word))
  features[n++] = mix(63, mix(tag1, group))
  features[n++] = mix(64, mix(tag1, group1))
  features[n++] = mix(65, group1)
  features[n++] = mix(66, mix(group, group1))
  features[n++] = mix(67, mix(group1, group2))
  features[n++] = mix(68, mix(tag1, mix(group, group1)))
  features[n++] = mix(69, before.fine)
  features[n++] = mix(70, after.fine)
  features[n++] = mix(71, mix(tag1, form.middle))
  features[n++] = mix(72, mix(form.middle, after.middle))
  features[n++] = mix(73, mix(tag1, form.suffix))
  features[n++] = mix(74, mix(form.shape, i === 0 ? 1 : 2))
  features[n++] = mix(75, mix(form.shape, after.shape))
  features[n++] = mix(76, mix(form.shape, before.shape))
  features[n++] = mix(77, mix(tag1, mix(tag2, group)))
  features[n++] = mix(78, mix(form.suffix, after.suffix))
  features[n++] = mix(79, after2.fine)
  features[n++] = mix(80, mix(tag1, mix(form.middle, after.middle)))
  return n
}

/** Sets the ambiguity group of each word, and the tag of words that have but one, plus one; 0 for the others. */
export function setGroups(forms: readonly Form[], ambiguity: Ambiguity, groups: Int32Array, certain: Uint8Array): void {
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] as Form
    const row = find(ambiguity.hash, form.word)
    groups[i] = row === -1 ? mix(form.coarse, form.shape) : (ambiguity.group[row] as number)
    certain[i] = row === -1 || form.capital ? 0 : (ambiguity.certain[row] as number)
  }
}

/** Opens models/en/tagger.bin. */
export function openTagger(): Tagger {
  const file = ModelFile.read('en/tagger.bin')
  const { names } = file.meta as { names: readonly string[] }
  return taggerWith({
    names,
    weights: readWeights(file, 'tags', names.length),
    ambiguity: {
      hash: file.array('ambiguity.hash', 'i32'),
      group: file.array('ambiguity.group', 'u16'),
      certain: file.array('ambiguity.certain', 'u8'),
    },
  })
}

export type TaggerModel = {
  readonly names: readonly string[]
  readonly weights: Weights
  readonly ambiguity: Ambiguity
}

export function taggerWith({ names, weights, ambiguity }: TaggerModel): Tagger {
  const features = new Int32Array(TAG_FEATURES)
  const scores = new Int32Array(names.length)
  const own = ownScores(weights, names.length)
  let groups = new Int32Array(256)
  let certain = new Uint8Array(256)
  return {
    names,
    tag(forms, tags) {
      if (groups.length < forms.length) {
        groups = new Int32Array(forms.length * 2)
        certain = new Uint8Array(forms.length * 2)
      }
      setGroups(forms, ambiguity, groups, certain)
      for (let i = 0; i < forms.length; i++) {
        if (certain[i] !== 0) {
          tags[i] = (certain[i] as number) - 1
          continue
        }
        const count = tagFeatures(forms, groups, tags, i, features, 0)
        scores.set(own(forms[i] as Form))
        addScores(weights, features, count, scores)
        tags[i] = highest(scores)
      }
    },
  }
}

/** Words whose scores are kept; when there are more, all are forgotten. */
const KEPT = 40_000

/** The scores of a word's own features, worked out once a word. */
function ownScores(weights: Weights, classes: number): (form: Form) => Int32Array {
  const kept = new Map<Form, Int32Array>()
  return form => {
    const before = kept.get(form)
    if (before) return before
    if (kept.size >= KEPT) kept.clear()
    const scores = new Int32Array(classes)
    addScores(weights, form.own, form.own.length, scores)
    kept.set(form, scores)
    return scores
  }
}

/** The place of the highest score, the first of equals. */
export function highest(scores: Int32Array | Float64Array): number {
  let best = 0
  for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[best] as number)) best = c
  return best
}
