import type { Form } from '../src/lang/en/syntax/forms.ts'

/** A sentence of a treebank to learn parsing from. */
export type ParseExample = {
  readonly forms: readonly Form[]
  readonly tags: Uint8Array
  /** Guessed, see roles.ts. */
  readonly roles: Uint8Array
  /** The root is the number of words. */
  readonly heads: Int32Array
  readonly labels: Int32Array
}
