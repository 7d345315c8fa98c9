import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { progress, type Screen } from '../src/core/progress.ts'
import { digestOf } from './digest.ts'
import { acceptFigures, faultsOf, floorFor, isPinned, type Result, readFloors, writeFloors } from './floors.ts'
import { type Job, type Options, planOf, readOptions, USAGE, UsageError } from './options.ts'
import { jsonLine, textTable, withScores } from './report.ts'
import { PROJECT } from './root.ts'
import { SUITES } from './suites/index.ts'

const FLOORS = join(PROJECT, 'bench', 'floors.json')
const README = join(PROJECT, 'bench', 'README.md')

/** Where a run finds its data and tells of itself. */
export type Surroundings = { readonly root: string; readonly out: Screen; readonly err: Screen }

/**
 * Runs what the command line names: figures to `out`, all else to `err`. Gives the exit code: 0 all well, 1 below a floor
 * or not accepted, 2 called wrongly.
 */
export async function bench(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await run(args, around)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    around.err.write(`bench: ${error.message}\n`)
    return 2
  }
}

async function run(args: readonly string[], { root, out, err }: Surroundings): Promise<number> {
  if (args.includes('--help')) {
    out.write(`${USAGE}\n`)
    return 0
  }
  const options = readOptions(args)
  const { jobs, absent } = planOf(SUITES, options, root)
  for (const { suite, dataset, folder } of absent) err.write(`not found: ${suite}/${dataset.name} (${folder})\n`)
  const results = await runAll(jobs, options, root, err)
  const figures = results.flatMap(result => result.figures)
  const floors = options.data === undefined ? readFloors(FLOORS) : []
  out.write(options.json ? figures.map(figure => `${jsonLine(figure)}\n`).join('') : textTable(figures, floors))
  if (options.write) writeFileSync(README, withScores(readFileSync(README, 'utf8'), figures))
  if (options.data !== undefined) return 0
  const faults = faultsOf(results, floors)
  if (options.accept && (faults.length === 0 || options.reason !== undefined)) {
    writeFileSync(FLOORS, writeFloors(acceptFigures(results, floors, options.reason)))
    return 0
  }
  const loose = figures.filter(figure => isPinned(figure) && !floorFor(floors, figure))
  for (const { suite, dataset, metric } of loose) err.write(`not pinned: ${suite}/${dataset} ${metric}\n`)
  for (const fault of faults) err.write(`FAILED  ${fault}\n`)
  if (options.accept) err.write('Nothing was accepted: what is worse needs --reason "why".\n')
  return faults.length === 0 ? 0 : 1
}

async function runAll(
  jobs: readonly Job[],
  options: Options,
  root: string,
  screen: Screen,
): Promise<readonly Result[]> {
  const bar = progress(screen, { quiet: false, label: 'bench' })
  const results: Result[] = []
  for (const [i, job] of jobs.entries()) {
    bar.step(i, jobs.length, `${job.suite}/${job.dataset.name}`)
    results.push(await runOne(job, options, root))
  }
  bar.step(jobs.length, jobs.length)
  bar.end()
  return results
}

async function runOne({ suite, dataset, folder }: Job, { data, peers }: Options, root: string): Promise<Result> {
  const name = `${suite}/${dataset.name}`
  try {
    const figures = await dataset.run(folder, {
      root,
      dataset: dataset.name,
      ...(data === undefined ? {} : { data }),
      peers,
    })
    if (!figures.some(({ n }) => n > 0)) throw new Error('nothing to measure in it')
    const twice = figures.filter(isPinned).find((one, i, all) => all.findIndex(f => f.metric === one.metric) !== i)
    if (twice) throw new Error(`the suite gives "${twice.metric}" twice`)
    const digest = data === undefined && figures.some(isPinned) ? digestOf(folder) : ''
    return { suite, dataset: dataset.name, digest, figures }
  } catch (error) {
    if (data === undefined) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${folder} cannot be read as ${name}: ${why}`)
  }
}
