import type { Span } from '../../src/core/span.ts'
import type { TimeValue } from '../../src/core/types.ts'
import { quotesReader } from '../../src/lang/en/quotes.ts'
import { sentences } from '../../src/lang/en/sentences.ts'
import { syntaxReader } from '../../src/lang/en/syntax.ts'
import { timeReader } from '../../src/lang/en/times.ts'
import { tokens } from '../../src/lang/en/tokens.ts'
import type { TimeCase, TimeMark } from '../loaders/time-case.ts'
import { readDucklingCases } from '../loaders/time-duckling.ts'
import { readInlineCases } from '../loaders/time-inline.ts'
import { readMeantimeCases } from '../loaders/time-meantime.ts'
import { readRecognizersCases } from '../loaders/time-recognizers.ts'
import { countTimes, figuresOf } from '../scorers/time.ts'
import type { DataSet, Figure, Suite, SuiteOptions } from '../types.ts'
import { timePeers } from './time-peers.ts'

/**
 * Time expressions of English texts, scored as TempEval-3 does (scorers/time). `wikiwars` reads `*.key.xml` and TimeML
 * `*.tml` alike. Peers (time-peers) read the same texts in the same run.
 */
export const timeSuite: Suite = {
  name: 'time',
  datasets: [
    dataSet('wikiwars', 'bench/time/wikiwars/keyinline', readInlineCases, 'ends'),
    dataSet('meantime', 'bench/meantime/intra_cross-doc_annotation', readMeantimeCases, 'ends'),
    dataSet('recognizers', 'bench/time/recognizers/DateTime', readRecognizersCases, 'whole'),
    dataSet('duckling', 'bench/time/duckling', readDucklingCases, 'whole'),
  ],
}

type Reader = (text: TimeCase) => readonly TimeMark[]

/** How a kind of annotation marks "from 23 to 25 May": its two ends as TIMEX2 and TIMEX3 do, or the whole. */
type Ranges = 'ends' | 'whole'

function dataSet(name: string, path: string, read: (folder: string) => readonly TimeCase[], ranges: Ranges): DataSet {
  return { name, path, run: (folder, options) => run(name, read(folder), ranges, options) }
}

function run(dataset: string, cases: readonly TimeCase[], ranges: Ranges, { peers }: SuiteOptions): readonly Figure[] {
  const ours = score(dataset, cases, marksOf(ranges))
  if (!peers) return ours
  const theirs = [...timePeers()].flatMap(([peer, read]) =>
    score(dataset, cases, read).map(figure => ({ ...figure, peer })),
  )
  return [...ours, ...theirs]
}

function score(dataset: string, cases: readonly TimeCase[], read: Reader): readonly Figure[] {
  const started = performance.now()
  const found = cases.map(read)
  const seconds = (performance.now() - started) / 1000
  const counts = cases.map((text, i) => countTimes(text, found[i] ?? []))
  const n = cases.reduce((sum, { marks }) => sum + marks.length, 0)
  const typed = cases.some(({ marks }) => marks.some(({ type }) => type !== undefined))
  return Object.entries(figuresOf(counts))
    .filter(([metric]) => typed || metric !== 'type_f1')
    .map(([metric, value]) => ({ suite: 'time', dataset, metric, value, n, seconds }))
}

/** Our reader, from text to marks. */
export function marksOf(ranges: Ranges): Reader {
  const times = timeReader()
  const syntax = syntaxReader('none')
  const quotes = quotesReader()
  return ({ text, day }) => {
    const bare = tokens(text)
    const sentence = sentences(text, bare)
    const token = syntax(text, { token: bare, sentence })
    const quote = quotes(text, { token, sentence })
    const found = times(text, { token, sentence, quote }, day === undefined ? {} : { day })
    return found.flatMap(time =>
      ranges === 'ends' && time.value.ends
        ? time.value.ends.map(end => markOf(end.span, end))
        : [markOf(time.span, time.value)],
    )
  }
}

/** The value, for a clock time also without its day, and for what lasts days also the first and last. */
function markOf(span: Span, { type, value, when }: Pick<TimeValue, 'type' | 'value' | 'when'>): TimeMark {
  const clock = /T.*$/u.exec(value)?.[0]
  const range = when && when.earliest !== when.latest ? [`${when.earliest}/${when.latest}`] : []
  return { ...span, type, values: [value, ...(clock && type === 'TIME' ? [clock] : []), ...range] }
}
