/** A mistake in how the program was called or set up: what was expected, and what to do about it. */
export class Mistake extends Error {
  readonly cure: string
  constructor(message: string, cure: string) {
    super(message)
    this.cure = cure
  }
}
