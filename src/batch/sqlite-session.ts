// One SQLite file, open: its ownership, its tables, statements and transactions. What is kept in it
// is the store's.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { migrations } from './sqlite-schema.ts';
import { StoreUnavailable } from './store.ts';

/**
 * One process owns the file as long as it lives: locks are the kernel's, so a killed owner leaves
 * none behind. WAL with synchronous=FULL makes each commit one fsync.
 */
export function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    createTables(database);
  } catch (error) {
    database.close();
    throw isBusy(error)
      ? new StoreUnavailable('Another process works with these batches; end it first.')
      : error;
  }
  return database;
}

function createTables(database: DatabaseSync): void {
  database.exec('BEGIN EXCLUSIVE');
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (found > migrations.length) {
    throw new StoreUnavailable('These batches were written by a newer version of the program.');
  }
  for (const migration of migrations.slice(found)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${migrations.length}`);
  database.exec('COMMIT');
}

// SQLITE_BUSY, https://www.sqlite.org/rescode.html
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

export class SqliteSession {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Records of rows that have one. */
  records<T>(sql: string, ...values: SQLInputValue[]): readonly T[] {
    return this.prepare(sql)
      .all(...values)
      .flatMap((row) => recordIn<T>(row) ?? []);
  }

  run(sql: string, ...values: SQLInputValue[]) {
    return this.prepare(sql).run(...values);
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** This program wrote the record, so its type is known without a check. */
export function recordIn<T>(row: Readonly<Record<string, unknown>> | undefined): T | undefined {
  return row === undefined ? undefined : JSON.parse(String(row.record));
}
