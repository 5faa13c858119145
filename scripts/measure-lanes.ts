// How long single bills take while a batch is drawn, beside how long they take on an idle service.
// Arguments: bills of the batch (3000), single bills a phase (1000).

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { productionEnvironment } from './production.ts';
import { startService } from './server-process.ts';

const [bills = 3000, singles = 1000] = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'tolem-lanes-'));
const sample = readFileSync(join(root, 'samples/almaty-city/typical.json'), 'utf8');

const cli = join(root, 'src/cli.ts');
const made = spawnSync(process.execPath, [cli, 'generate', String(bills)], { maxBuffer: 2 ** 31 });
const service = await startService({ ...productionEnvironment, TOLEM_BATCHES_DIR: folder });
try {
  await measure(200);
  const idle = await measure(singles);
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'lanes' };
  const url = `${service.url}/v1/batches`;
  const sending = fetch(url, { method: 'POST', headers, body: made.stdout });
  const arriving = await measure(singles / 2);
  const { id } = z.object({ id: z.string() }).parse(await (await sending).json());
  const drawing = await measure(singles);
  const left = z.object({ status: z.string() }).parse(await (await fetch(`${url}/${id}`)).json());
  const limitMs = 2 * idle.p99 + 5;
  console.log(JSON.stringify({ idle, arriving, drawing, limitMs, status: left.status }, null, 2));
} finally {
  await service.stop();
  rmSync(folder, { recursive: true });
}

/** One bill after the other on one connection; milliseconds. */
async function measure(count: number) {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedAt = performance.now();
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${service.url}/v1/bills`, {
      method: 'POST',
      headers,
      body: sample,
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(share * count)] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
