import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { program } from '../../src/cli/program.ts'

type Ended = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a command of `dragoman` as a program of its own, as a user would: for what only a process shows. */
export async function dragoman(...args: readonly string[]): Promise<Ended> {
  const call = promisify(execFile)(process.execPath, ['src/cli/main.ts', ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  const { stdout, stderr, code = 0 } = await call.catch(error => error)
  return { code, out: stdout, err: stderr }
}

/** Runs a command in this process, with its own reading of the command line: a second sooner. */
export async function command(...args: readonly string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  let code = 0
  const restore = [
    catchOf(process.stdout, text => (said.out += text)),
    catchOf(process.stderr, text => (said.err += text)),
  ]
  try {
    await program(given => {
      code = given
    }).parseAsync(['node', 'dragoman', ...args])
  } finally {
    for (const back of restore) back()
  }
  return { code, ...said }
}

/** Everything written to a stream goes to the catcher until the function that is given back is called. */
function catchOf(stream: NodeJS.WriteStream, caught: (text: string) => void): () => void {
  const { write } = stream
  stream.write = (chunk: unknown) => {
    caught(String(chunk))
    return true
  }
  return () => {
    stream.write = write
  }
}
