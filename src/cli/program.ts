import { Argument, Command } from 'commander'
import { EXIT } from './errors.ts'

function setExitCode(code: number): void {
  process.exitCode = code
}

/** The commands and options of `dragoman`. Each command's code is loaded when it is called. */
export function program(finish: (code: number) => void = setExitCode): Command {
  const dragoman = new Command('dragoman')
    .description(
      'Reads news reports about a crisis and keeps one page about it true; every sentence carries its receipts.',
    )
    .version('0.1.0')
    .showHelpAfterError('(dragoman --help shows every command)')
    .configureOutput({ writeErr: text => process.stderr.write(text) })
    .exitOverride(error => {
      finish(error.exitCode === 0 ? EXIT.done : EXIT.usage)
      throw error // else it ends the process with a code of its own
    })

  addReading(dragoman, finish)
  addPublishing(dragoman, finish)
  addServing(dragoman, finish)
  addWatching(dragoman, finish)
  addStore(dragoman, finish)
  addDoctor(dragoman, finish)
  return dragoman
}

/** An option that may be given again. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

type Finish = (code: number) => void

/** From reports: the page, the layers, and the check of a page against them. */
function addReading(dragoman: Command, finish: Finish): void {
  dragoman
    .command('brief')
    .description('make the page: reports in, briefing.html, briefing.md, briefing.json and briefing.geojson out')
    .argument('[input...]', 'files, folders, patterns, addresses, or - for standard input')
    .option('--topic <words>', 'what the page is about, in a few words')
    .option('--crisis <file>', 'a dragoman.toml that names topic, actors, day and inputs')
    .option('--as-of <day>', 'use nothing published after this day (default: the newest day of the reports)')
    .option('--since <briefing>', 'tell what changed since this earlier briefing.json, or the one in this folder')
    .option('--since-day <day>', 'tell what changed since the page that the same reports gave on this day')
    .option('--format <list>', 'formats besides HTML, Markdown and JSON, commas between, or all')
    .option('--out <folder>', 'where the pages go', 'out')
    .option('--store <file>', 'keep the reports in this file, and make the page from all in it')
    .option('--json', 'also print the briefing as JSON')
    .option('--quiet', 'no progress, no notices, no summary')
    .action(async (inputs, options) => finish(await (await import('./brief.ts')).briefCommand(inputs, options)))

  dragoman
    .command('read')
    .description(
      'show what is read in each article: sentences, names, places, times, amounts, quotations, syntax, claims',
    )
    .argument('[input...]', 'files, folders, patterns, addresses, or - for standard input')
    .option('--html', 'one HTML page that shows all layers of all articles, with the syntax of each sentence')
    .option('--json', 'one JSON object a line, with offsets')
    .option('--quiet', 'no notices')
    .action(async (inputs, options) => finish(await (await import('./read.ts')).readCommand(inputs, options)))

  dragoman
    .command('verify')
    .description(
      'derive every sentence of a briefing again from its reports; fails on any byte they do not account for',
    )
    .argument('<briefing>', 'briefing.json, or its folder')
    .option('--from <input...>', 'also make the whole briefing anew from these reports and compare the bytes')
    .option('--since <briefing>', 'compare what changed with this earlier briefing anew')
    .option('--json', 'print the faults as JSON')
    .option('--quiet', 'print faults only')
    .action(async (path, options) => finish(await (await import('./verify.ts')).verifyCommand(path, options)))
}

/** From briefings: what changed, other formats, the page in the browser. */
function addPublishing(dragoman: Command, finish: Finish): void {
  dragoman
    .command('diff')
    .description('what one briefing says otherwise than an earlier one, each change with the report behind it')
    .argument('<earlier>', 'briefing.json, or its folder')
    .argument('<later>', 'briefing.json, or its folder')
    .option('--json', 'print the changes as JSON')
    .action(async (earlier, later, options) =>
      finish(await (await import('./diff.ts')).diffCommand(earlier, later, options)),
    )

  dragoman
    .command('export')
    .description('a briefing in other formats; "export site" makes a static site of several')
    .argument('<briefing...>', 'briefing.json, or its folder; or "site" and several of them')
    .option('--format <list>', 'formats, commas between, or all')
    .option('--config <file>', 'site: the crises of this dragoman.toml')
    .option('--store <file>', 'site: with the reports of this store')
    .option('--out <folder>', 'where the files go (default: standard output, for one format)')
    .option('--quiet', 'say nothing')
    .action(async (paths, options) => finish(await (await import('./export.ts')).exportCommand(paths, options)))
}

