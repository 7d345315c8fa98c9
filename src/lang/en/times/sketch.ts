export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'

/** What an expression says by itself, before anything is taken from elsewhere. */
export type Sketch = {
  /** `running`: for so many units in a row up to now. */
  readonly kind: 'date' | 'shift' | 'fixed' | 'running'
  /** `fixed`: the whole TIMEX3 value of durations, sets and references. */
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly value?: string
  readonly year?: number
  readonly bc?: boolean
  readonly month?: number
  readonly day?: number
  readonly wday?: number
  /** SP SU FA WI. */
  readonly season?: string
  readonly quarter?: number
  readonly half?: number
  /** Last day of a night or row of days that began on `day`. */
  readonly dayTo?: number
  /** The week or weekend that the day lies in: "the week of 19 May". */
  readonly within?: string
  /** So many years after the date: its anniversary. */
  readonly plus?: number
  /** The first three digits of its years. */
  readonly decade?: number
  /** The first two digits of its years. */
  readonly century?: number
  readonly holiday?: string
  /** Weeks or years from now (`base` mention: from the last one mentioned). */
  readonly weekRel?: number
  readonly yearRel?: number
  /** The month of the next year in which a range ends: the 3 of "from October to March". */
  readonly turnsTo?: number
  /** −1 last, 0 this, 1 next: of the weekday, month, season, quarter or holiday. */
  readonly rel?: number
  /** `shift`: so many units from the base; undefined count: vague. */
  readonly unit?: Unit
  readonly count?: number
  /** The count is a figure ("two weeks ago"), so that the day is only about right for what is longer than days. */
  readonly loose?: boolean
  readonly sign?: -1 | 1
  /** Holds only with this tense; else it is the duration (`value`) that it looks like: "in three weeks". */
  readonly tense?: 'future'
  readonly base?: 'published' | 'mention' | 'auto'
  /** MO MD AF EV NI DT; `ON`: overnight, the night that ends on the day. */
  readonly part?: string
  /** hh:mm or hh:mm:ss. */
  readonly clock?: string
  /** Whether the clock time is before or after noon is said with the other end of the range. */
  readonly halfDay?: 'partner'
  /** Z or ±hh:mm; `eu` or `us` before it: one hour more in their summer. */
  readonly zone?: string
  readonly mod?: string
}

/** A sketch with its pieces, `first` to before `end`. */
export type Found = {
  readonly first: number
  readonly end: number
  readonly sketch: Sketch
  readonly rule: string
  /** Number of pieces read, context included. */
  readonly read: number
  /** Bound with the next one: as from and to, or as two of a list. */
  readonly link?: 'range' | 'list'
  /** First piece of the range of which this is the first end: that of "from" or "between" before it. */
  readonly opens?: number
}
