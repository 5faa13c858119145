// The accounts of lines that were accepted, from the index of a batch. It keeps all of them, which
// is for retries: they are as long as rejects are many.

import { open } from 'node:fs/promises';
import type { PlanEntry } from './plan-entry.ts';
import type { RetriedLine } from './store.ts';

export async function acceptedIn(index: string): Promise<readonly RetriedLine[]> {
  const file = await open(index);
  const found: RetriedLine[] = [];
  for await (const row of file.readLines()) {
    const [line, , , { account, layout }]: [number, number, number, PlanEntry] = JSON.parse(row);
    found.push({ line, account: `${layout.split('@', 1)[0]} ${account}` });
  }
  return found;
}
