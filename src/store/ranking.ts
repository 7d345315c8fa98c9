/** Hits of a search unless the caller says how many. */
export const MOST_HITS = 20

/** A word in the title weighs as much as so many in the text. */
export const TITLE_WEIGHT = 4
