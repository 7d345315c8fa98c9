import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { DataSet, Suite } from './types.ts'

/** A mistake in how the bench was called: told in a line, exit code 2. */
export class UsageError extends Error {}

export type Options = {
  /** Names of suites; none: all. */
  readonly suites: readonly string[]
  readonly dataset?: string
  readonly data?: string
  readonly json: boolean
  readonly peers: boolean
  readonly accept: boolean
  readonly reason?: string
  readonly write: boolean
}

export const USAGE = `usage: npm run -s bench -- [suite…] [options]
  --dataset NAME   only this data set
  --data DIR       a folder in the format of NAME, in place of the usual one; nothing is compared with floors
  --json           one JSON line a figure
  --peers          also measure other programs where a suite has them
  --accept         pin what was reached
  --reason TEXT    why a floor is lowered or the data changed; with --accept
  --write          write the table of bench/README.md; only for a run over everything`

/** Reads the command line; throws a `UsageError` on options that do not go together. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const { dataset, data, reason, json = false, peers = false, accept = false, write = false } = values
  if (data !== undefined && dataset === undefined)
    throw new UsageError('--data needs --dataset NAME, which says what format the folder has')
  if (data !== undefined && accept) throw new UsageError('--accept pins the usual data, not --data')
  if (reason !== undefined && (!accept || reason.trim() === ''))
    throw new UsageError('--reason goes with --accept and says why in a few words')
  if (write && (positionals.length > 0 || dataset !== undefined))
    throw new UsageError('--write needs a run over everything: no suites, no --dataset')
  return {
    suites: positionals,
    ...(dataset === undefined ? {} : { dataset }),
    ...(data === undefined ? {} : { data: resolve(data) }),
    json,
    peers,
    accept,
    ...(reason === undefined ? {} : { reason: reason.trim() }),
    write,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dataset: { type: 'string' },
        data: { type: 'string' },
        json: { type: 'boolean' },
        peers: { type: 'boolean' },
        accept: { type: 'boolean' },
        reason: { type: 'string' },
        write: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A data set to run, and the folder it is read from. */
export type Job = { readonly suite: string; readonly dataset: DataSet; readonly folder: string }

export type Plan = {
  readonly jobs: readonly Job[]
  /** What was asked for but does not lie below the root. */
  readonly absent: readonly Job[]
}

/** What to run; throws a `UsageError` on an unknown suite or data set, or where nothing of what was named is there. */
export function planOf(suites: readonly Suite[], { suites: wanted, dataset, data }: Options, root: string): Plan {
  const unknown = wanted.find(name => !suites.some(suite => suite.name === name))
  if (unknown !== undefined)
    throw new UsageError(`there is no suite "${unknown}"; there are ${list(suites.map(suite => suite.name))}`)
  const selected = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const all = selected.flatMap(suite => suite.datasets.map(set => ({ suite: suite.name, dataset: set })))
  const named = all.filter(job => dataset === undefined || job.dataset.name === dataset)
  if (named.length === 0)
    throw new UsageError(`there is no data set "${dataset}"; there are ${list(all.map(job => job.dataset.name))}`)
  if (data !== undefined && !existsSync(data)) throw new UsageError(`there is no folder ${data}`)
  const jobs = named.map(job => ({ ...job, folder: data ?? join(root, job.dataset.path) }))
  const [present, absent] = [true, false].map(there => jobs.filter(({ folder }) => existsSync(folder) === there))
  if (!present?.length)
    throw new UsageError(
      `no data: ${list(jobs.map(({ folder }) => folder))} not found; DRAGOMAN_DATA names the folder with the data sets`,
    )
  return { jobs: present, absent: absent ?? [] }
}

function list(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}
