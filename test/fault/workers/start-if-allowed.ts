// A rendering thread that starts only while the file `broken` is absent from its layouts folder.
// With a file `fail-once` it removes that file and fails.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { WorkerSettings } from '../../../src/worker/protocol.ts';

const settings: WorkerSettings = workerData;
if (existsSync(join(settings.layoutsDir, 'broken'))) throw new Error('the layouts are broken.');
const failOnce = join(settings.layoutsDir, 'fail-once');
if (existsSync(failOnce)) {
  rmSync(failOnce, { force: true });
  throw new Error('once.');
}

export { greet, render } from './acts.ts';
