// Rendered files: their names, and writing them so that no half of one is ever seen.

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OutputKind, Rendered } from '../worker/protocol.ts';
import { UsageError } from './command.ts';

const extensions: Readonly<Record<OutputKind, string>> = {
  pdf: 'pdf',
  png: 'png',
  page: 'page.json',
  check: 'json',
};

/** Named after its bill; what came by standard input, after account and period. */
export function outputName(file: string, output: OutputKind, rendered: Rendered): string {
  const { account, period } = rendered;
  const stem = file === '-' ? `${account}_${period}`.replaceAll(/[^\w.-]+/g, '-') : stemOf(file);
  return `${stem}.${extensions[output]}`;
}

/** Two bills of one name would overwrite each other. */
export function requireDistinctNames(files: readonly string[]): void {
  const byStem = Map.groupBy(files, stemOf);
  for (const [stem, same] of byStem) {
    if (same.length > 1) {
      throw new UsageError(`${same.join(' and ')} would both become ${stem}.pdf.`);
    }
  }
}

/** Beside its place and then renamed: a reader finds the whole file or none. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function stemOf(file: string): string {
  return basename(file).replace(/\.json$/i, '');
}
