import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { byText } from '../src/core/order.ts'

/**
 * SHA-256, in hexadecimal digits, over the relative paths and contents of all files below a folder, in the order of their
 * paths; of a file, over its content. The same data has the same digest wherever it lies.
 */
export function digestOf(path: string): string {
  const hash = createHash('sha256')
  for (const file of filesOf(path)) {
    const content = readFileSync(file)
    hash.update(`${relative(path, file).replaceAll('\\', '/')}\0${content.length}\0`)
    hash.update(content)
  }
  return hash.digest('hex')
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .sort(byText)
    .map(name => join(path, name))
    .filter(file => statSync(file).isFile())
}
