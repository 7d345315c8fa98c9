import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { counted } from '../core/counted.ts'
import { FORMATS, type Format, files, formatsOf, site, USUAL } from '../publish/index.ts'
import { loadBriefing } from './diff.ts'
import { CliError, EXIT } from './errors.ts'

export type ExportCommand = { readonly format?: string; readonly out?: string; readonly quiet?: boolean }

/** `dragoman export`: a briefing in other formats; `dragoman export site`: several of them as a static site. */
export async function exportCommand(paths: readonly string[], options: ExportCommand): Promise<number> {
  return paths[0] === 'site' ? exportSite(paths.slice(1), options) : exportBriefing(paths, options)
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

function exportSite(paths: readonly string[], { format, out, quiet }: ExportCommand): number {
  if (paths.length === 0)
    throw new CliError('no briefing given', 'Name briefings: dragoman export site BRIEFING… --out DIR.')
  if (out === undefined) throw new CliError('a site needs a folder', 'Say where it goes: --out DIR.')
  const formats = formatsOf([...USUAL, ...(format === undefined ? [] : readFormats(format).map(({ id }) => id))])
  writeAll(out, site(paths.map(loadBriefing), formats), quiet)
  return EXIT.done
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
