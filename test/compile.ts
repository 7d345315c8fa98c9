import { compileOnce } from '../src/cli/compile-gazetteer.ts'

/** The tests read places with the whole gazetteer; the first run compiles it. */
export function setup(): void {
  compileOnce()
}
