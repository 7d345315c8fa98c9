import { compileTemplates, fillTemplates } from '../../../learn/templates.ts'
import { addScores, type Weights } from '../../../learn/weights.ts'
import type { Form } from './forms.ts'
import { highest } from './tagger.ts'

/** Roles with their weights. */
export type RoleModel = { readonly names: readonly string[]; readonly weights: Weights }

/**
 * What a role is guessed from: a field and the distance of the word it is read at. Fields: `w` word, `p` tag, `c` fine and `m`
 * middle class, `e` ending, `o` role given before. Numbers: `left`, `right` the distance to the ends of the sentence.
 */
const TEMPLATES = compileTemplates(
  `
  w0; p0; w0 p0; c0; p0 e0; p0 w-1; p0 w-2; p0 w1; p0 w2; p-1 p0; p0 p1; p-1 p0 p1; p-2 p-1 p0; p0 p1 p2; p-2 p-1 p0 p1;
  p-1 p0 p1 p2; p-3 p-2 p-1 p0; p0 p1 p2 p3; p-2 p-1 p0 p1 p2; w0 p-1; w0 p1; w0 p-1 p1; w0 p1 p2; w0 p-1 p-2; w0 w-1;
  w0 w1; p0 o-1; p0 o-1 o-2; p0 o-1 o-2 o-3; w0 o-1; w0 o-1 o-2; p0 o-1 p1; p0 o-1 p1 p2; p0 o-1 o-2 p1; w-1 p0 p1;
  p-1 p0 w1; p0 p1 p2 w3; m0 p-1 p1; m-1 m0 p0; m1 m0 p0; m2 m0 p0 p1; w-1 w0 w1; o-1 w0 p1; p0 left; p0 right;
  p0 p4 p3 p2; w-3 p0 p-1; w3 p0 p1; w-2 w-1 p0; w2 w1 p0
  `,
  ['left', 'right'],
  atom => /^[wpcmeo]-?\d$/u.test(atom),
)
export const ROLE_FEATURES = TEMPLATES.count

const FIELDS = 'wpcmeo'
const ATOMS = TEMPLATES.atoms
  .slice(2)
  .map(atom => ({ field: FIELDS.indexOf(atom[0] ?? ''), offset: Number(atom.slice(1)) }))
const FIELD = Uint8Array.from(ATOMS, ({ field }) => field)
const OFFSET = Int8Array.from(ATOMS, ({ offset }) => offset)
const values = new Int32Array(TEMPLATES.atoms.length)
/** Distances to an end above this are one. */
const FAR = 4

/**
 * Fills `features` for the role of word `i` and gives their number: its label, the side of its head, the sides of its
 * children, guessed before parsing (supertags; Ouchi et al. 2014). `tags` are of all words, `roles` those given so far.
 */
export function roleFeatures(
  forms: readonly Form[],
  tags: Uint8Array,
  roles: Uint8Array,
  i: number,
  features: Int32Array,
): number {
  values[0] = Math.min(i, FAR)
  values[1] = Math.min(forms.length - i, FAR)
  for (let a = 0; a < FIELD.length; a++) {
    const at = i + (OFFSET[a] as number)
    const form = forms[at]
    values[a + 2] = form ? fieldOf(form, FIELD[a] as number, at, tags, roles) : at < 0 ? -1 : -2
  }
  return fillTemplates(TEMPLATES, values, 5, features)
}

function fieldOf(form: Form, field: number, at: number, tags: Uint8Array, roles: Uint8Array): number {
  switch (field) {
    case 0:
      return form.word
    case 1:
      return tags[at] as number
    case 2:
      return form.fine
    case 3:
      return form.middle
    case 4:
      return form.suffix
    default:
      return roles[at] as number
  }
}

/** Gives each word its most likely role, a place in `names`, from left to right. */
export function rolesWith({
  names,
  weights,
}: RoleModel): (forms: readonly Form[], tags: Uint8Array, roles: Uint8Array) => void {
  const features = new Int32Array(ROLE_FEATURES)
  const scores = new Int32Array(names.length)
  return (forms, tags, roles) => {
    for (let i = 0; i < forms.length; i++) {
      scores.fill(0)
      addScores(weights, features, roleFeatures(forms, tags, roles, i, features), scores)
      roles[i] = highest(scores)
    }
  }
}
