import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'

/** Commands shown in a page (fenced or indented code) that the project does not have, one line each. */
export function shownCommandFaults(root: string, path: string, text: string, commands: Command): readonly string[] {
  const scripts: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
  const known = typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : []
  return shownLines(text).flatMap(({ line, number }) => {
    const fault = faultOf(words(line), known, commands, file => existsSync(join(root, file)))
    return fault ? [`${path}:${number}: ${fault}`] : []
  })
}

type Shown = { readonly line: string; readonly number: number }

/** Lines of code of a page that start with a command we know how to check. */
function shownLines(text: string): readonly Shown[] {
  const found: Shown[] = []
  let fence: string | undefined
  let joined = ''
  for (const [i, line] of text.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/u.exec(line)?.[1]
    if (mark && (fence === undefined || mark === fence)) fence = fence === undefined ? mark : undefined
    else if (fence !== undefined || /^ {4}/u.test(line)) {
      const whole = joined + line.trim().replace(/^\$ /u, '')
      joined = whole.endsWith('\\') ? whole.slice(0, -1) : ''
      if (joined === '' && /^(?:npm|npx|node|dragoman)\s/u.test(whole)) found.push({ line: whole, number: i + 1 })
    }
  }
  return found
}

/** Words of a command line up to a comment, a pipe or a redirection, quotation marks taken off. */
function words(line: string): readonly string[] {
  const bare = line.replace(/\s(?:#|\||&&|;|>|<).*$/u, '')
  return [...bare.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(match => match[1] ?? match[2] ?? match[3] ?? '')
}

const OWN_OF_NPM: ReadonlySet<string> = new Set(['ci', 'install', 'i', 'test', 'start', 'pack', 'publish', 'rebuild'])

function faultOf(
  [program = '', ...rest]: readonly string[],
  scripts: readonly string[],
  commands: Command,
  exists: (file: string) => boolean,
): string | undefined {
  if (program === 'npm') return npmFault(rest, scripts)
  if (program === 'dragoman') return commandFault(rest, commands)
  if (program === 'npx') return rest[0] === 'dragoman' ? commandFault(rest.slice(1), commands) : undefined
  const file = rest.find(word => !word.startsWith('-'))
  if (!file || !/\.m?[jt]s$/u.test(file)) return undefined
  if (!exists(file)) return `there is no ${file}`
  return file === 'bin/dragoman.mjs' ? commandFault(rest.slice(rest.indexOf(file) + 1), commands) : undefined
}

function npmFault(rest: readonly string[], scripts: readonly string[]): string | undefined {
  const [first = '', second = ''] = rest.filter(word => !word.startsWith('-'))
  if (first === 'run') return scripts.includes(second) ? undefined : `package.json has no script "${second}"`
  return OWN_OF_NPM.has(first) ? undefined : `npm has no command "${first}" that this project uses`
}

function commandFault(rest: readonly string[], commands: Command): string | undefined {
  const [name = ''] = rest
  if (name === '' || /^[<[…]|^--?(?:help|version|h|V)$/u.test(name)) return undefined
  const command = commands.commands.find(own => own.name() === name)
  if (!command) return `dragoman has no command "${name}"`
  const known = new Set(command.options.flatMap(option => [option.short, option.long]))
  const wrong = rest.find(word => /^--?\p{L}/u.test(word) && word !== '--help' && !known.has(word.split('=')[0]))
  return wrong ? `dragoman ${name} has no option ${wrong}` : undefined
}
