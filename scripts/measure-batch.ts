// One batch of generated bills from file to proof: time, memory, bytes, and whether anything is
// lost. Arguments: bills (100000), bad lines (0), seed (1), folder to work in (a new one).

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { watchMemory } from './memory.ts';
import { productionEnvironment } from './production.ts';

const [bills = '100000', bad = '0', seed = '1', place = tmpdir()] = process.argv.slice(2);
const cli = join(import.meta.dirname, '..', 'src/cli.ts');
const folder = mkdtempSync(join(place, 'tolem-batch-'));
const file = join(folder, 'bills.ndjson');
const out = join(folder, 'out');

try {
  const generated = await ran(['generate', bills, '--seed', seed, '--bad', bad, '-o', file]);
  const expected = [...generated.err.matchAll(/^line (\d+):/gm)].map(([, line]) => Number(line));
  const batch = await ran(['batch', file, '-o', out, '--date', '2026-11-06']);
  const verified = await ran(['manifest', 'verify', out]);
  const { head, sheets } = await readManifest();
  const rejects = readFileSync(join(out, 'rejects.ndjson'), 'utf8').split('\n').filter(Boolean);
  const found = rejects.map((reject): number => JSON.parse(reject).line);
  const bytes = head.volumes.reduce((sum, one) => sum + one.bytes, 0);
  const pages = head.volumes.reduce((sum, one) => sum + one.pages, 0);
  const figures = {
    bills: Number(bills),
    ...{ lines: head.lines, accepted: head.accepted, rejected: head.rejected, sheets },
    volumes: head.volumes.length,
    seconds: round(batch.seconds),
    billsPerSecond: round(Number(bills) / batch.seconds),
    processorSeconds: round(batch.memory.processorSeconds),
    peakRssMb: round(batch.memory.peakMb),
    rssByTenthMb: batch.memory.byTenth().map(round),
    bytesPerPage: Math.round(bytes / pages),
    verify: { code: verified.code, seconds: round(verified.seconds), said: verified.out.trim() },
    rejectsAreTheBadLines: String(found) === String(expected),
    nothingLost: head.accepted + head.rejected === Number(bills),
    said: batch.out.trim(),
  };
  console.log(JSON.stringify(figures, null, 2));
} finally {
  rmSync(folder, { recursive: true });
}

async function ran(words: readonly string[]) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cli, ...words], {
    env: { ...process.env, ...productionEnvironment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const memory = watchMemory(child.pid ?? 0);
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const [code] = await once(child, 'exit');
  memory.stop();
  const seconds = (performance.now() - startedAt) / 1000;
  return { code, seconds, memory, out: await out, err: await err };
}

async function textOf(stream: ChildProcess['stdout']): Promise<string> {
  let text = '';
  for await (const piece of stream ?? []) text += piece;
  return text;
}

/** Line by line: the rows of a million sheets are no text that one would want whole. */
async function readManifest() {
  const rows = createInterface({ input: createReadStream(join(out, 'manifest.json')) });
  let sheets = 0;
  let before = '';
  for await (const line of rows) {
    if (line.includes('"sequence":')) sheets += 1;
    else before += line;
  }
  const head: Head = JSON.parse(before);
  return { head, sheets };
}

interface Head {
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly volumes: readonly { readonly bytes: number; readonly pages: number }[];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
