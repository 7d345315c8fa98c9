import { Mistake } from '../core/mistake.ts'

/** A mistake in how the program was called: shown as two lines, exit code 2, no stack. */
export class CliError extends Mistake {}

/** Exit codes, documented in docs/reference/cli.md. */
export const EXIT = { done: 0, no: 1, usage: 2 } as const
