import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this project. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The folder with all data sets: what `DRAGOMAN_DATA` names, else `../shared/data` beside the project. */
export function dataRoot(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return resolve(PROJECT, environment.DRAGOMAN_DATA || '../shared/data')
}
