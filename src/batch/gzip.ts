// Lines that were compressed, as they were before. Nothing is gathered here; who reads sets the
// pace.

import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * Begins when it is read, so that an error always has a reader. Who stops in the middle may still
 * answer on the connection that the bytes come from.
 */
export async function* unpacked(packed: Readable): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // An error of the one ends the other; the loop of the reader throws it.
  pipeline(packed, gunzip, () => {});
  yield* gunzip.iterator({ destroyOnReturn: false });
}

/** It is no gzip, or breaks off: the sender's affair. */
export function isBrokenGzip(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
