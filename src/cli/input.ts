// Bills named on the command line: files, or standard input as `-`. Reads bytes, checks UTF-8.

import { access, constants, readFile } from 'node:fs/promises';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { type Surroundings, UsageError } from './command.ts';

/** A name at least, standard input once at most: what can be said without looking at the disk. */
export function requireNames(files: readonly string[]): void {
  if (files.length === 0) throw new UsageError('Name at least one bill, or - for standard input.');
  if (files.filter((file) => file === '-').length > 1) {
    throw new UsageError('Standard input can be read once only.');
  }
}

/** Asked before anything is rendered: a mistyped name should not cost half a run. */
export async function requireReadable(files: readonly string[]): Promise<void> {
  const problems = await Promise.all(files.map(problemOf));
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new UsageError(found.join('\n'));
}

/** How a bill is called in reports. */
export function labelOf(file: string): string {
  return file === '-' ? '(input)' : file;
}

/** The text of a bill, if it is UTF-8. */
export async function readBill(file: string, surroundings: Surroundings): Promise<Outcome<string>> {
  const bytes = file === '-' ? await surroundings.readInput() : await readFile(file);
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failure([notUtf8]);
  }
}

async function problemOf(file: string): Promise<string | undefined> {
  if (file === '-') return undefined;
  try {
    await access(file, constants.R_OK);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return `${file} cannot be read (${code}).`;
  }
}

const notUtf8: Fault = {
  code: 'REQUEST_MALFORMED',
  message: 'The file is not valid UTF-8 (RFC 8259, 8.1). Convert it from its code page.',
};
