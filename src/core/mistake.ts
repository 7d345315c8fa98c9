/** A mistake in how the program was called or set up: what was expected, and what to do. The command shows it as two lines. */
export class Mistake extends Error {
  readonly cure: string
  constructor(message: string, cure: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.cure = cure
  }
}
