// The embedded store: the contract of stores, and what is particular to a file.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, type TestContext, test } from 'node:test';
import { openSqliteStore } from '../../../src/batch/sqlite-store.ts';
import { StoreUnavailable } from '../../../src/batch/store.ts';
import { storeContract } from './store-contract.ts';

const now = () => new Date('2026-11-06T00:00:00Z');

describe('the contract', () => {
  for (const [name, check] of Object.entries(storeContract)) {
    test(name, async (t) => {
      const path = aPath(t);
      let store = openSqliteStore(path, now);
      t.after(() => store.close());
      const reopen = async () => {
        await store.close();
        store = openSqliteStore(path, now);
        return store;
      };
      await check({ store, reopen });
    });
  }
});

test('the file is one process’s', async (t) => {
  const path = aPath(t);
  const store = openSqliteStore(path, now);
  t.after(() => store.close());
  const module = join(import.meta.dirname, '../../../src/batch/sqlite-store.ts');
  const code = `import(${JSON.stringify(module)})
    .then(({ openSqliteStore }) => openSqliteStore(${JSON.stringify(path)}, () => new Date()))`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /Another process works with these batches/);
});

test('the file has a write-ahead log', (t) => {
  const path = aPath(t);
  void openSqliteStore(path, now).close();
  const database = new DatabaseSync(path);
  t.after(() => database.close());
  assert.equal(database.prepare('PRAGMA journal_mode').get()?.journal_mode, 'wal');
});

test('a file of a newer program is not touched', async (t) => {
  const path = aPath(t);
  await openSqliteStore(path, now).close();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 1000');
  database.close();
  assert.throws(() => openSqliteStore(path, now), StoreUnavailable);
});

test('nobody changes the audit, and its rows hang together', async (t) => {
  const path = aPath(t);
  const store = openSqliteStore(path, now);
  for (const batch of ['a', 'b']) await store.note({ batch, at: '', action: 'cancel' });
  await store.close();
  const database = new DatabaseSync(path);
  t.after(() => database.close());
  for (const sql of ['DELETE FROM audit', "UPDATE audit SET record = ''"]) {
    assert.throws(() => database.exec(sql), /append-only/);
  }
  let before = '';
  for (const { record, hash: link } of database.prepare('SELECT * FROM audit ORDER BY id').all()) {
    assert.equal(link, hash('sha256', `${before}\n${record}`));
    before = String(link);
  }
});

test('an audit that was changed by force says where', async (t) => {
  for (const [sql, broken] of [
    ["UPDATE audit SET record = replace(record, 'cancel', 'remove') WHERE id = 2", [2]],
    ['DELETE FROM audit WHERE id = 2', [2]],
    ["UPDATE audit SET batch = 'z' WHERE id = 3", [3]],
    ["UPDATE audit SET record = '{' WHERE id = 2", [2]],
    ["UPDATE audit SET record = 'null' WHERE id = 1", [1]],
  ] as const) {
    const path = aPath(t);
    const store = openSqliteStore(path, now);
    for (const batch of ['a', 'b', 'c']) await store.note({ batch, at: '', action: 'cancel' });
    await store.close();
    const database = new DatabaseSync(path);
    for (const trigger of ['audit_is_not_changed', 'audit_is_not_removed']) {
      database.exec(`DROP TRIGGER ${trigger}`);
    }
    database.exec(sql);
    database.close();
    const again = openSqliteStore(path, now);
    assert.deepEqual((await again.proveAudit()).broken, broken, sql);
    await again.close();
  }
});

function aPath(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-store-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'batch.sqlite');
}
