import type { Mention } from './types.ts'
import { governorOf, headOf, type View } from './view.ts'

/**
 * Joins "I" and "we" with those of the same speaker, and with the speaker of their quotation where the text names him.
 * "We" of a speaker is himself and others: it is joined with no name.
 */
export function linkPersons(view: View): void {
  const speakers = view.quotes.map((_, quote) => speakerOf(view, quote))
  const last = new Map<string, Mention>()
  const voices = new Set(view.input.sentences.map(({ speaker }) => speaker))
  for (const mention of view.mentions) {
    const { pronoun } = mention
    if (pronoun === undefined || pronoun.person === 3) continue
    const speaker = speakers[mention.quote]
    const voice = voiceOf(view, mention, speaker?.mention)
    const addressed = pronoun.person === 2 && mention.quote === -1 ? otherVoice(view, mention, voices) : undefined
    const key = addressed
      ? `speaker ${addressed} 1 singular`
      : `${voice} ${pronoun.person} ${pronoun.person === 2 ? '' : pronoun.number}`
    const before = last.get(key)
    last.set(key, mention)
    const singular = pronoun.person === 1 && pronoun.number === 'singular'
    if (singular && speaker)
      view.clusters.link({
        later: mention.id,
        earlier: speaker.mention.id,
        reason: 'coref/speaker',
        sure: speaker.sure,
      })
    else if (before)
      view.clusters.link({ later: mention.id, earlier: before.id, reason: reasonOf(pronoun.person), sure: singular })
  }
}

function reasonOf(person: number): string {
  return person === 1 ? 'coref/first-person' : 'coref/second-person'
}

/** The other one of two who talk with each other. */
function otherVoice(view: View, { sentence }: Mention, voices: ReadonlySet<string | undefined>): string | undefined {
  if (voices.size !== 2) return undefined
  return [...voices].find(one => one !== view.input.sentences[sentence]?.speaker)
}

/** Whose words a mention stands in: the speaker's of its quotation or sentence, else the writer's. */
function voiceOf(view: View, { quote, sentence }: Mention, speaker: Mention | undefined): string {
  if (speaker) return `mention ${view.clusters.of(speaker.id)}`
  if (quote !== -1) return `quote ${quote}`
  return `speaker ${view.input.sentences[sentence]?.speaker ?? ''}`
}

type Speaker = { readonly mention: Mention; readonly sure: boolean }

/** The speaker that is given with a quotation; else the one subject of a verb of saying beside it, which is not sure. */
function speakerOf(view: View, quote: number): Speaker | undefined {
  const span = view.quotes[quote]
  if (span === undefined) return undefined
  const { speaker } = span
  if (speaker) {
    const near = sentencesOf(view, speaker.start, speaker.end).flatMap(sentence => view.bySentence[sentence] ?? [])
    const mention = near.find(one => {
      const head = headOf(view, one)
      return !one.coordinated && speaker.start <= head.start && head.start < speaker.end
    })
    return mention && { mention, sure: true }
  }
  if (view.input.quotes) return undefined
  const sentences = sentencesOf(view, span.start, span.end)
  const subjects = sentences.flatMap(sentence =>
    (view.bySentence[sentence] ?? []).filter(one => one.quote === -1 && says(view, one)),
  )
  const [mention] = subjects
  return mention && subjects.length === 1 && mention.number !== 'plural' ? { mention, sure: false } : undefined
}

function says(view: View, mention: Mention): boolean {
  return (
    mention.role === 'subject' &&
    !mention.coordinated &&
    view.resources.sayingVerbs.has(governorOf(view, mention)?.lemma ?? '')
  )
}

/** The sentences that a stretch of text touches; binary search for the first. */
function sentencesOf({ trees }: View, start: number, end: number): readonly number[] {
  let low = 0
  let high = trees.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((trees[middle]?.words.at(-1)?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let s = low; s < trees.length && (trees[s]?.words[0]?.start ?? end) < end; s++) found.push(s)
  return found
}
