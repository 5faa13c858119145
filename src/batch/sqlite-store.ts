// The store in one SQLite file, by Node's own SQLite. It knows no files but its own.

import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type {
  AuditEntry,
  Batch,
  BatchEvent,
  BatchStatus,
  Claim,
  NewVolume,
  Reject,
  SealedVolume,
  Volume,
} from './batch.ts';
import { migrations } from './sqlite-schema.ts';
import { type BatchChange, type BatchStore, StoreUnavailable } from './store.ts';

/**
 * One process owns the file as long as it lives: locks are the kernel's, so a killed owner leaves
 * none behind. WAL with synchronous=FULL makes each commit one fsync.
 */
export function openSqliteStore(path: string, now: () => Date): BatchStore {
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
  return new SqliteStore(database, now);
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

class SqliteStore implements BatchStore {
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async begin(batch: Batch): Promise<boolean> {
    return this.#transaction(() => {
      const { id, key = null, status, createdAt } = batch;
      const sql = 'INSERT OR IGNORE INTO batch VALUES (?, ?, ?, ?, ?)';
      const { changes } = this.#run(sql, id, key, status, createdAt, JSON.stringify(batch));
      if (changes === 0) return false;
      this.#note(batch, { type: 'status' });
      return true;
    });
  }

  async get(id: string): Promise<Batch | undefined> {
    return this.#batch(id);
  }

  async byKey(key: string): Promise<Batch | undefined> {
    return recordIn(this.#prepare('SELECT record FROM batch WHERE key = ?').get(key));
  }

  async list(): Promise<readonly Batch[]> {
    return this.#all('SELECT record FROM batch ORDER BY created_at DESC, id');
  }

  async advance(
    id: string,
    from: readonly BatchStatus[],
    change: BatchChange,
  ): Promise<Batch | undefined> {
    return this.#transaction(() => this.#advance(id, from, change));
  }

  async plan(id: string, volumes: readonly NewVolume[], change: BatchChange): Promise<boolean> {
    return this.#transaction(() => {
      if (this.#advance(id, ['receiving'], change) === undefined) return false;
      for (const planned of volumes) {
        const volume: Volume = { ...planned, status: 'planned', attempt: 0 };
        const values = [id, volume.number, volume.status, 0, JSON.stringify(volume)] as const;
        this.#run('INSERT INTO volume VALUES (?, ?, ?, ?, ?)', ...values);
      }
      return true;
    });
  }

  async volumes(id: string): Promise<readonly Volume[]> {
    return this.#all('SELECT record FROM volume WHERE batch = ? ORDER BY number', id);
  }

  async claim(id: string): Promise<Claim | undefined> {
    return this.#transaction(() => {
      const sql =
        "SELECT record FROM volume WHERE batch = ? AND status = 'planned' ORDER BY number LIMIT 1";
      const planned = recordIn<Volume>(this.#prepare(sql).get(id));
      if (planned === undefined) return undefined;
      const volume = { ...planned, status: 'running', attempt: planned.attempt + 1 } as const;
      this.#write({ batch: id, volume: planned }, volume);
      return { batch: id, volume };
    });
  }

  async seal(claim: Claim, sealed: SealedVolume, rejects: readonly Reject[]): Promise<boolean> {
    return this.#transaction(() => {
      const batch = this.#batch(claim.batch);
      if (batch === undefined || !this.#write(claim, { ...claim.volume, status: 'sealed', sealed }))
        return false;
      for (const reject of rejects) this.#giveUp(claim.batch, reject);
      this.#note(batch, { type: 'volume', volume: claim.volume.number });
      return true;
    });
  }

  async release(claim: Claim): Promise<void> {
    this.#transaction(() => this.#write(claim, { ...claim.volume, status: 'planned' }));
  }

  async releaseAll(): Promise<void> {
    this.#transaction(() => {
      const sql = "SELECT batch, record FROM volume WHERE status = 'running'";
      for (const row of this.#prepare(sql).all()) {
        const volume = recordIn<Volume>(row);
        if (volume === undefined) continue;
        this.#write({ batch: String(row.batch), volume }, { ...volume, status: 'planned' });
      }
    });
  }

  async strike(id: string, line: number): Promise<number> {
    const sql = `INSERT INTO strike VALUES (?, ?, 1)
      ON CONFLICT (batch, line) DO UPDATE SET count = count + 1 RETURNING count`;
    return Number(this.#prepare(sql).get(id, line)?.count);
  }

  async giveUp(id: string, reject: Reject): Promise<void> {
    this.#transaction(() => this.#giveUp(id, reject));
  }

  async lateRejects(id: string): Promise<readonly Reject[]> {
    return this.#all('SELECT record FROM late_reject WHERE batch = ? ORDER BY line', id);
  }

  async events(id: string, after: number): Promise<readonly BatchEvent[]> {
    const sql = 'SELECT id, record FROM event WHERE batch = ? AND id > ? ORDER BY id';
    const rows = this.#prepare(sql).all(id, after);
    return rows.map((row) => ({ ...JSON.parse(String(row.record)), id: Number(row.id) }));
  }

  async note(entry: AuditEntry): Promise<boolean> {
    return this.#transaction(() => {
      const { batch, key = null } = entry;
      const last = this.#prepare('SELECT hash FROM audit ORDER BY id DESC LIMIT 1').get();
      const record = JSON.stringify(entry);
      const link = hash('sha256', `${last?.hash ?? ''}\n${record}`, 'hex');
      const sql = 'INSERT OR IGNORE INTO audit (batch, key, record, hash) VALUES (?, ?, ?, ?)';
      return this.#run(sql, batch, key, record, link).changes === 1;
    });
  }

  async audit(batch: string): Promise<readonly AuditEntry[]> {
    return this.#all('SELECT record FROM audit WHERE batch = ? ORDER BY id', batch);
  }

  async remove(id: string): Promise<void> {
    this.#run('DELETE FROM batch WHERE id = ?', id);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #advance(id: string, from: readonly BatchStatus[], change: BatchChange): Batch | undefined {
    const batch = this.#batch(id);
    if (batch === undefined || !from.includes(batch.status)) return undefined;
    // JSON leaves out what is undefined.
    const record = JSON.stringify({ ...batch, ...change });
    const changed: Batch = JSON.parse(record);
    const sql = 'UPDATE batch SET status = ?, record = ? WHERE id = ?';
    this.#run(sql, changed.status, record, id);
    if (changed.status !== batch.status) this.#note(changed, { type: 'status' });
    else if (changed.pausedBy !== batch.pausedBy) {
      this.#note(changed, { type: changed.pausedBy === undefined ? 'resumed' : 'paused' });
    }
    return changed;
  }

  /** Fenced: changes nothing unless status and attempt are still those of the claim. */
  #write({ batch, volume }: Claim, changed: Volume): boolean {
    const sql = `UPDATE volume SET status = ?, attempt = ?, record = ?
      WHERE batch = ? AND number = ? AND status = ? AND attempt = ?`;
    const record = JSON.stringify(changed);
    const { number, status, attempt } = volume;
    const values = [
      changed.status,
      changed.attempt,
      record,
      batch,
      number,
      status,
      attempt,
    ] as const;
    return this.#run(sql, ...values).changes === 1;
  }

  #giveUp(id: string, reject: Reject): void {
    const sql = 'INSERT OR IGNORE INTO late_reject VALUES (?, ?, ?)';
    const { changes } = this.#run(sql, id, reject.line, JSON.stringify(reject));
    const batch = this.#batch(id);
    if (changes === 0 || batch === undefined) return;
    const changed: Batch = { ...batch, lateRejects: batch.lateRejects + 1 };
    this.#run('UPDATE batch SET record = ? WHERE id = ?', JSON.stringify(changed), id);
  }

  #note({ id, status }: Batch, event: Pick<BatchEvent, 'type' | 'volume'>): void {
    const record = JSON.stringify({ ...event, at: this.#now().toISOString(), status });
    this.#run('INSERT INTO event (batch, record) VALUES (?, ?)', id, record);
  }

  #batch(id: string): Batch | undefined {
    return recordIn(this.#prepare('SELECT record FROM batch WHERE id = ?').get(id));
  }

  #all<T>(sql: string, ...values: SQLInputValue[]): readonly T[] {
    return this.#prepare(sql)
      .all(...values)
      .flatMap((row) => recordIn<T>(row) ?? []);
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#prepare(sql).run(...values);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #transaction<T>(work: () => T): T {
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
}

/** This file wrote the record, so its type is known without a check. */
function recordIn<T>(row: Readonly<Record<string, unknown>> | undefined): T | undefined {
  return row === undefined ? undefined : JSON.parse(String(row.record));
}
