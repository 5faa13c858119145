// ZIPs read back by a reader that is not ours.

import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';

export interface Unzipped {
  readonly name: string;
  readonly bytes: Buffer;
  readonly entry: Entry;
}

/** Every file, with its check sum proved. */
export async function unzip(zip: Uint8Array): Promise<readonly Unzipped[]> {
  const options = { lazyEntries: true, strictFileNames: true, autoClose: false };
  const file = await fromBufferPromise(Buffer.from(zip), options);
  const found: Unzipped[] = [];
  for await (const entry of file.eachEntry()) {
    const bytes = Buffer.concat(await Array.fromAsync(await file.openReadStreamPromise(entry)));
    if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName} has a wrong check sum`);
    found.push({ name: entry.fileName, bytes, entry });
  }
  return found;
}
