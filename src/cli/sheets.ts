// tolem sheets: the sheets of a finished batch as separate PDFs in one ZIP.

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { rangeOf, sequencesField } from '../batch/selection.ts';
import type { WantedSheets } from '../batch/sheet-files.ts';
import { withBatchIn } from './batch-session.ts';
import { type Command, exit, type Given, UsageError } from './command.ts';
import { exitOf, faultLines } from './report.ts';

export const sheetsCommand: Command = {
  name: 'sheets',
  summary: 'Write the sheets of a batch as separate PDFs, in a ZIP.',
  usage: 'DIR -o FILE.zip',
  options: {
    out: { type: 'string', short: 'o', about: 'The ZIP.' },
    volume: { type: 'string', about: 'Sheets of this volume only.' },
    sequences: { type: 'string', about: 'A sequence number, or two with a dash between.' },
  },
  examples: [
    ['sheets out -o sheets.zip', 'one PDF a sheet, named by sequence number and account'],
    ['sheets out -o few.zip --sequences 1203-1207', 'five of them'],
  ],
  run(given, surroundings) {
    const [folder, ...others] = given.files;
    if (folder === undefined || others.length > 0) {
      throw new UsageError('Name the folder of one batch.');
    }
    const path = given.text('out');
    if (path === undefined) throw new UsageError('Name the ZIP with -o FILE.zip.');
    const wanted = wantedIn(given);
    return withBatchIn(folder, surroundings, async (batches, batch) => {
      const zip = await batches.sheetFiles.zip(batch, wanted);
      if (zip.ok) {
        await writeWhole(path, zip.value);
        return exit.ok;
      }
      for (const line of faultLines(folder, zip.faults)) surroundings.err(line);
      return exitOf(zip.faults);
    });
  },
};

function wantedIn(given: Given): WantedSheets {
  const volume = given.text('volume');
  if (volume !== undefined && !/^[1-9]\d{0,8}$/.test(volume)) {
    throw new UsageError('--volume is the number of a volume.');
  }
  const sequences = given.text('sequences');
  if (sequences !== undefined && !sequencesField.safeParse(sequences).success) {
    throw new UsageError('--sequences is a number such as 1203, or a range such as 1203-1207.');
  }
  return {
    volume: volume === undefined ? undefined : Number(volume),
    sequences: sequences === undefined ? undefined : rangeOf(sequences),
  };
}

/** Beside its place and then renamed: nobody takes a part of it for the whole. */
async function writeWhole(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await pipeline(pieces, createWriteStream(draft, { flags: 'wx' }));
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
