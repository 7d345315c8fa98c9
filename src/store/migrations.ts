/** Marks the file as ours: "Drgm" in its header. */
export const APPLICATION = 0x4472676d

const FIRST = `
  CREATE TABLE reports (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, received TEXT, body TEXT NOT NULL
  ) STRICT;

  -- standing: of the highest version of its report
  CREATE TABLE articles (
    seq INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id), version INTEGER NOT NULL,
    id TEXT, address TEXT, known TEXT, standing INTEGER NOT NULL, body TEXT, UNIQUE (report, version)
  ) STRICT;
  CREATE INDEX articles_by_id ON articles (id, standing, seq);
  CREATE INDEX articles_by_address ON articles (address) WHERE standing = 1;

  -- rowid: articles.seq; words as they are searched, without the text
  CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
  );

  CREATE TABLE layers (article TEXT PRIMARY KEY, version TEXT NOT NULL, body BLOB NOT NULL) STRICT;
  CREATE TABLE claims (article TEXT PRIMARY KEY, version TEXT NOT NULL, body BLOB NOT NULL) STRICT;

  CREATE TABLE briefings (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, crisis TEXT NOT NULL, day TEXT NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE INDEX briefings_by_crisis ON briefings (crisis, seq);

  CREATE TABLE marks (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
  CREATE TABLE notices (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
  CREATE TABLE sources (address TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

  ${['reports', 'articles', 'briefings', 'marks', 'notices'].map(keepsForEver).join('\n')}
`

/** Facts and decisions are only ever added; of an article only whether it still counts may change. */
function keepsForEver(table: string): string {
  const columns = table === 'articles' ? ' OF seq, report, version, id, address, known, body' : ''
  return `
  CREATE TRIGGER ${table}_never_change BEFORE UPDATE${columns} ON ${table} BEGIN SELECT RAISE(ABORT, 'facts never change'); END;
  CREATE TRIGGER ${table}_never_go BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'facts never go'); END;`
}

/** Pages that belong to a source are found by it, and by when they are due. */
const PAGES_OF_SOURCES = `
  ALTER TABLE sources ADD COLUMN parent TEXT GENERATED ALWAYS AS (ifnull(json_extract(body, '$.of'), '')) VIRTUAL;
  ALTER TABLE sources ADD COLUMN due TEXT GENERATED ALWAYS AS (json_extract(body, '$.next')) VIRTUAL;
  CREATE INDEX sources_by_parent ON sources (parent, due, address);
`

/** What brings a file from one version of the schema to the next, in order. Steps that were released never change. */
export const MIGRATIONS: readonly string[] = [FIRST, PAGES_OF_SOURCES]
