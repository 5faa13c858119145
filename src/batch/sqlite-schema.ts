// The tables of the embedded store. Only additions: a file of an older program must open.

/** `user_version` of the file; a newer file is refused rather than misread. */
export const schemaVersion = 1;

/**
 * A batch and a volume are stored as JSON beside the columns that are searched. Events have one
 * number over all batches, so that it never goes back.
 */
export const schema = `
  CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    key TEXT UNIQUE,
    status TEXT NOT NULL,
    created_at TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE TABLE volume (
    batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (batch, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE strike (
    batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (batch, line)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE late_reject (
    batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (batch, line)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_of_batch ON event (batch, id);
`;
