import { mix } from './hash.ts'

/**
 * Feature templates: a text of templates parted by `;`, each a few atoms parted by blanks. Compiled, an atom is a place in an
 * array of numbers that the caller fills in; the feature of a template is a hash of its number and its atoms.
 */
export type Templates = {
  /** All atoms: those the caller named first, then others in the order of the text. */
  readonly atoms: readonly string[]
  readonly count: number
  /** For each template the number of its atoms, then their places. */
  readonly plan: Uint8Array
}

/** Compiles templates. `isAtom` says which names may stand in them besides those of `first`; throws on another. */
export function compileTemplates(text: string, first: readonly string[], isAtom: (name: string) => boolean): Templates {
  const templates = text.split(';').map(template => template.trim().split(/\s+/u))
  const atoms = [...new Set([...first, ...templates.flat()])]
  const wrong = atoms.slice(first.length).find(atom => !isAtom(atom))
  if (wrong !== undefined) throw new Error(`a template has no atom "${wrong}"`)
  if (atoms.length > 255) throw new Error(`${atoms.length} atoms in templates; at most 255`)
  const plan = templates.flatMap(template => [template.length, ...template.map(atom => atoms.indexOf(atom))])
  return { atoms, count: templates.length, plan: Uint8Array.from(plan) }
}

/** Fills `features` with one hash a template and gives their number; `seed` keeps kinds of use apart. */
export function fillTemplates({ plan }: Templates, values: Int32Array, seed: number, features: Int32Array): number {
  let n = 0
  let at = 0
  while (at < plan.length) {
    const end = at + 1 + (plan[at] as number)
    let hash = mix(seed, n)
    for (let k = at + 1; k < end; k++) hash = mix(hash, values[plan[k] as number] as number)
    features[n++] = hash
    at = end
  }
  return n
}
