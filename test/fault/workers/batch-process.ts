// A process that prints a batch and kills itself at a failpoint, if it is given one. Arguments:
// file of lines, folder, options as JSON, and perhaps a failpoint.

import { createReadStream } from 'node:fs';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import { endOf, openIn } from '../../support/batch.ts';

const [file = '', folder = '', options = '{}', failpoint] = process.argv.slice(2);
const opened = await openIn(folder, {
  reach(point) {
    if (point === failpoint) process.kill(process.pid, 'SIGKILL');
  },
});
const id = 'CRASH';
if ((await opened.batches.get(id)) === undefined) {
  const source = createReadStream(file);
  const submission = { id, options: batchOptionsSchema.parse(JSON.parse(options)), source };
  await opened.batches.submit({ ...submission, today: '2026-11-06' });
}
await endOf(opened, id);
await opened.close();
