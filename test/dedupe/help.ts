import { articleId, textId } from '../../src/core/article.ts'
import type { Article, Stamp } from '../../src/core/types.ts'
import { lineages } from '../../src/dedupe/index.ts'

export function stamp(value: string): Stamp {
  return { value, precision: value.length > 10 ? 'second' : 'day', certainty: 'stated', by: 'test/hand' }
}

/** An article of an outlet; `published` is a day or a time with its offset. */
export function article(
  publisher: string,
  text: string,
  { published = '2025-05-28', ...given }: Partial<Omit<Article, 'published'>> & { published?: string } = {},
): Article {
  const base = {
    report: publisher,
    publisher,
    lang: 'en',
    title: `What ${publisher} wrote`,
    url: `https://${publisher}/news/${textId(text)}`,
    published: stamp(published),
    text,
    related: [],
    promoted: [],
    ...given,
  }
  return { ...base, id: articleId(base, textId(text)) }
}

/** The outlets of each lineage. */
export function origins(articles: readonly Article[]): readonly (readonly string[])[] {
  const byId = new Map(articles.map(one => [one.id, one.publisher]))
  return lineages(articles).map(({ articles: ids }) => ids.map(id => byId.get(id) ?? '?'))
}

/** A story of an agency, in paragraphs. */
export const WIRE = [
  'The flood gates of the Meresk dam were opened on Tuesday after three days of rain, and some 1,400 people in the villages below were told to leave their homes before nightfall.',
  'Water had risen to within forty centimetres of the crest, the river authority said, a level last seen in the spring of 1997, when two bridges were swept away.',
  'Buses brought families to a school in the town of Orlin, where volunteers had put up beds in the gymnasium and a field kitchen stood in the yard.',
  'Engineers found no damage to the wall itself but want divers to look at the lower outlets as soon as the current allows it, which will hardly be before the weekend.',
  'Farmers complained that the warning reached them late: several lost cattle, and a warehouse with seed for the coming season stands under water up to its windows.',
  'The cabinet meets on Wednesday to decide on help for those who cannot return, a spokeswoman said, adding that the army has two helicopters ready in case the roads are cut.',
] as const

/** The same happening as an author of another paper tells it. */
export const OTHER = [
  'Evacuations below the Meresk reservoir went on late into the night as the operator let water out through all six gates.',
  'By the count of the district office around 1,400 residents had left by ten in the evening, most of them by bus to Orlin, eleven kilometres down the valley.',
  'A clerk at the school there said that the gymnasium was full and that two more halls would be opened if the rain went on.',
  'The reservoir stood forty centimetres below its crest in the afternoon. Older people in the valley remember 1997, when the flood took two bridges with it.',
  'No damage has been found, according to the chief engineer, although the outlets at the bottom cannot be inspected for the moment.',
].join('\n\n')
