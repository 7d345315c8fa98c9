import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs the command as a user does, in a process of its own. */
export async function dragoman(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const call = promisify(execFile)(process.execPath, ['src/cli/main.ts', ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  const { stdout, stderr, code = 0 } = await call.catch(error => error)
  return { code, out: stdout, err: stderr }
}
