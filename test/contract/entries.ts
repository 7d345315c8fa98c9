import { articleId, textId } from '../../src/core/article.ts'
import type { Briefing } from '../../src/core/briefing.ts'
import type { Article, Layers, Mark, Report } from '../../src/core/types.ts'
import { makeReport } from '../../src/ingest/report.ts'
import type { ArticleEntry, ClaimsEntry, Entry, LayersEntry } from '../../src/store/index.ts'
import { NOTHING } from '../help/nothing.ts'

export type Told = { title: string; text: string; published?: string; url?: string; file?: string }

export function reportOf({ title, text, published, url, file = 'a.jsonl' }: Told): Report {
  const made = makeReport({ format: 'text', body: text, title, published, url, origin: { file, line: 1 } })
  if (!('report' in made)) throw new Error('no report')
  return made.report
}

export function articleOf(told: Told): Article {
  const { title, text, published, url } = told
  const stamp = published && {
    value: published,
    precision: published.length === 10 ? ('day' as const) : ('second' as const),
    certainty: 'stated' as const,
    by: 'test/published',
  }
  const parts = { publisher: 'Gazette', title, ...(url ? { url } : {}), ...(stamp ? { published: stamp } : {}) }
  const id = articleId(parts, textId(text))
  return { id, report: reportOf(told).id, lang: 'en', ...parts, text, related: [], promoted: [] }
}

export function articleEntry(told: Told, version = 1): ArticleEntry {
  const article = articleOf(told)
  return { kind: 'article', report: article.report, version, article }
}

/** A report with its article, as a run writes them. */
export function told(...all: readonly Told[]): readonly Entry[] {
  return all.flatMap(one => [{ kind: 'report', report: reportOf(one) } as const, articleEntry(one)])
}

const NONE: Layers = { sentence: [], token: [], name: [], time: [], place: [], amount: [], quote: [], mention: [] }

export function layersEntry(one: Told, version = '1.1'): LayersEntry {
  const end = Math.min(4, one.text.length)
  const layers: Layers = {
    ...NONE,
    sentence: [
      { span: { start: 0, end: one.text.length }, value: { kind: 'sentence', paragraph: 0 }, by: 'sentence/split' },
    ],
    token: [
      { span: { start: 0, end }, value: { kind: 'word', norm: one.text.slice(0, end), pos: 'NOUN' }, by: 'token/word' },
      { span: { start: 1, end }, value: { kind: 'word', norm: '\ud800"', head: 0 }, by: 'token/word' },
    ],
    time: [
      {
        span: { start: 1, end },
        value: {
          type: 'DATE',
          value: '2025-05',
          when: { earliest: '2025-05-01', latest: '2025-05-31', precision: 'month', edtf: '2025-05' },
          anchor: 'none',
          certainty: 'stated',
        },
        by: 'time/month',
      },
    ],
  }
  return { kind: 'layers', article: articleOf(one).id, version, layers }
}

export function claimsEntry(one: Told, version = '1.1.1'): ClaimsEntry {
  const article = articleOf(one).id
  const span = { start: 0, end: 1 }
  const claim = {
    id: `claim of ${article}`,
    article,
    type: 'CONSULT' as const,
    flags: { negated: false, future: false, hypothetical: false, past: false },
    amounts: [],
    trigger: span,
    sentence: span,
    evidence: [{ article, span, by: 'claim/test' }] as const,
  }
  return { kind: 'claims', article, version, claims: [claim] }
}

export function pageOf(headline: string, asOf: string): Briefing {
  return {
    format: 'dragoman-briefing/1',
    versions: { brief: 2 },
    topic: { words: 'talks', actors: [], any: [] },
    asOf,
    counts: { reports: 1, lineages: 1, setAside: 0 },
    headline: [
      {
        text: headline,
        form: 'title',
        parts: [{ kind: 'connective', text: headline }],
        evidence: [{ article: 'a', in: 'title', span: { start: 0, end: 1 }, by: 'test/x' }],
        left: [],
        lineages: 1,
      },
    ],
    ...NOTHING,
  }
}

export function markEntry(id: string, action: Mark['action'], target: string, at = '2025-06-01T10:00:00Z') {
  return { kind: 'mark', mark: { id, at, by: 'ann', action, target } } as const
}
