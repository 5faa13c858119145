// The tables of the embedded store. Only additions: a file of an older program must open.

/**
 * A batch and a volume are stored as JSON beside the columns that are searched. Events have one
 * number over all batches, so that it never goes back.
 */
const first = `
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

/**
 * What people did to batches. Nothing in it is ever changed or removed, not even with its batch,
 * and each row holds the hash of the one before it.
 */
const audit = `
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch TEXT NOT NULL,
    key TEXT,
    record TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (batch, key)
  ) STRICT;
  CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
  CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
`;

/** Which retry corrects the rejects of which accounts: none is to be printed by two. */
const retried = `
  CREATE TABLE retried (
    batch TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    account TEXT NOT NULL,
    retry TEXT NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    PRIMARY KEY (batch, account)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX retried_by ON retried (retry);
`;

/** For lists, a page at a time. */
const paging = 'CREATE INDEX batch_by_time ON batch (created_at DESC, id)';

/** In their order; `user_version` of a file says how many it has. A newer file is refused. */
export const migrations = [first, audit, retried, paging] as const;
