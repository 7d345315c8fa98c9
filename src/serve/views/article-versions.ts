import { counted } from '../../core/counted.ts'
import type { Article } from '../../core/types.ts'
import { writeStamp } from '../../publish/dates.ts'
import { html, type Markup } from '../../publish/markup.ts'
import { langAttribute } from '../../publish/sentence.ts'
import { compare, type Run } from './article-compare.ts'
import { articlePath } from './routes.ts'

/** The versions of one address, and how this one differs from the one asked for. */
export function versionsOf(article: Article, versions: readonly Article[], other: Article | undefined): Markup {
  if (versions.length < 2) return html``
  const items = versions.map((version, i) => {
    const here = version.id === article.id
    const stamp = version.modified ?? version.published ?? version.known
    const words = html`Version ${i + 1}${stamp && html`, <time datetime="${stamp.value}">${writeStamp(stamp)}</time>`}`
    const link = html`<a href="${articlePath(version.id)}">${words}</a>`
    const way = `${articlePath(article.id)}?with=${encodeURIComponent(version.id)}#compared`
    return html`<li>${here ? html`<strong>${words}</strong> (this one)` : html`${link} · <a href="${way}">compare<span class="visually-hidden"> with version ${i + 1}</span></a>`}</li>`
  })
  return html`<section class="versions"><h2>${counted(versions.length, 'version')} of this address</h2><ol>${items}</ol>${other && compared(article, other, versions)}</section>`
}

function compared(article: Article, other: Article, versions: readonly Article[]): Markup {
  const place = (one: Article) => versions.findIndex(({ id }) => id === one.id)
  const [before, after] = place(other) < place(article) ? [other, article] : [article, other]
  const runs = compare(`${before.title}\n\n${before.text}`, `${after.title}\n\n${after.text}`)
  const title = `From version ${place(before) + 1} to version ${place(after) + 1}`
  if (!runs)
    return html`<section id="compared"><h3>${title}</h3><p>The two are too long and too different to be compared word by word; read them one beside the other.</p></section>`
  const count = (kind: Run['kind']) =>
    runs.filter(run => run.kind === kind).reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0)
  const [gone, added] = [count('gone'), count('new')]
  const about =
    gone + added === 0 ? 'No word differs.' : `${counted(gone, 'word')} taken out, ${counted(added, 'word')} put in.`
  return html`<section id="compared"><h3>${title}</h3><p class="small">${about}</p><div class="compared"${langAttribute(after.lang)} dir="auto">${runs.map(runOf)}</div></section>`
}

/** Words shown around a change; what is the same for longer is left out. */
const AROUND = 25

function runOf({ kind, text }: Run, i: number, runs: readonly Run[]): Markup {
  if (kind === 'gone') return html`<del><span class="visually-hidden">taken out: </span>${text}</del>`
  if (kind === 'new') return html`<ins><span class="visually-hidden">put in: </span>${text}</ins>`
  const words = text.match(/\S+\s*/gu) ?? []
  const [head, tail] = [i === 0 ? 0 : AROUND, i === runs.length - 1 ? 0 : AROUND]
  const left = words.length - head - tail
  if (left < AROUND) return html`${text}`
  return html`${words.slice(0, head).join('')} <span class="same">[${counted(left, 'word')} the same]</span> ${tail > 0 && words.slice(-tail).join('')}`
}
