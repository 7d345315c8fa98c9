import { groupBy } from '../../core/order.ts'
import { readTable } from '../../core/table.ts'

export type WordForm = 'base' | 'past' | 'participle' | 'present' | 'gerund' | 'plural'
export type Lemma = { readonly lemma: string; readonly form: WordForm }

/** Gives the base forms a written form may stand for: the irregular ones by table, the others by spelling rules. */
export type Lemmas = (norm: string) => readonly Lemma[]

export function lemmas(): Lemmas {
  const rows = readTable('events/irregular.tsv', ['form', 'lemma', 'kind'])
  const irregular = groupBy(rows, row => row.form)
  return norm => {
    const known = irregular.get(norm)?.map(row => ({ lemma: row.lemma, form: formOf(row.kind) })) ?? []
    return [{ lemma: norm, form: 'base' }, ...known, ...regular(norm)]
  }
}

function formOf(kind: string): WordForm {
  return kind === 'past' || kind === 'participle' || kind === 'present' || kind === 'gerund' ? kind : 'plural'
}

/** Every base form that the spelling rules allow; the caller keeps those its lists know. */
function regular(norm: string): readonly Lemma[] {
  const found: Lemma[] = []
  const add = (lemma: string, ...forms: readonly WordForm[]) => {
    if (lemma.length > 1) for (const form of forms) found.push({ lemma, form })
  }
  if (norm.endsWith('ied')) add(`${norm.slice(0, -3)}y`, 'past', 'participle')
  if (norm.endsWith('ies')) add(`${norm.slice(0, -3)}y`, 'present', 'plural')
  if (norm.endsWith('es')) add(norm.slice(0, -2), 'present', 'plural')
  if (norm.endsWith('s') && !norm.endsWith('ss')) add(norm.slice(0, -1), 'present', 'plural')
  for (const [ending, forms] of [
    ['ed', ['past', 'participle']],
    ['ing', ['gerund']],
  ] as const) {
    if (!norm.endsWith(ending) || norm.length < ending.length + 2) continue
    const stem = norm.slice(0, -ending.length)
    add(stem, ...forms)
    add(`${stem}e`, ...forms)
    if (stem.at(-1) === stem.at(-2)) add(stem.slice(0, -1), ...forms)
  }
  return found
}
