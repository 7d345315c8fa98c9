import type { Briefing, Changes, Sentence } from '../core/briefing.ts'
import { counted } from '../core/counted.ts'
import { writeDayOf } from './dates.ts'
import { directionOf, html, type Markup } from './markup.ts'
import { linkOf, noteOf, type Receipt, type Receipts, receiptsOf, sentencesOf } from './receipts.ts'

/** What the parts of a page share: the numbering, and which sentence is the how-manyeth. */
export type Page = {
  readonly briefing: Briefing
  readonly receipts: Receipts
  readonly indexOf: (sentence: Sentence) => number
  /** Whether a sentence is the first to rest on a receipt: there it is anchored and its note stands. */
  readonly opens: (sentence: Sentence, receipt: Receipt) => boolean
  readonly overlay?: Overlay
}

/** What editors add to a page: it is laid over what the reports say, which stays as it is. */
export type Overlay = {
  /** Words right behind a sentence. */
  readonly words: (sentence: Sentence) => Markup
  /** What stands for the paragraph of a sentence: with notes below, or folded. */
  readonly block: (sentence: Sentence, paragraph: Markup) => Markup
  readonly hides: (sentence: Sentence) => boolean
}

export function pageOf(given: Briefing, overlay?: Overlay): Page {
  const briefing = given.changes ? { ...given, changes: apart(given.changes) } : given
  const receipts = receiptsOf(briefing)
  const index = new Map<Sentence, number>()
  const first = new Map<number, Sentence>()
  for (const sentence of sentencesOf(briefing)) {
    if (!index.has(sentence)) index.set(sentence, index.size)
    for (const { number } of receipts.of(sentence)) if (!first.has(number)) first.set(number, sentence)
  }
  return {
    briefing,
    receipts,
    indexOf: sentence => index.get(sentence) ?? -1,
    opens: (sentence, { number }) => first.get(number) === sentence,
    ...(overlay ? { overlay } : {}),
  }
}

/** Changes repeat sentences of the page; as copies they are told apart, whether the briefing was just made or read. */
function apart(changes: Changes): Changes {
  const copy = (sentence: Sentence): Sentence => ({ ...sentence })
  const list = changes.list.map(change => ({
    ...change,
    now: change.now.map(copy),
    before: change.before.map(copy),
    figures: change.figures.map(figure => ({ before: copy(figure.before), now: copy(figure.now) })),
  }))
  return { ...changes, list }
}

/** A sentence with its numbered marks; one that rests on a single origin says so, unless the words beside it do. */
export function sentenceHtml(page: Page, sentence: Sentence, options: { origins?: false } = {}): Markup {
  const one = sentence.lineages <= 1 && options.origins !== false
  return html`<span class="${one ? 's one' : 's'}" data-s="${page.indexOf(sentence)}"><span class="t"${langOf(page, sentence)} dir="auto">${sentence.text}</span>${marks(page, sentence)}${one && html` <span class="origin">one origin</span>`}</span>${page.overlay?.words(sentence)}`
}

/** A paragraph of one sentence, in the sentence's own direction. */
export function paragraph(page: Page, sentence: Sentence, options: { origins?: false } = {}): Markup {
  const written = html`<p${directionOf(sentence.text) === 'rtl' && html` dir="rtl"`}>${sentenceHtml(page, sentence, options)}</p>`
  return page.overlay?.block(sentence, written) ?? written
}

function marks(page: Page, sentence: Sentence): Markup {
  const links = page.receipts.of(sentence).map((receipt, i) => {
    const { number } = receipt
    const anchor = page.opens(sentence, receipt) && html` id="m${number}"`
    return html`${i > 0 && html`<span class="thin"> </span>`}<a class="m"${anchor} href="#n${number}" data-n="${number}" aria-label="receipt ${number}">${number}</a>`
  })
  return html`<sup dir="ltr">${links}</sup>`
}

function langOf(page: Page, sentence: Sentence): Markup {
  const [{ article }] = sentence.evidence
  return langAttribute(page.receipts.source(article)?.lang)
}

/** ` lang="uk"` for what is not in the page's own language. */
export function langAttribute(lang: string | undefined): Markup {
  const known = lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(lang)
  return known && lang !== 'en' && lang !== 'und' ? html` lang="${lang}"` : html``
}

/** On a wide screen: characters in a line of text, the room between paragraphs and the height of a note, in such lines. */
const LINE = 62
const BETWEEN = 0.4
const NOTE = 2.2

/**
 * The passages first used by these sentences. On a wide screen as many stand beside the text as it has room for,
 * the first of each sentence before others; the rest open on demand, as all of them do on a narrow screen.
 */
export function notes(page: Page, sentences: readonly Sentence[]): Markup {
  const opened = sentences.map(sentence => page.receipts.of(sentence).filter(receipt => page.opens(sentence, receipt)))
  const all = opened.flat().sort((a, b) => a.number - b.number)
  if (all.length === 0) return html``
  const lines = sentences.reduce((sum, { text }) => sum + Math.ceil(text.length / LINE) + BETWEEN, 0)
  const room = Math.max(1, Math.floor(lines / NOTE))
  const seen = opened.filter((_, i) => !page.overlay?.hides(sentences[i] as Sentence))
  const ranked = [...seen.flatMap(list => list.slice(0, 1)), ...seen.flatMap(list => list.slice(1))]
  const shown = new Set(ranked.slice(0, room))
  const more = all.length - shown.size
  return html`<details class="notes"><summary><span class="all">${counted(all.length, 'passage')}</span>${more > 0 && html`<span class="rest">${more} more</span>`}</summary><ol>${all.map(receipt => note(page, receipt, shown.has(receipt)))}</ol></details>`
}

function note(page: Page, receipt: Receipt, shown: boolean): Markup {
  const { number, source } = receipt
  const { before, passage, after } = noteOf(receipt)
  const stamp = source?.published ?? source?.known
  const link = linkOf(receipt)
  const from = link === undefined ? publisherOf(receipt) : external(link, publisherOf(receipt))
  const around = (text: string) => text !== '' && html`<span class="around">${text}</span>`
  const words = passage === '' ? around('passage not carried') : html`<q>${passage}</q>`
  return html`<li id="n${number}"${!shown && html` class="more"`}><p class="from"><a class="no" href="#m${number}" aria-label="receipt ${number}, back to the text">${number}</a> ${from}${stamp && html`, ${writeDayOf(stamp, page.briefing.asOf).replaceAll(' ', '\u00A0')}`}</p><blockquote${langAttribute(source?.lang)} dir="auto">${around(before)}${words}${around(after)}</blockquote></li>`
}

/** The publisher's name set apart from the direction and words around it. */
export function publisherOf({ source }: Pick<Receipt, 'source'>): Markup {
  return html`<bdi class="pub">${source?.publisher || 'publisher unknown'}</bdi>`
}

/** A link that leaves the page. `address` comes from `webLink` or `passageLink`. */
export function external(address: string, words: Markup): Markup {
  return html`<a href="${address}" rel="noopener noreferrer external">${words}</a>`
}

/** One block of the page: an optional label, the text, and the notes of its sentences. */
export function row(page: Page, sentences: readonly Sentence[], body: Markup, label?: Markup): Markup {
  return html`${label && html`<div class="label">${label}</div>`}<div class="body">${body}</div>${notes(page, sentences)}`
}

/** Paragraphs of several sentences. */
export function paragraphs(page: Page, sentences: readonly Sentence[]): readonly Markup[] {
  return sentences.map(sentence => paragraph(page, sentence))
}
