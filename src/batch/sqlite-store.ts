// The store in one SQLite file, by Node's own SQLite. It knows no files but its own.

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
import { noteIn, proveAudit } from './sqlite-audit.ts';
import { openDatabase, recordIn, SqliteSession } from './sqlite-session.ts';
import {
  type AuditProof,
  type BatchChange,
  type BatchStore,
  noLine,
  type PagePlace,
  type RetriedLine,
} from './store.ts';

/** Throws StoreUnavailable where another process has the file. */
export function openSqliteStore(path: string, now: () => Date): BatchStore {
  return new SqliteStore(new SqliteSession(openDatabase(path)), now);
}

class SqliteStore implements BatchStore {
  readonly #session: SqliteSession;
  readonly #now: () => Date;

  constructor(session: SqliteSession, now: () => Date) {
    this.#session = session;
    this.#now = now;
  }

  async begin(batch: Batch): Promise<boolean> {
    return this.#session.transaction(() => {
      const { id, key = null, status, createdAt } = batch;
      const sql = 'INSERT OR IGNORE INTO batch VALUES (?, ?, ?, ?, ?)';
      const { changes } = this.#session.run(sql, id, key, status, createdAt, JSON.stringify(batch));
      if (changes === 0) return false;
      this.#note(batch, { type: 'status' });
      return true;
    });
  }

  async get(id: string): Promise<Batch | undefined> {
    return this.#batch(id);
  }

  async byKey(key: string): Promise<Batch | undefined> {
    return recordIn(this.#session.prepare('SELECT record FROM batch WHERE key = ?').get(key));
  }

  async list(): Promise<readonly Batch[]> {
    return this.#session.records('SELECT record FROM batch ORDER BY created_at DESC, id');
  }

  async page(limit: number, after?: PagePlace): Promise<readonly Batch[]> {
    const end = 'ORDER BY created_at DESC, id LIMIT ?';
    if (after === undefined) return this.#session.records(`SELECT record FROM batch ${end}`, limit);
    const { createdAt, id } = after;
    // Two conditions, so that the index finds the first of them.
    const sql = `SELECT record FROM batch
      WHERE created_at <= ? AND (created_at < ? OR id > ?) ${end}`;
    return this.#session.records(sql, createdAt, createdAt, id, limit);
  }

  async advance(
    id: string,
    from: readonly BatchStatus[],
    change: BatchChange,
    entry?: AuditEntry,
  ): Promise<Batch | undefined> {
    return this.#session.transaction(() => {
      const changed = this.#advance(id, from, change);
      if (changed !== undefined && entry !== undefined) noteIn(this.#session, entry);
      return changed;
    });
  }

  async plan(id: string, volumes: readonly NewVolume[], change: BatchChange): Promise<boolean> {
    return this.#session.transaction(() => {
      if (this.#advance(id, ['receiving'], change) === undefined) return false;
      for (const planned of volumes) {
        const volume: Volume = { ...planned, status: 'planned', attempt: 0 };
        const values = [id, volume.number, volume.status, 0, JSON.stringify(volume)] as const;
        this.#session.run('INSERT INTO volume VALUES (?, ?, ?, ?, ?)', ...values);
      }
      return true;
    });
  }

  async volumes(id: string): Promise<readonly Volume[]> {
    return this.#session.records('SELECT record FROM volume WHERE batch = ? ORDER BY number', id);
  }

  async claim(id: string): Promise<Claim | undefined> {
    return this.#session.transaction(() => {
      const sql =
        "SELECT record FROM volume WHERE batch = ? AND status = 'planned' ORDER BY number LIMIT 1";
      const planned = recordIn<Volume>(this.#session.prepare(sql).get(id));
      if (planned === undefined) return undefined;
      const volume = { ...planned, status: 'running', attempt: planned.attempt + 1 } as const;
      this.#write({ batch: id, volume: planned }, volume);
      return { batch: id, volume };
    });
  }

  async seal(claim: Claim, sealed: SealedVolume, rejects: readonly Reject[]): Promise<boolean> {
    return this.#session.transaction(() => {
      const batch = this.#batch(claim.batch);
      if (batch === undefined || !this.#write(claim, { ...claim.volume, status: 'sealed', sealed }))
        return false;
      for (const reject of rejects) this.#giveUp(claim.batch, reject);
      this.#note(batch, { type: 'volume', volume: claim.volume.number });
      return true;
    });
  }

  async release(claim: Claim): Promise<void> {
    this.#session.transaction(() => this.#write(claim, { ...claim.volume, status: 'planned' }));
  }

  async releaseAll(): Promise<void> {
    this.#session.transaction(() => {
      const sql = "SELECT batch, record FROM volume WHERE status = 'running'";
      for (const row of this.#session.prepare(sql).all()) {
        const volume = recordIn<Volume>(row);
        if (volume === undefined) continue;
        this.#write({ batch: String(row.batch), volume }, { ...volume, status: 'planned' });
      }
    });
  }

  async strike(id: string, line: number): Promise<number> {
    const sql = `INSERT INTO strike VALUES (?, ?, 1)
      ON CONFLICT (batch, line) DO UPDATE SET count = count + 1 RETURNING count`;
    return Number(this.#session.prepare(sql).get(id, line)?.count);
  }

  async pardon(id: string): Promise<void> {
    this.#session.run('DELETE FROM strike WHERE batch = ? AND line = ?', id, noLine);
  }

  async giveUp(id: string, reject: Reject): Promise<void> {
    this.#session.transaction(() => this.#giveUp(id, reject));
  }

  async lateRejects(id: string): Promise<readonly Reject[]> {
    return this.#session.records(
      'SELECT record FROM late_reject WHERE batch = ? ORDER BY line',
      id,
    );
  }

  async events(id: string, after: number): Promise<readonly BatchEvent[]> {
    const sql = 'SELECT id, record FROM event WHERE batch = ? AND id > ? ORDER BY id';
    const rows = this.#session.prepare(sql).all(id, after);
    return rows.map((row) => ({ ...JSON.parse(String(row.record)), id: Number(row.id) }));
  }

  async takeRejects(
    of: string,
    by: string,
    lines: readonly RetriedLine[],
  ): Promise<readonly number[]> {
    return this.#session.transaction(() => {
      const line = this.#ancestry(of);
      const find = this.#session.prepare(
        'SELECT retry FROM retried WHERE batch = ? AND account = ?',
      );
      const isOwn = (retry: unknown) => retry === by || line.some((id) => id === retry);
      const isTaken = ({ account }: RetriedLine) =>
        line.some((batch) => find.all(batch, account).some(({ retry }) => !isOwn(retry)));
      const taken = lines.filter(isTaken);
      if (taken.length > 0) return taken.map((one) => one.line);
      const keep = 'INSERT OR IGNORE INTO retried VALUES (?, ?, ?)';
      for (const batch of line) {
        for (const { account } of lines) this.#session.run(keep, batch, account, by);
      }
      return [];
    });
  }

  /** The batch and those that it is a retry of, as far as they are known. */
  #ancestry(id: string): readonly string[] {
    const found: string[] = [];
    let batch = this.#batch(id);
    while (batch !== undefined && !found.includes(batch.id)) {
      found.push(batch.id);
      batch = batch.retryOf === undefined ? undefined : this.#batch(batch.retryOf);
    }
    return found;
  }

  async note(entry: AuditEntry): Promise<boolean> {
    return this.#session.transaction(() => noteIn(this.#session, entry));
  }

  async proveAudit(): Promise<AuditProof> {
    return proveAudit(this.#session);
  }

  async audit(batch: string): Promise<readonly AuditEntry[]> {
    return this.#session.records('SELECT record FROM audit WHERE batch = ? ORDER BY id', batch);
  }

  async remove(id: string): Promise<void> {
    this.#session.run('DELETE FROM batch WHERE id = ?', id);
  }

  async close(): Promise<void> {
    this.#session.close();
  }

  #advance(id: string, from: readonly BatchStatus[], change: BatchChange): Batch | undefined {
    const batch = this.#batch(id);
    if (batch === undefined || !from.includes(batch.status)) return undefined;
    // JSON leaves out what is undefined.
    const record = JSON.stringify({ ...batch, ...change });
    const changed: Batch = JSON.parse(record);
    const sql = 'UPDATE batch SET status = ?, record = ? WHERE id = ?';
    this.#session.run(sql, changed.status, record, id);
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
    return this.#session.run(sql, ...values).changes === 1;
  }

  #giveUp(id: string, reject: Reject): void {
    const sql = 'INSERT OR IGNORE INTO late_reject VALUES (?, ?, ?)';
    const { changes } = this.#session.run(sql, id, reject.line, JSON.stringify(reject));
    const batch = this.#batch(id);
    if (changes === 0 || batch === undefined) return;
    const changed: Batch = { ...batch, lateRejects: batch.lateRejects + 1 };
    this.#session.run('UPDATE batch SET record = ? WHERE id = ?', JSON.stringify(changed), id);
  }

  #note({ id, status }: Batch, event: Pick<BatchEvent, 'type' | 'volume'>): void {
    const record = JSON.stringify({ ...event, at: this.#now().toISOString(), status });
    this.#session.run('INSERT INTO event (batch, record) VALUES (?, ?)', id, record);
  }

  #batch(id: string): Batch | undefined {
    return recordIn(this.#session.prepare('SELECT record FROM batch WHERE id = ?').get(id));
  }
}
