// The three files of an intake: accepted lines, their index, rejected lines. They are appended to
// in the order of lines and are safe on the disk when closed; until then they are nothing.

import { type FileHandle, open } from 'node:fs/promises';
import type { Reject } from './batch.ts';
import { type BatchFiles, draftOf, seal } from './folder.ts';

export interface AcceptedLine {
  readonly line: number;
  readonly bytes: Uint8Array;
  /** JSON text, as the check gave it. */
  readonly facts: string;
}

const lineFeed = Buffer.from('\n');

const parts = ['spool', 'index', 'intakeRejects'] as const;

type Handles = Readonly<Record<(typeof parts)[number], FileHandle>>;

export class Spool {
  readonly #files: BatchFiles;
  readonly #handles: Handles;
  #offset = 0;

  private constructor(files: BatchFiles, handles: Handles) {
    this.#files = files;
    this.#handles = handles;
  }

  static async open(files: BatchFiles): Promise<Spool> {
    const [spool, index, intakeRejects] = await Promise.all([
      open(draftOf(files.spool), 'w'),
      open(draftOf(files.index), 'w'),
      open(draftOf(files.intakeRejects), 'w'),
    ]);
    return new Spool(files, { spool, index, intakeRejects });
  }

  async append(accepted: readonly AcceptedLine[], rejects: readonly Reject[]): Promise<void> {
    const bytes: Uint8Array[] = [];
    let rows = '';
    for (const { line, bytes: bill, facts } of accepted) {
      rows += `[${line},${this.#offset},${bill.byteLength},${facts}]\n`;
      bytes.push(bill, lineFeed);
      this.#offset += bill.byteLength + 1;
    }
    const texts = rejects.map((reject) => `${JSON.stringify(reject)}\n`).join('');
    const { spool, index, intakeRejects } = this.#handles;
    await writeAll(spool, Buffer.concat(bytes));
    await writeAll(index, Buffer.from(rows));
    await writeAll(intakeRejects, Buffer.from(texts));
  }

  async seal(): Promise<void> {
    for (const name of parts) {
      await this.#handles[name].sync();
      await this.#handles[name].close();
      await seal(draftOf(this.#files[name]), this.#files[name]);
    }
  }

  async abandon(): Promise<void> {
    await Promise.allSettled(Object.values(this.#handles).map((handle) => handle.close()));
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) done += (await handle.write(bytes, done)).bytesWritten;
}
