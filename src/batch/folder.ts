// The files of one batch: where they are, and how a file comes into being whole or not at all.
// What is in them is not known here.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SealedFile } from './batch.ts';

/** A file that is being written ends so; after a crash it is rubbish. */
const draftEnd = '.part';

export interface BatchFiles {
  readonly folder: string;
  /** Accepted bills, one a line, as they came. */
  readonly spool: string;
  /** One row for each accepted bill: where it is in the spool, and what the plan needs. */
  readonly index: string;
  /** Lines that were refused when they came. */
  readonly intakeRejects: string;
  /** The same and those that failed later; written with the manifest. */
  readonly rejects: string;
  /** One row a volume. */
  readonly plan: string;
  readonly manifestJson: string;
  readonly manifestCsv: string;
  readonly proof: string;
  volume(number: number): string;
  rows(number: number): string;
  reprint(number: number): string;
}

export function filesIn(folder: string): BatchFiles {
  const padded = (number: number) => String(number).padStart(4, '0');
  return {
    folder,
    spool: join(folder, 'work', 'spool.ndjson'),
    index: join(folder, 'work', 'index.ndjson'),
    intakeRejects: join(folder, 'work', 'rejects.ndjson'),
    rejects: join(folder, 'rejects.ndjson'),
    plan: join(folder, 'work', 'plan.ndjson'),
    manifestJson: join(folder, 'manifest.json'),
    manifestCsv: join(folder, 'manifest.csv'),
    proof: join(folder, 'proof.pdf'),
    volume: (number) => join(folder, 'volumes', `${padded(number)}.pdf`),
    reprint: (number) => join(folder, 'reprints', `${padded(number)}.pdf`),
    rows: (number) => join(folder, 'work', 'rows', `${padded(number)}.ndjson`),
  };
}

/** Where a file is written before it has its name. Attempts do not meet in one draft. */
export function draftOf(path: string, attempt = 1): string {
  return `${path}.${attempt}${draftEnd}`;
}

/** The folders, durable, and empty of drafts. */
export async function prepareFolders(files: BatchFiles): Promise<void> {
  const paths = [files.spool, files.volume(1), files.rows(1), files.reprint(1)];
  const folders = paths.map((path) => dirname(path));
  for (const folder of folders) {
    const first = await mkdir(folder, { recursive: true });
    // Of the folders above, too, where they are new: of the batch, and of all batches.
    if (first !== undefined) await syncFolder(dirname(first));
    await syncFolder(dirname(folder));
  }
  for (const folder of [files.folder, ...folders]) {
    const drafts = (await readdir(folder)).filter((name) => name.endsWith(draftEnd));
    await Promise.all(drafts.map((name) => rm(join(folder, name))));
    await syncFolder(folder);
  }
}

/** Everything of the batch; of the folder only what is then empty. */
export async function removeFiles(files: BatchFiles): Promise<void> {
  const folders = [files.spool, files.volume(1), files.reprint(1)].map((path) => dirname(path));
  const single = [files.rejects, files.manifestJson, files.manifestCsv, files.proof];
  for (const path of [...folders, ...single]) await rm(path, { recursive: true, force: true });
  const left = await readdir(files.folder).catch(() => undefined);
  if (left?.length === 0) await rmdir(files.folder);
}

/** Gives a draft, which is synced already, its name for good. */
export async function seal(draft: string, path: string): Promise<void> {
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/** Without this a crash of the machine may forget a name (POSIX says nothing of it; Linux does). */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function digestFile(path: string): Promise<SealedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** ENOENT: it was never there, or was removed. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** For messages: the name without what is above the batch. */
export function shortName(path: string): string {
  return basename(path);
}

/** ENOSPC or a quota: room may come, so it is worth waiting for. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return true;
  // SQLITE_FULL, https://www.sqlite.org/rescode.html
  return error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error && error.errcode === 13;
}
