import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Briefing } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { openTools } from '../pipeline.ts'
import { FORMATS, type Format, files, formatsOf, site, USUAL } from '../publish/index.ts'
import { openDesk, readConfig } from '../run/index.ts'
import { openMemory, type Store } from '../store/index.ts'
import { loadBriefing } from './diff.ts'
import { CliError, EXIT } from './errors.ts'
import { withStore } from './store.ts'
import { tellNotices } from './terminal.ts'

export type ExportCommand = {
  readonly format?: string
  readonly config?: string
  readonly store?: string
  readonly out?: string
  readonly quiet?: boolean
}

/** `dragoman export`: a briefing in other formats; `dragoman export site`: several of them as a static site. */
export async function exportCommand(paths: readonly string[], options: ExportCommand): Promise<number> {
  if (paths[0] === 'site') return exportSite(paths.slice(1), options)
  if (options.config || options.store)
    throw new CliError(
      '--config and --store go with "export site"',
      'Write: dragoman export site --config dragoman.toml.',
    )
  return exportBriefing(paths, options)
}

function exportBriefing(paths: readonly string[], { format, out, quiet }: ExportCommand): number {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0)
    throw new CliError('export takes one briefing', 'For several of them: dragoman export site BRIEFING… --out DIR.')
  if (format === undefined)
    throw new CliError('no format given', `Give one or more of them: --format ${FORMATS.map(({ id }) => id).join(',')}`)
  const published = files(loadBriefing(path), readFormats(format))
  const [only, ...more] = published
  if (out !== undefined) {
    writeAll(
      out,
      published.map(({ name, text }) => ({ path: name, text })),
      quiet,
    )
    return EXIT.done
  }
  if (!only || more.length > 0)
    throw new CliError('several formats cannot go to standard output', 'Name a folder for them: --out DIR.')
  process.stdout.write(only.text)
  return EXIT.done
}

async function exportSite(paths: readonly string[], options: ExportCommand): Promise<number> {
  const { format, config, store, out, quiet } = options
  if (paths.length === 0 && config === undefined)
    throw new CliError(
      'no briefing given',
      'Name briefings, or the crises: dragoman export site BRIEFING… --out DIR, or --config dragoman.toml.',
    )
  if (store !== undefined && config === undefined)
    throw new CliError('a store alone does not say which crises', 'Name them too: --config dragoman.toml.')
  if (out === undefined) throw new CliError('a site needs a folder', 'Say where it goes: --out DIR.')
  const formats = formatsOf([...USUAL, ...(format === undefined ? [] : readFormats(format).map(({ id }) => id))])
  const made = config === undefined ? [] : await pagesOf(config, store, quiet ?? false)
  writeAll(out, site([...paths.map(loadBriefing), ...made], formats), quiet)
  return EXIT.done
}

/** The newest pages of all crises of a file, from their inputs and what a store has. */
async function pagesOf(config: string, path: string | undefined, quiet: boolean): Promise<readonly Briefing[]> {
  const { crises } = readConfig(config)
  const make = async (store: Store) => {
    const desk = openDesk(store, crises, openTools(), { now: () => new Date().toISOString() })
    await desk.add(crises.flatMap(crisis => crisis.inputs))
    const made: Briefing[] = []
    for (const { name } of crises) {
      const { briefing, notices = [] } = (await desk.page(name)) ?? {}
      if (briefing) made.push(briefing)
      else tellNotices(notices, quiet)
    }
    return made
  }
  return path === undefined ? make(openMemory()) : withStore(path, make)
}

/** Formats as the command line gives them: ids with commas between, or `all`. */
export function readFormats(text: string): readonly Format[] {
  if (text === 'all') return FORMATS
  try {
    return formatsOf(text.split(',').map(id => id.trim()))
  } catch (error) {
    throw new CliError(
      error instanceof Error ? error.message : String(error),
      'Give some of these, commas between, or all.',
    )
  }
}

function writeAll(folder: string, published: readonly { path: string; text: string }[], quiet = false): void {
  for (const { path, text } of published) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (!quiet) process.stdout.write(`${counted(published.length, 'file')} in ${folder}\n`)
}
