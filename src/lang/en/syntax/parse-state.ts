import type { Form } from './forms.ts'

/** No node. */
export const NONE = -1

/**
 * A parse under way: a stack, the rest of the words (from `front`), and the arcs so far. The words are 0 … n−1, the root is
 * n and stands behind the last word (Ballesteros & Nivre 2013). All arrays are kept for the next sentence.
 */
export class ParseState {
  size = 0
  front = 0
  depth = 0
  /** By node: what the learned weights know it by. */
  word = new Int32Array(0)
  tag = new Int32Array(0)
  upos = new Int32Array(0)
  role = new Int32Array(0)
  fine = new Int32Array(0)
  middle = new Int32Array(0)
  stack = new Int32Array(0)
  head = new Int32Array(0)
  label = new Int32Array(0)
  /** The outermost child on each side, and the one before it. */
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  /** How many children on each side, and the set of their labels as a hash. */
  leftCount = new Int32Array(0)
  rightCount = new Int32Array(0)
  leftLabels = new Int32Array(0)
  rightLabels = new Int32Array(0)

  /** Begins a sentence with these tags and guessed roles; `upos` gives the part of speech of each tag. */
  begin(forms: readonly Form[], tags: Uint8Array, roles: Uint8Array, upos: Uint8Array): void {
    const count = forms.length
    if (this.word.length < count + 1) this.#make((count + 1) * 2)
    this.size = count
    this.front = 0
    this.depth = 0
    for (let i = 0; i < count; i++) {
      const form = forms[i] as Form
      this.word[i] = form.word
      this.tag[i] = (tags[i] as number) + 1
      this.upos[i] = (upos[tags[i] as number] as number) + 1
      this.role[i] = (roles[i] as number) + 1
      this.fine[i] = form.fine
      this.middle[i] = form.middle
    }
    this.word[count] = 7
    this.tag[count] = 255
    this.upos[count] = 255
    this.role[count] = 255
    this.fine[count] = 2000
    this.middle[count] = 2000
    this.head.fill(NONE, 0, count + 1)
    for (const array of [this.left1, this.left2, this.right1, this.right2]) array.fill(NONE, 0, count + 1)
    for (const array of [this.label, this.leftCount, this.rightCount, this.leftLabels, this.rightLabels])
      array.fill(0, 0, count + 1)
  }

  /** The fields of nodes that features are made of, in the order of parse-features.ts: w p u o c m d. */
  fields: readonly Int32Array[] = []

  #make(room: number): void {
    const arrays = ['word', 'tag', 'fine', 'middle', 'stack', 'head', 'label', 'left1', 'left2', 'right1'] as const
    for (const name of arrays) this[name] = new Int32Array(room)
    for (const name of ['upos', 'role', 'right2', 'leftCount', 'rightCount', 'leftLabels', 'rightLabels'] as const)
      this[name] = new Int32Array(room)
    this.fields = [this.word, this.tag, this.upos, this.role, this.fine, this.middle, this.label]
  }

  /** The node `down` places below the top of the stack. */
  onStack(down: number): number {
    return down < this.depth ? (this.stack[this.depth - 1 - down] as number) : NONE
  }

  get done(): boolean {
    return this.front === this.size && this.depth === 0
  }

  shift(): void {
    this.stack[this.depth++] = this.front++
  }

  /** The first of the rest becomes the head of the top of the stack. */
  attachLeft(label: number): void {
    const child = this.stack[--this.depth] as number
    const head = this.front
    this.head[child] = head
    this.label[child] = label
    // Children to the left are attached from the inside outwards.
    this.left2[head] = this.left1[head] as number
    this.left1[head] = child
    this.leftCount[head] = (this.leftCount[head] as number) + 1
    this.leftLabels[head] = (this.leftLabels[head] as number) + labelBit(label)
  }

  /** The node below becomes the head of the top of the stack. */
  attachRight(label: number): void {
    const child = this.stack[--this.depth] as number
    const head = this.stack[this.depth - 1] as number
    this.head[child] = head
    this.label[child] = label
    this.right2[head] = this.right1[head] as number
    this.right1[head] = child
    this.rightCount[head] = (this.rightCount[head] as number) + 1
    this.rightLabels[head] = (this.rightLabels[head] as number) + labelBit(label)
  }
}

/** Sums of these are the same for the same labels in any order. */
function labelBit(label: number): number {
  return Math.imul(label + 1, 0x3c6ef372) >> 3
}
