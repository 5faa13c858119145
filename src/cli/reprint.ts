// tolem reprint: sheets of a finished batch once more, with a reason for the audit.

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type ReprintRequest, reprintRequestSchema } from '../batch/selection.ts';
import { withBatchIn } from './batch-session.ts';
import { type Command, exit, type Given, UsageError } from './command.ts';
import { exitOf, faultLines } from './report.ts';

export const reprintCommand: Command = {
  name: 'reprint',
  summary: 'Print sheets of a batch again, with the numbers they had.',
  usage: 'DIR --sequences LIST --reason TEXT',
  options: {
    sequences: { type: 'string', about: 'Numbers and ranges, with commas: 7,1203-1207.' },
    accounts: { type: 'string', about: 'Account numbers, with commas.' },
    reason: { type: 'string', about: 'For the audit; names nobody.' },
  },
  examples: [
    ['reprint out --sequences 1203-1207 --reason torn', 'writes out/reprints/0001.pdf'],
    ['reprint out --accounts 000123457 --reason lost', 'all sheets of an account'],
  ],
  run(given, surroundings) {
    const [folder, ...others] = given.files;
    if (folder === undefined || others.length > 0) {
      throw new UsageError('Name the folder of one batch.');
    }
    const request = requestOf(given);
    return withBatchIn(folder, surroundings, async (batches, batch) => {
      // A key of its own: who types the command again wants the sheets again.
      const printed = await batches.reprints.print(batch, randomUUID(), request);
      if (printed.ok) {
        const { number, sequences } = printed.value;
        const path = join(folder, 'reprints', `${String(number).padStart(4, '0')}.pdf`);
        surroundings.out(`${path}: ${sequences.length} sheets`);
        return exit.ok;
      }
      for (const line of faultLines(folder, printed.faults)) surroundings.err(line);
      return exitOf(printed.faults);
    });
  },
};

function requestOf(given: Given): ReprintRequest {
  const list = (option: string) => given.text(option)?.split(',') ?? [];
  const request = { sequences: list('sequences'), accounts: list('accounts') };
  const reading = reprintRequestSchema.safeParse({ ...request, reason: given.text('reason') });
  if (reading.success) return reading.data;
  const wrong = new Set(reading.error.issues.map(({ path }) => String(path[0])));
  const rules: Readonly<Record<string, string>> = {
    sequences: '--sequences are numbers and ranges with commas: 7,1203-1207.',
    accounts: '--accounts are account numbers with commas.',
    reason: 'Say why with --reason, in 1 to 200 letters.',
  };
  throw new UsageError([...wrong].map((name) => rules[name] ?? name).join('\n'));
}
