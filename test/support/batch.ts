// Bills as lines, and batches in folders of their own, for the tests of batches.

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Batch, hasEnded } from '../../src/batch/batch.ts';
import { type OpenedBatches, type OpenOptions, openBatches } from '../../src/batch/open.ts';
import type { BatchOptions } from '../../src/batch/options.ts';
import { readConfig } from '../../src/config.ts';
import { aBill } from './a-bill.ts';

/** Right bills of different accounts and houses, the last house first. */
export function billLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const bill = aBill();
    const account = { ...bill.account, number: String(index + 1).padStart(9, '0') };
    const house = String((1 + (count - index - 1) / 3) | 0);
    const delivery = { postcode: '050000', route: '1', street: 'Үлгі', house, flat: `${index}` };
    return JSON.stringify({ ...bill, account, delivery });
  });
}

/** A folder that is gone after the test. */
export function aFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-batch-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file that a print house gets, with its digest. */
export function resultsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const results = names.filter((name) => !/^(?:work|batch\.sqlite)/.test(name));
  const digest = (name: string) => createHash('sha256').update(readFileSync(join(folder, name)));
  return Object.fromEntries(
    results
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, digest(name).digest('hex')]),
  );
}

export type Changes = Partial<OpenOptions> & { readonly environment?: Record<string, string> };

/** With one real thread; bugs end the test. */
export async function openIn(folder: string, changes: Changes = {}): Promise<OpenedBatches> {
  const { environment, ...options } = changes;
  const reading = readConfig({ TOLEM_BATCH_WORKERS: '1', ...environment }, 2);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return openBatches({
    config: reading.config,
    storeFile: join(folder, 'batch.sqlite'),
    folderOf: () => folder,
    yields: false,
    onBug(error) {
      throw error;
    },
    onThreadBug(bug) {
      throw new Error(JSON.stringify(bug));
    },
    onLost() {},
    onFailedStart(reason) {
      throw new Error(reason);
    },
    ...options,
  });
}

/** Resolves when it has ended. */
export async function endOf({ batches }: OpenedBatches, id: string): Promise<Batch> {
  for (;;) {
    const batch = await batches.get(id);
    if (batch !== undefined && hasEnded(batch)) return batch;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A batch `V` from lines to its end. */
export async function print(
  folder: string,
  lines: readonly string[],
  options: BatchOptions,
  changes: Changes = {},
): Promise<Batch> {
  const opened = await openIn(folder, changes);
  try {
    const source = bytesOf(lines.join('\n'));
    await opened.batches.submit({ id: 'V', options, today: '2026-11-06', source });
    return await endOf(opened, 'V');
  } finally {
    await opened.close();
  }
}

export async function* bytesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
