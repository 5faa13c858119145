// tolem batch: a file of bills to volumes for the press. The same command goes on where an earlier
// run was cut off. The work is done by src/batch; here are the command line and what people see.

import { resolve } from 'node:path';
import { type Batch, hasEnded } from '../batch/batch.ts';
import type { Batches, Submission } from '../batch/batches.ts';
import { isBrokenGzip } from '../batch/gzip.ts';
import { type BatchOptions, batchOptionsSchema } from '../batch/options.ts';
import { isLocalDate } from '../bill/date.ts';
import { createClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Fault, failure, type Outcome } from '../fault.ts';
import { openLines } from './batch-input.ts';
import { ProgressLine } from './batch-progress.ts';
import { withBatches } from './batch-session.ts';
import {
  type Command,
  type CommandOption,
  type Exit,
  exit,
  type Given,
  type Surroundings,
  UsageError,
} from './command.ts';
import { requireReadable } from './input.ts';
import { exitOf, faultLines, warningLines } from './report.ts';
import { withConfig } from './session.ts';

/** `volumeSheets` is the flag `--volume-sheets`. */
function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const planFlags = Object.fromEntries(
  Object.entries(batchOptionsSchema.shape).map(([name, field]): [string, CommandOption] => [
    flagOf(name),
    { type: 'string', about: field.meta()?.description ?? '' },
  ]),
);

export const batchCommand: Command = {
  name: 'batch',
  summary: 'Print many bills into volumes; the same command resumes.',
  usage: 'FILE.ndjson -o DIR',
  options: {
    out: { type: 'string', short: 'o', about: 'Folder of volumes and manifest.' },
    date: { type: 'string', about: 'Print date of bills that give none; today if absent.' },
    ...planFlags,
  },
  examples: [
    [
      'batch october.ndjson -o out',
      'writes out/volumes, out/manifest.json and .csv, out/rejects.ndjson',
    ],
    ['batch october.ndjson.gz -o out --volume-sheets 2000', 'reads gzip too'],
  ],
  async run(given, surroundings) {
    const [file, ...others] = given.files;
    if (file === undefined || others.length > 0) throw new UsageError('Name one file of bills.');
    const folder = given.text('out');
    if (file === '-') throw new UsageError('A batch is read twice, so it comes from a file.');
    if (folder === undefined) throw new UsageError('Name the folder of the volumes with -o DIR.');
    const options = optionsOf(given);
    await requireReadable([file]);
    return withConfig(surroundings, (config) => {
      const order = { file, folder, options, date: dateOf(given, config) };
      return withBatches(config, resolve(folder), surroundings, ({ batches }) =>
        runBatch(order, batches, surroundings),
      );
    });
  },
};

interface BatchOrder {
  readonly file: string;
  readonly folder: string;
  readonly options: BatchOptions;
  /** As given; undefined if today will do. */
  readonly date: { readonly today: string; readonly isGiven: boolean };
}

function optionsOf(given: Given): BatchOptions {
  const texts = Object.keys(batchOptionsSchema.shape).flatMap((name) => {
    const text = given.text(flagOf(name));
    return text === undefined ? [] : [[name, text] as const];
  });
  const reading = batchOptionsSchema.safeParse(Object.fromEntries(texts));
  if (reading.success) return reading.data;
  const lines = reading.error.issues.map((issue) => {
    const rule =
      issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message;
    return `--${flagOf(String(issue.path[0]))} must be ${rule}.`;
  });
  throw new UsageError(lines.join('\n'));
}

function dateOf(given: Given, config: Config): BatchOrder['date'] {
  const date = given.text('date');
  if (date === undefined) return { today: createClock(config.zone).today(), isGiven: false };
  if (!isLocalDate(date)) {
    throw new UsageError('--date is a day of the years 2000 to 2099, written YYYY-MM-DD.');
  }
  return { today: date, isGiven: true };
}

async function runBatch(
  order: BatchOrder,
  batches: Batches,
  surroundings: Surroundings,
): Promise<Exit> {
  const { id, lines } = await openLines(order.file, order.options);
  const line = new ProgressLine(surroundings);
  const known = await knownBatch(batches, id, order);
  if (known === undefined) {
    const { options, date } = order;
    const source = line.watchIntake(lines());
    const taken = await submit(batches, { id, options, today: date.today, source });
    if (!taken.ok) {
      line.end();
      for (const text of faultLines(order.file, taken.faults)) surroundings.err(text);
      return exitOf(taken.faults);
    }
  }
  if (known?.status === 'failed') {
    surroundings.err(`${order.folder}: this batch had failed. It goes on where it was.`);
    const resumed = await batches.lifecycle.resume(id);
    if (!resumed.ok) {
      line.end();
      for (const text of faultLines(order.folder, resumed.faults)) surroundings.err(text);
      return exitOf(resumed.faults);
    }
  }
  const ended = await line.watchRun(batches, id);
  line.end();
  return report(ended, order.folder, surroundings);
}

async function submit(batches: Batches, submission: Submission): Promise<Outcome<Batch>> {
  try {
    return await batches.submit(submission);
  } catch (error) {
    if (isBrokenGzip(error)) return failure([brokenGzip]);
    throw error;
  }
}

const brokenGzip: Fault = {
  code: 'REQUEST_MALFORMED',
  message: 'The file is compressed with gzip and breaks off, or is damaged. Make it again.',
};

/** The batch that this command began earlier. A folder is one batch's. */
async function knownBatch(batches: Batches, id: string, order: BatchOrder) {
  const [found] = await batches.list();
  if (found === undefined) return undefined;
  if (found.id !== id) {
    throw new UsageError(`${order.folder} holds a batch of another file or with other options.`);
  }
  if (order.date.isGiven && order.date.today !== found.today) {
    throw new UsageError(`${order.folder} holds this batch with the date ${found.today}.`);
  }
  return found;
}

function report(batch: Batch, folder: string, { out, err }: Surroundings): Exit {
  const { status, received, lateRejects, sheets = 0, fault } = batch;
  if (!hasEnded(batch) || received === undefined || fault !== undefined) {
    for (const line of faultLines(folder, fault === undefined ? [] : [fault])) err(line);
    return exit.machine;
  }
  const rejected = received.rejected + lateRejects;
  const lines = received.accepted + received.rejected;
  for (const line of warningLines(folder, batch.warnings ?? [])) err(line);
  out(`${folder}: ${status}, ${lines - rejected} of ${lines} bills, ${sheets} sheets`);
  if (rejected === 0) return exit.ok;
  err(`${folder}: ${rejected} bills were rejected; rejects.ndjson says why.`);
  return exit.bills;
}
