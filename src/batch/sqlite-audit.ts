// What people did to batches, in the SQLite file: rows that are only added, each with the hash of
// the one before it.

import { hash } from 'node:crypto';
import type { AuditEntry } from './batch.ts';
import type { SqliteSession } from './sqlite-session.ts';
import type { AuditProof } from './store.ts';

/** False if the batch has an entry with this key. Call it in a transaction. */
export function noteIn(session: SqliteSession, entry: AuditEntry): boolean {
  const { batch, key = null } = entry;
  const last = session.prepare('SELECT hash FROM audit ORDER BY id DESC LIMIT 1').get();
  const record = JSON.stringify(entry);
  const link = linkOf(String(last?.hash ?? ''), record);
  const sql = 'INSERT OR IGNORE INTO audit (batch, key, record, hash) VALUES (?, ?, ?, ?)';
  return session.run(sql, batch, key, record, link).changes === 1;
}

export function proveAudit(session: SqliteSession): AuditProof {
  let entries = 0;
  let head = '';
  const broken: number[] = [];
  const sql = 'SELECT batch, key, record, hash FROM audit ORDER BY id';
  for (const { batch, key, record, hash: link } of session.prepare(sql).iterate()) {
    entries += 1;
    const told = readRecord(String(record));
    const isItself = told?.batch === batch && (told?.key ?? null) === key;
    if (!isItself || link !== linkOf(head, String(record))) broken.push(entries);
    head = String(link);
  }
  return { entries, head, broken };
}

/** Undefined if somebody made it no JSON. */
function readRecord(record: string): Partial<AuditEntry> | undefined {
  try {
    return JSON.parse(record) ?? undefined;
  } catch {
    return undefined;
  }
}

function linkOf(before: string, record: string): string {
  return hash('sha256', `${before}\n${record}`, 'hex');
}
