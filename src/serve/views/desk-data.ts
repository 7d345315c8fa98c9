import { allSources, type Source } from '../../core/briefing.ts'
import { targetOf } from '../../core/mark.ts'
import { groupBy } from '../../core/order.ts'
import { writeDayOf } from '../../publish/dates.ts'
import { html, type Markup, raw, scriptJson } from '../../publish/markup.ts'
import { sentencesOf } from '../../publish/receipts.ts'
import type { Page } from '../../publish/sentence.ts'
import { undoLabel } from './mark-forms.ts'
import { calledMark, type MarksOf, writeMarkDay } from './overlay.ts'
import { articlePath } from './routes.ts'

/** Reports of one origin that are named beside a passage. */
const MOST_KIN = 12

/** What the drawer shows on the desk besides what the file has: where to read a report, its kin, the marks. */
export function deskData({ briefing, receipts }: Page, marksOf: MarksOf): Markup {
  const sources = allSources(briefing)
  const family = groupBy(sources, source => source.lineage)
  const called = (source: Source) => {
    const stamp = source.published ?? source.known
    return [source.publisher || 'publisher unknown', stamp ? writeDayOf(stamp, briefing.asOf) : '']
      .filter(Boolean)
      .join(', ')
  }
  const data = {
    receipts: receipts.list.map(({ evidence, source }) => {
      const kin = source ? (family.get(source.lineage) ?? []).filter(other => other.article !== source.article) : []
      return {
        read: articlePath(evidence.article, evidence.in === 'title' ? undefined : evidence.span),
        kin: kin.slice(0, MOST_KIN).map(other => [called(other), articlePath(other.article)]),
        more: Math.max(0, kin.length - MOST_KIN),
      }
    }),
    sentences: sentencesOf(briefing).map(sentence => ({
      target: targetOf(sentence.evidence[0]),
      marks: marksOf(sentence).map(mark => ({
        id: mark.id,
        called: calledMark(mark),
        by: mark.by,
        day: writeMarkDay(mark),
        text: mark.text ?? '',
        undo: undoLabel(mark),
      })),
    })),
  }
  return html`<script id="desk-data" type="application/json">${raw(scriptJson(data))}</script>`
}
