// tolem audit verify: whether what people did to batches is written as it was. Of a folder of
// tolem batch, or of the batches of a service that has ended.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnavailable } from '../batch/store.ts';
import { type Command, exit, UsageError } from './command.ts';

const storeNames = ['batch.sqlite', 'batches.sqlite'];

export const auditCommand: Command = {
  name: 'audit',
  summary: 'Verify the audit of batches.',
  usage: 'verify DIR',
  options: { json: { type: 'boolean', default: false, about: 'Report one JSON object.' } },
  examples: [['audit verify out', 'computes the hash chain over all entries again']],
  async run(given, { out, err }) {
    const [verb, folder, ...others] = given.files;
    if (verb !== 'verify' || folder === undefined || others.length > 0) {
      throw new UsageError('Name the folder of the batches: verify DIR.');
    }
    const path = storeNames.map((name) => join(folder, name)).find((name) => existsSync(name));
    if (path === undefined) throw new UsageError(`${folder} holds no batches.`);
    const proof = await prove(path);
    if (typeof proof === 'string') {
      err(proof);
      return exit.machine;
    }
    const { entries, head, broken } = proof;
    const ok = broken.length === 0;
    if (given.flag('json')) out(JSON.stringify({ ok, ...proof }));
    else if (ok) out(`${folder}: ok, ${entries} entries, the last hash is ${head || 'none'}`);
    for (const entry of given.flag('json') ? [] : broken) {
      err(`${folder}: entry ${entry} of ${entries} is not as it was written, or one is missing.`);
    }
    return ok ? exit.ok : exit.bills;
  },
};

async function prove(path: string) {
  // Late, as for every command: the others need no database.
  const { openSqliteStore } = await import('../batch/sqlite-store.ts');
  try {
    const store = openSqliteStore(path, () => new Date());
    const proof = await store.proveAudit();
    await store.close();
    return proof;
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.message;
    throw error;
  }
}
