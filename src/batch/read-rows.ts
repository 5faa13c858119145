// Lines of a file, one at a time, in a thread that has nothing else to do. Any length of file takes
// the memory of one line.

import { closeSync, openSync, readSync } from 'node:fs';

const chunkBytes = 1 << 18;

/** Where a line is in its file; `length` is without the line end. */
export interface Row {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Every line must end with a line feed, as all our files do. */
export function* readRows(path: string): Generator<Row> {
  const file = openSync(path, 'r');
  try {
    let offset = 0;
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const count = readSync(file, chunk);
      if (count === 0) break;
      rest = Buffer.concat([rest, chunk.subarray(0, count)]);
      let start = 0;
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
        yield { text: rest.toString('utf8', start, end), offset, length: end - start };
        offset += end - start + 1;
        start = end + 1;
      }
      rest = rest.subarray(start);
    }
    if (rest.length > 0) throw new RangeError('a file of ours does not end with a line end');
  } finally {
    closeSync(file);
  }
}

/** One line whose place is known. */
export function readRowAt(file: number, offset: number, length: number): string {
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(file, bytes, 0, length, offset) !== length) {
    throw new RangeError('a file of ours is shorter than its index says');
  }
  return bytes.toString('utf8');
}
