// The accounts of lines that were accepted, from the index of a batch. It keeps all of them, which
// is for retries: they are as long as rejects are many.

import { open } from 'node:fs/promises';
import type { RetriedLine } from './store.ts';

export async function acceptedIn(index: string): Promise<readonly RetriedLine[]> {
  const file = await open(index);
  const found: RetriedLine[] = [];
  for await (const row of file.readLines()) {
    const [line, , , { account }]: [number, number, number, RetriedLine] = JSON.parse(row);
    found.push({ line, account });
  }
  return found;
}
