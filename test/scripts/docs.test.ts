import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, describe, expect, test } from 'vitest'
import { dataFaults, linkFaults, noticeCodes, noticeFaults, referenceFaults, wordFaults } from '../../scripts/docs.ts'
import { shownCommandFaults } from '../../scripts/docs-commands.ts'
import { sourceOf } from '../../scripts/sources.ts'

const root = mkdtempSync(join(tmpdir(), 'docs-'))
mkdirSync(join(root, 'docs'))
writeFileSync(join(root, 'package.json'), '{"scripts":{"bench":"x"}}')
writeFileSync(join(root, 'run.ts'), '')
writeFileSync(join(root, 'docs', 'a.md'), '# Title\n\n## Exit codes, all\n```\n# no heading\n```\n')
afterAll(() => rmSync(root, { recursive: true }))

const commands = new Command('dragoman')
commands.command('brief').option('--topic <words>', '…').option('-q, --quiet', '…')
commands.command('read').option('--json', '…')

describe('the reference of commands', () => {
  const page =
    '# x\n\n## brief\n| option |\n| `--topic <words>` | … |\n| `-q, --quiet` | … |\n\n## read\n| `--json` | … |\n'
  test('is complete', () => {
    expect(referenceFaults(page, commands)).toEqual([])
  })
  test('lacks a command, an option, or has one too many', () => {
    expect(referenceFaults(page.replace('## read', '## reed'), commands)).toEqual([
      'docs/reference/cli.md: no section on "read"',
    ])
    expect(referenceFaults(page.replace('| `--topic <words>` | … |\n', ''), commands)).toEqual([
      'docs/reference/cli.md: no row on brief --topic <words>',
    ])
    expect(referenceFaults(`${page}| \`--old\` | … |\n`, commands)).toEqual([
      'docs/reference/cli.md: no command takes --old',
    ])
  })
  test('an option is looked for in the section of its own command', () => {
    const moved = page.replace('| `--json` | … |\n', '').replace('## read', '| `--json` | … |\n## read')
    expect(referenceFaults(moved, commands)).toEqual(['docs/reference/cli.md: no row on read --json'])
  })
})

describe('notices', () => {
  test('codes are found where notices are made', () => {
    const text = `
      yield notice('no-input', 'a-message', 'cure', file)
      tell(late ? 'date-in-future' : 'unreadable-date', 'x', 'y')
      const a = { code: 'nothing-on-topic', message: 'm', cure: 'c' }
      const b = { code: 'not-a-notice', label: 'x' }
      console.log('some-other')
    `
    expect(noticeCodes(sourceOf('src/a.ts', text))).toEqual([
      'no-input',
      'date-in-future',
      'unreadable-date',
      'nothing-on-topic',
    ])
  })
  test('each is explained, and only those that exist', () => {
    expect(noticeFaults('| `no-input` | … |\n| `old-code` | … |\n', ['no-input', 'new-code', 'new-code'])).toEqual([
      'docs/notices.md: no row on new-code',
      'docs/notices.md: nothing gives old-code any more',
    ])
  })
})

test('tables are described', () => {
  expect(dataFaults('`events/verbs.tsv`: …', ['data/events/verbs.tsv', 'data/places/places.tsv'])).toEqual([
    'docs/reference/data.md: no row on data/places/places.tsv',
  ])
})

describe('links', () => {
  test.each([
    '[a](docs/a.md)',
    '[a](docs/a.md#exit-codes-all)',
    '[a](https://example.org/x)',
    '[a](#top)\n# Top',
    '`[a](nowhere.md)`',
    '```\n[a](nowhere.md)\n```',
  ])('%j is sound', text => {
    writeFileSync(join(root, 'b.md'), text)
    expect(linkFaults(root, 'b.md', text)).toEqual([])
  })
  test.each([
    ['[a](nowhere.md)', 'leads nowhere'],
    ['![a](docs/none.png)', 'leads nowhere'],
    ['[a]: nowhere.md', 'leads nowhere'],
    ['[a](docs/a.md#no-heading)', 'has no heading #no-heading'],
    ['[a](#bottom)', 'has no heading #bottom'],
    ['[a](../outside.md)', 'leaves the project'],
  ])('%j is not', (text, why) => {
    writeFileSync(join(root, 'b.md'), text)
    expect(linkFaults(root, 'b.md', text)).toEqual([expect.stringContaining(why)])
  })
})

describe('commands shown in pages', () => {
  const faults = (text: string) => shownCommandFaults(root, 'b.md', text, commands)
  test.each([
    '    dragoman brief in.jsonl --topic "a --b c" -q',
    '```sh\nnpm ci\nnpm start\nnpm run -s bench -- time\n```',
    '```\n$ node run.ts --any\n```',
    '```\ndragoman brief in.jsonl \\\n  --topic x # --not-an-option\n```',
    '```\ndragoman read --json a.html | other --option\n```',
    'Run dragoman nonsense in a sentence.',
    '```\ndragoman --help\n```',
  ])('%j exist', text => {
    expect(faults(text)).toEqual([])
  })
  test.each([
    ['    dragoman brew in.jsonl', 'b.md:1: dragoman has no command "brew"'],
    ['```\ndragoman read --jason a\n```', 'b.md:2: dragoman read has no option --jason'],
    ['```\ndragoman brief in \\\n  --json\n```', 'b.md:3: dragoman brief has no option --json'],
    ['```\nnpx dragoman brew\n```', 'b.md:2: dragoman has no command "brew"'],
    ['```\nnpm run bensh\n```', 'b.md:2: package.json has no script "bensh"'],
    ['```\nnpm bench\n```', 'b.md:2: npm has no command "bench" that this project uses'],
    ['```\nnode none.ts\n```', 'b.md:2: there is no none.ts'],
  ])('%j do not', (text, fault) => {
    expect(faults(text)).toEqual([fault])
  })
})

describe('words that have no place', () => {
  test.each(['see /home/anna/x', 'in `/home/x`', 'https://registry.example.org/x', '// TODO: more', 'FIXME'])(
    '%j',
    text => {
      expect(wordFaults('a.md', `fine\n${text}\n`)).toEqual([expect.stringMatching(/^a\.md:2: /u)])
    },
  )
  test.each(['XXXX-WXX-1', 'https://example.org/home/page', 'a registry of names', 'todo', 'work/main'])(
    '%j is fine',
    text => {
      expect(wordFaults('a.md', text)).toEqual([])
    },
  )
})
