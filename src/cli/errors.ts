import { Mistake } from '../core/mistake.ts'

/** A mistake in how the program was called: shown as two lines, exit code 2, no stack. */
export class CliError extends Mistake {}

/** Exit codes, documented in docs/reference/cli.md. */
export const EXIT = { done: 0, no: 1, usage: 2 } as const

/** The port of an option; undefined where none is given. */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CliError(`"${text}" is not a port`, 'Give a number from 0 to 65535; 0 lets the system choose.')
  return port
}
