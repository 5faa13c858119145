// The file of a batch: its bytes, and the name that the batch has because of them. It reads no
// line.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { unpacked } from '../batch/gzip.ts';
import { batchName } from '../batch/name.ts';
import type { BatchOptions } from '../batch/options.ts';

export interface BatchLines {
  /** The same file with the same options is the same batch. */
  readonly id: string;
  /** Decompressed. */
  lines(): AsyncIterable<Uint8Array>;
}

export async function openLines(file: string, options: BatchOptions): Promise<BatchLines> {
  const hash = createHash('sha256');
  let start = Buffer.alloc(0);
  for await (const piece of createReadStream(file)) {
    if (start.length < 2) start = Buffer.concat([start, piece]).subarray(0, 2);
    hash.update(piece);
  }
  const id = batchName(hash.update(JSON.stringify(options)).digest());
  // RFC 1952, 2.3.1: the two bytes that every gzip file begins with.
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  return {
    id,
    lines: () => (isPacked ? unpacked(createReadStream(file)) : createReadStream(file)),
  };
}
