import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Where a model is written. */
export function modelPath(name: string): string {
  return join(ROOT, 'models', 'en', name)
}

/** A file of an npm package that only training needs: below DRAGOMAN_TRAIN_MODULES, else node_modules. */
export function npmFile(name: string, file: string): string {
  const folders = [process.env.DRAGOMAN_TRAIN_MODULES, join(ROOT, 'node_modules')]
  const found = folders.map(folder => folder && join(folder, name, file)).find(path => path && existsSync(path))
  if (!found) throw new Error(`${name} is not installed: npm install --no-save ${name}`)
  return found
}

export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
