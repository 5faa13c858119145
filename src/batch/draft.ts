// A file in the making, in a thread: written piece by piece, hashed on the way, synced at the end.
// It gets its name elsewhere.

import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { SealedFile } from './batch.ts';

/** Rows are gathered up to this size: a system call a row would cost more than the rows. */
const pieceBytes = 1 << 16;

export class Draft {
  readonly #file: number;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;
  #pending = '';
  #isOpen = true;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Bytes written or waiting to be. */
  get length(): number {
    return this.#bytes + Buffer.byteLength(this.#pending);
  }

  text(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= pieceBytes) this.#flush();
  }

  bytes(bytes: Uint8Array): void {
    this.#flush();
    this.#write(bytes);
  }

  /** Safe on the disk, but for its name. */
  finish(): SealedFile {
    this.#flush();
    fsyncSync(this.#file);
    this.#close();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Gives the file up; what is written stays for who cleans up. Nothing if it is finished. */
  abandon(): void {
    if (this.#isOpen) this.#close();
  }

  /** Once: its number may be another file's by then, in any thread. */
  #close(): void {
    this.#isOpen = false;
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#pending === '') return;
    const bytes = Buffer.from(this.#pending, 'utf8');
    this.#pending = '';
    this.#write(bytes);
  }

  /** A disk that is almost full takes a part first and refuses at the next call. */
  #write(bytes: Uint8Array): void {
    let done = 0;
    while (done < bytes.byteLength) done += writeSync(this.#file, bytes, done);
    this.#hash.update(bytes);
    this.#bytes += bytes.byteLength;
  }
}

/** Writes a whole draft, and closes it also when that fails. */
export function writeDraft(path: string, work: (draft: Draft) => void): SealedFile {
  const draft = new Draft(path);
  try {
    work(draft);
  } catch (error) {
    draft.abandon();
    throw error;
  }
  return draft.finish();
}
