// A part of a sealed file as a stream. It knows no HTTP.

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

/** Both ends included; nothing at all if `end` is before `start`. */
export function readFrom(path: string, start: number, end: number): Readable {
  return end < start ? Readable.from([]) : createReadStream(path, { start, end });
}
