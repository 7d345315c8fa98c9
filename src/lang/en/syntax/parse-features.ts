import { compileTemplates, fillTemplates, type Templates } from '../../../learn/templates.ts'
import { NONE, type ParseState } from './parse-state.ts'
import { LABEL_TEMPLATES, MOVE_TEMPLATES } from './parse-templates.ts'

/** What absent nodes look like. */
const ABSENT = 3
/** Distances and numbers of children above this are one. */
const MANY = 6

const FIELDS = 'w p u o c m d'.split(' ')
const MOVE_NODES = 's t u b c d sl sr sl2 sr2 tl tr tr2 bl bl2 s0 s1 t1 b0'.split(' ')
const MOVE_NUMBERS = 'near apart svl svr tvr bvl ssl ssr tsr bsl'.split(' ')
const LABEL_NODES = 'h c hl hr cl cr cl2 cr2 before after h0 h1 below beyond'.split(' ')
const LABEL_NUMBERS = 'far hls hrs cls crs'.split(' ')

/** Templates, and for each of their atoms that is a field of a node, which one. */
type Plan = { readonly templates: Templates; readonly nodes: Uint8Array; readonly fields: Uint8Array }

const MOVES = planOf(MOVE_TEMPLATES, MOVE_NODES, MOVE_NUMBERS)
const LABELS = planOf(LABEL_TEMPLATES, LABEL_NODES, LABEL_NUMBERS)

/** At most this many features a move or label. */
export const PARSE_FEATURES = Math.max(MOVES.templates.count, LABELS.templates.count)

function planOf(text: string, nodes: readonly string[], numbers: readonly string[]): Plan {
  const parts = (atom: string) => {
    const [node = '', field = ''] = atom.split('.')
    return [nodes.indexOf(node), FIELDS.indexOf(field)] as const
  }
  const templates = compileTemplates(text, numbers, atom => parts(atom).every(part => part !== -1))
  const atoms = templates.atoms.slice(numbers.length).map(parts)
  return {
    templates,
    nodes: Uint8Array.from(atoms, ([node]) => node),
    fields: Uint8Array.from(atoms, ([, field]) => field),
  }
}

/** Fills in features of moves and of labels; keeps its arrays. */
export class ParseFeatures {
  readonly features = new Int32Array(PARSE_FEATURES)
  readonly #state: ParseState
  readonly #nodes = new Int32Array(32)
  readonly #atoms = new Int32Array(256)

  constructor(state: ParseState) {
    this.#state = state
  }

  /** Fills `features` for choosing the next move and gives their number. */
  ofMove(): number {
    const state = this.#state
    const nodes = this.#nodes
    const atoms = this.#atoms
    const { size, left1, left2, right1, right2, leftCount, rightCount, leftLabels, rightLabels } = state
    const s = state.onStack(0)
    const t = state.onStack(1)
    const b = state.front
    nodes[0] = s
    nodes[1] = t
    nodes[2] = state.onStack(2)
    nodes[3] = b
    nodes[4] = b < size ? b + 1 : NONE
    nodes[5] = b + 1 < size ? b + 2 : NONE
    nodes[6] = of(left1, s)
    nodes[7] = of(right1, s)
    nodes[8] = of(left2, s)
    nodes[9] = of(right2, s)
    nodes[10] = of(left1, t)
    nodes[11] = of(right1, t)
    nodes[12] = of(right2, t)
    nodes[13] = left1[b] as number
    nodes[14] = left2[b] as number
    nodes[15] = s > 0 ? s - 1 : NONE
    nodes[16] = s === NONE ? NONE : s + 1
    nodes[17] = t === NONE ? NONE : t + 1
    nodes[18] = b > 0 ? b - 1 : NONE
    atoms[0] = s === NONE ? 0 : Math.min(MANY, b - s)
    atoms[1] = t === NONE ? 0 : Math.min(MANY, s - t)
    atoms[2] = s === NONE ? 0 : (leftCount[s] as number)
    atoms[3] = s === NONE ? 0 : (rightCount[s] as number)
    atoms[4] = t === NONE ? 0 : (rightCount[t] as number)
    atoms[5] = leftCount[b] as number
    atoms[6] = s === NONE ? 0 : (leftLabels[s] as number)
    atoms[7] = s === NONE ? 0 : (rightLabels[s] as number)
    atoms[8] = t === NONE ? 0 : (rightLabels[t] as number)
    atoms[9] = leftLabels[b] as number
    return this.#fill(MOVES, MOVE_NUMBERS.length, 1)
  }

  /** Fills `features` for the label of the arc from `head` to `child`, which have all the children they get between them. */
  ofLabel(head: number, child: number): number {
    const state = this.#state
    const nodes = this.#nodes
    const atoms = this.#atoms
    const { size, left1, left2, right1, right2, leftLabels, rightLabels } = state
    const leftward = child < head
    nodes[0] = head
    nodes[1] = child
    nodes[2] = left1[head] as number
    nodes[3] = right1[head] as number
    nodes[4] = left1[child] as number
    nodes[5] = right1[child] as number
    nodes[6] = left2[child] as number
    nodes[7] = right2[child] as number
    nodes[8] = child - 1
    nodes[9] = child + 1
    nodes[10] = head - 1
    nodes[11] = head < size ? head + 1 : NONE
    nodes[12] = state.onStack(leftward ? 1 : 2)
    nodes[13] = leftward ? (head < size ? head + 1 : NONE) : state.front
    atoms[0] = Math.min(MANY, Math.abs(head - child))
    atoms[1] = leftLabels[head] as number
    atoms[2] = rightLabels[head] as number
    atoms[3] = leftLabels[child] as number
    atoms[4] = rightLabels[child] as number
    return this.#fill(LABELS, LABEL_NUMBERS.length, leftward ? 2 : 3)
  }

  #fill({ templates, nodes, fields }: Plan, numbers: number, seed: number): number {
    const atoms = this.#atoms
    const values = this.#state.fields
    for (let i = 0; i < nodes.length; i++) {
      const node = this.#nodes[nodes[i] as number] as number
      atoms[numbers + i] = node === NONE ? ABSENT : ((values[fields[i] as number] as Int32Array)[node] as number)
    }
    return fillTemplates(templates, atoms, seed, this.features)
  }
}

function of(values: Int32Array, node: number): number {
  return node === NONE ? NONE : (values[node] as number)
}
