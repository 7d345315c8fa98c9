/** A rule of a step: an ending and what takes its place where the stem before it is long enough. */
type Rule = readonly [ending: string, instead: string]

const STEP_2: readonly Rule[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['eli', 'e'],
]

const STEP_3: readonly Rule[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]

const STEP_4 = 'al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize'.split(' ')

/**
 * The stem of a lower-case English word as ROUGE-1.5.5 makes it: Porter, "An algorithm for suffix stripping", Program
 * 14(3), 1980, with the author's later changes ("bli" for "abli", "logi"), and with the endings of step 4 taken off one
 * after another. Words of one or two letters stay as they are.
 *
 * `porter('relational')` is `relat`.
 */
export function porter(word: string): string {
  if (word.length < 3) return word
  return [step1a, step1b, step1c, step2, step3, step4, step5].reduce((w, step) => step(w), word)
}

function step1a(w: string): string {
  if (w.endsWith('sses') || w.endsWith('ies')) return w.slice(0, -2)
  return w.endsWith('s') && !w.endsWith('ss') ? w.slice(0, -1) : w
}

function step1b(w: string): string {
  if (w.endsWith('eed')) return measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w
  const stem = w.endsWith('ed') ? w.slice(0, -2) : w.endsWith('ing') ? w.slice(0, -3) : undefined
  if (stem === undefined || !hasVowel(stem)) return w
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`
  if (endsDouble(stem) && !/[lsz]$/u.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

function step1c(w: string): string {
  return w.endsWith('y') && hasVowel(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w
}

function step2(w: string): string {
  return replaceEnding(w, STEP_2)
}

function step3(w: string): string {
  return replaceEnding(w, STEP_3)
}

/** Each ending in turn, so that "environmental" loses "al" and then "ment". */
function step4(w: string): string {
  return STEP_4.reduce((word, ending) => {
    if (!word.endsWith(ending)) return word
    const stem = word.slice(0, -ending.length)
    return measure(stem) <= 1 || (ending === 'ion' && !/[st]$/u.test(stem)) ? word : stem
  }, w)
}

function step5(w: string): string {
  const bare = w.slice(0, -1)
  const withoutE = w.endsWith('e') && (measure(bare) > 1 || (measure(bare) === 1 && !endsShort(bare))) ? bare : w
  return withoutE.endsWith('ll') && measure(withoutE) > 1 ? withoutE.slice(0, -1) : withoutE
}

/** Only the first rule whose ending fits is tried, whatever comes of it. */
function replaceEnding(w: string, rules: readonly Rule[]): string {
  const rule = rules.find(([ending]) => w.endsWith(ending))
  if (!rule) return w
  const stem = w.slice(0, -rule[0].length)
  return measure(stem) > 0 ? stem + rule[1] : w
}

/** Consonant (`c`) or vowel (`v`) of each letter; "y" is a vowel after a consonant. */
function shape(w: string): string {
  let out = ''
  for (let i = 0; i < w.length; i++) {
    const letter = w[i] as string
    out += 'aeiou'.includes(letter) || (letter === 'y' && i > 0 && out[i - 1] === 'c') ? 'v' : 'c'
  }
  return out
}

/** Porter's m: how often a run of vowels is followed by a run of consonants. */
function measure(stem: string): number {
  return shape(stem).match(/v+c+/gu)?.length ?? 0
}

function hasVowel(stem: string): boolean {
  return shape(stem).includes('v')
}

function endsDouble(w: string): boolean {
  return w.length > 1 && w.at(-1) === w.at(-2) && shape(w).endsWith('c')
}

/** Consonant, vowel, consonant, the last not w, x or y. */
function endsShort(w: string): boolean {
  return shape(w).endsWith('cvc') && !/[wxy]$/u.test(w)
}
