import type { Briefing, Sentence } from '../../core/briefing.ts'
import { type Day, isDay, writeDay } from '../../core/day.ts'
import { html, type Markup } from '../../publish/markup.ts'
import type { Outdated } from '../../run/index.ts'
import { outdated } from '../../run/index.ts'
import type { DeskContext } from '../context.ts'
import { articlePath } from './routes.ts'

/** What stands behind a sentence whose report was changed after the page took its words. */
export type EditedWords = (sentence: Sentence) => Markup

/** Finds which reports of a page were edited later, as far as that was known by a day. */
export async function editedWords(briefing: Briefing, { store }: DeskContext, asOf?: Day): Promise<EditedWords> {
  const known = asOf ? { knownBy: asOf } : {}
  const edited = await outdated(briefing, { articles: query => store.articles({ ...query, ...known }) })
  const byArticle = new Map(edited.map(one => [one.article, one]))
  return ({ evidence: [from] }) => {
    const one = byArticle.get(from.article)
    const passage = one?.passages.find(({ in: place, span }) => place === from.in && span.start === from.span.start)
    return one && passage ? words(one, passage.stands) : html``
  }
}

function words({ article, later, at }: Outdated, stands: boolean): Markup {
  const day = at?.slice(0, 10)
  const when = day && isDay(day) ? ` on ${writeDay(day)}` : ' later'
  const says = stands ? 'these words still stand' : 'these words are gone'
  return html` <a class="${stands ? 'edited' : 'edited gone'}" href="${articlePath(later.id)}?with=${encodeURIComponent(article)}">report edited${when}: ${says}</a>`
}
