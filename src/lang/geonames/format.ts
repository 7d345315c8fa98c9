/** What a row of the gazetteer is. */
export const KIND = {
  town: 0,
  capital: 1,
  /** Seat of a first-order area, of a second-order area. */
  seat: 2,
  seat2: 3,
  /** A part of a town. */
  part: 4,
  /** Abandoned, destroyed or historical. */
  gone: 5,
  admin1: 8,
  admin2: 9,
} as const

/** How a name belongs to a row: its main name; one without its type word ("Kherson" of "Kherson Oblast"); another name. */
export const HOW = { main: 0, bare: 1, other: 2 } as const

/** The file of the compiled gazetteer, below `.cache`. Another shape, another number: an old file is then not read. */
export const GAZETTEER_FILE = 'geonames-1.bin'
