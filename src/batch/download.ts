// A part of a sealed file as a stream. It knows no HTTP.

import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isGone } from './folder.ts';

/**
 * Both ends included; nothing at all if `end` is before `start`. Undefined if the file was removed;
 * once it is open, a removal does not take it from who reads it.
 */
export async function openPart(
  path: string,
  start: number,
  end: number,
): Promise<Readable | undefined> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
  if (end >= start) return file.createReadStream({ start, end });
  await file.close();
  return Readable.from([]);
}
