import { Mistake } from '../core/mistake.ts'
import { EXIT } from './errors.ts'
import { program } from './program.ts'

try {
  await program().parseAsync(process.argv)
} catch (error) {
  if (!(error instanceof Mistake)) throw error
  process.stderr.write(`dragoman: ${error.message}\n  ${error.cure}\n`)
  process.exitCode = EXIT.usage
}