function addServing(dragoman: Command, finish: Finish): void {
  dragoman
    .command('serve')
    .description('the desk in the browser, over reports or a store; or a briefing that was made before')
    .argument('[input...]', 'files, folders, patterns, addresses; or one briefing.json, or its folder')
    .option('--config <file>', 'a dragoman.toml with its crises')
    .option('--topic <words>', 'what the page is about, in a few words')
    .option('--store <file>', 'keep the reports in this file, and show what is in it')
    .option('--watch', 'keep asking the sources of the config for what is new')
    .option('--port <number>', 'the port to listen on (default: 4750, or the next free one)')
    .option('--host <address>', 'the address to listen on, for others too; needs --tokens (default: 127.0.0.1)')
    .option('--public-name <name>', 'a name that the desk is reached by; may be given again', collect)
    .option('--tokens <file>', 'who may come in, as "dragoman token" keeps them')
    .option('--name <name>', 'who you are, beside your marks, where there are no tokens (default: your login name)')
    .option('--trust-proxy', 'believe X-Forwarded-For and -Proto: a proxy of yours stands in front')
    .action(async (inputs, options) => finish(await (await import('./serve.ts')).serveCommand(inputs, options)))

  dragoman
    .command('token')
    .description('let somebody into a desk that others can reach, or out of it')
    .argument('<name>', 'whom; it is shown beside the marks made with the token')
    .requiredOption('--tokens <file>', 'the file that the hashes are kept in; made when missing')
    .option('--role <role>', 'reader; editor, who also makes marks; or admin, who also adds reports', 'reader')
    .option('--revoke', 'take the token back')
    .action(async (name, options) => finish((await import('./token.ts')).tokenCommand(name, options)))

  dragoman
    .command('start')
    .description('the desk with the example')
    .option('--port <number>', 'the port to listen on (default: 4750, or the next free one)')
    .action(async options => finish(await (await import('./serve.ts')).startCommand(options)))
}

function addDoctor(dragoman: Command, finish: Finish): void {
  dragoman
    .command('doctor')
    .description('see whether all that Dragoman needs is there and sound, and what to do where it is not')
    .option('--store <file>', 'also the store')
    .option('--config <file>', 'also a dragoman.toml')
    .option('--tokens <file>', 'also the tokens of the desk')
    .option('--port <number>', 'the port that is to be free')
    .option('--online', 'ask each source whether it answers')
    .option('--json', 'print the findings as JSON')
    .action(async options => finish(await (await import('./doctor.ts')).doctorCommand(options)))
}

function addWatching(dragoman: Command, finish: Finish): void {
  dragoman
    .command('watch')
    .description('keep asking sources for what is new, read it and make the pages anew, until interrupted')
    .argument('[source...]', 'addresses of feeds, sitemaps, pages or lists of feeds, folders; else those of the store')
    .option('--store <file>', 'where reports, pages and what is known of the sources are kept')
    .option('--config <file>', 'a dragoman.toml with [[source]] and [[crisis]] parts')
    .option('--once', 'ask each source that is due once, then end')
    .option('--full-text', 'also fetch the page of each new item of a feed')
    .option('--allow-private', 'also ask addresses of this machine and of private networks')
    .option('--no-pages', 'make no pages')
    .option('--quiet', 'no lines, no notices')
    .action(async (sources, options) => finish(await (await import('./watch.ts')).watchCommand(sources, options)))

  dragoman
    .command('sources')
    .description('how the sources of a store do, or a list of public sources to start with')
    .option('--store <file>', 'the store whose sources are shown')
    .option('--starter', 'the list to start with')
    .option('--opml', 'the feeds as OPML')
    .action(async options => finish(await (await import('./sources.ts')).sourcesCommand(options)))
}

function addStore(dragoman: Command, finish: Finish): void {
  dragoman
    .command('store')
    .description('look after a store: check it, search it, export it as JSON Lines, import an export')
    .addArgument(new Argument('<action>', 'what to do').choices(['check', 'search', 'export', 'import']))
    .argument('<file>', 'the store')
    .argument(
      '[rest...]',
      'search: words; export: the file to write; import: the file to read; else standard output, input',
    )
    .option('--known-by <day>', 'search: only what was known by the end of this day')
    .option('--quiet', 'no summary')
    .action(async (action, file, rest, options) =>
      finish(await (await import('./store.ts')).storeCommand(action, file, rest, options)),
    )
}
