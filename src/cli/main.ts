import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import { Mistake } from '../core/mistake.ts'
import { EXIT } from './errors.ts'
import { program } from './program.ts'

// What Node.js compiled once starts faster the next time, in the desk's thread too. Where it cannot be kept, nothing is said.
enableCompileCache(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache', 'node'))

try {
  await program().parseAsync(process.argv)
} catch (error) {
  if (error instanceof Mistake) {
    process.stderr.write(`dragoman: ${error.message}\n  ${error.cure}\n`)
    process.exitCode = EXIT.usage
  } else if (!(error instanceof CommanderError)) throw error
}
