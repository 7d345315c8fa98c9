import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Mistake } from '../../src/core/mistake.ts'
import { readConfig, readCrisis } from '../../src/run/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-config-'))

function written(toml: string): string {
  const file = join(folder, 'dragoman.toml')
  writeFileSync(file, toml)
  return file
}

test('several crises and sources, paths beside the file', () => {
  const file = written(`
[[crisis]]
name = "talks"
topic = "Russia Ukraine talks"
actors = ["RUS", "UKR"]
from = "2025-05-01"
inputs = ["reports.jsonl", "https://example.org/a.html", "/news"]
[[crisis]]
topic = "Gaza ceasefire"
[[source]]
address = "https://example.org/feed.xml"
kind = "feed"
every = 15
full_text = true
[[source]]
address = "news"
`)
  expect(readConfig(file)).toEqual({
    crises: [
      {
        name: 'talks',
        topic: { words: 'Russia Ukraine talks', actors: ['RUS', 'UKR'], any: [], from: '2025-05-01' },
        inputs: [join(folder, 'reports.jsonl'), 'https://example.org/a.html', '/news'],
      },
      { name: 'Gaza ceasefire', topic: { words: 'Gaza ceasefire', actors: [], any: [] }, inputs: [] },
    ],
    sources: [
      { address: 'https://example.org/feed.xml', kind: 'feed', every: 15, fullText: true },
      { address: join(folder, 'news') },
    ],
  })
  expect(readCrisis(file).name).toBe('talks')
  expect(readCrisis(file, 'Gaza ceasefire').topic.words).toBe('Gaza ceasefire')
})

test.each([
  ['[[crisis]]\nname = "a"', /no topic/u],
  ['[[crisis]]\ntopic = "a"\n[[crisis]]\ntopic = "a"', /two crises are called "a"/u],
  ['[[crisis]]\ntopic = "a"\nas_of = "2025-02-30"', /not a day/u],
  ['[[source]]\nkind = "feed"', /no address/u],
  ['[[source]]\naddress = "a"\nkind = "mail"', /no kind of source/u],
  ['[[source]]\naddress = "a"\nevery = 0', /no number of minutes/u],
  ['[[source]]\naddress = "a"\nfull_text = 1', /neither true nor false/u],
  ['[[crisis', /not valid TOML/u],
])('a mistake is told with its cure: %j', (toml, message) => {
  expect(() => readConfig(written(toml))).toThrow(Mistake)
  expect(() => readConfig(written(toml))).toThrow(message)
})
