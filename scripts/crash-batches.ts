// Kills `tolem batch` again and again at moments that a seed decides, lets it resume, and holds the
// result against a run that nobody killed. Arguments: kills (50), bills (2000), seed (1).

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [kills = 50, bills = 2000, seed = 1] = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, '..');
const cli = join(root, 'src/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'tolem-crash-'));
const file = join(folder, 'bills.ndjson');

const made = spawnSync(process.execPath, [cli, 'generate', String(bills), '--seed', String(seed)], {
  maxBuffer: 2 ** 31,
});
if (made.status !== 0) throw new Error(made.stderr.toString());
writeFileSync(file, made.stdout);

const whole = join(folder, 'whole');
const startedAt = performance.now();
await once(start(whole), 'exit');
const wholeMs = performance.now() - startedAt;

const broken = join(folder, 'broken');
const random = chance(seed);
let done = 0;
let rounds = 0;
let ends = 0;
while (done < kills) {
  // A batch that ended is begun again, so that kills fall on all of its parts.
  if (existsSync(join(broken, 'manifest.json'))) {
    compare();
    ends += 1;
    rmSync(broken, { recursive: true });
  }
  const child = start(broken);
  const exited = once(child, 'exit');
  await Promise.race([sleep(random() * wholeMs * 0.7), exited]);
  if (child.exitCode === null && child.kill('SIGKILL')) done += 1;
  await exited;
  rounds += 1;
}
await once(start(broken), 'exit');
compare();
ends += 1;
rmSync(folder, { recursive: true });
console.log(JSON.stringify({ kills: done, starts: rounds + 1, ends, bills, seed, differences: 0 }));

function start(out: string): ChildProcess {
  const words = [cli, 'batch', file, '-o', out, '--date', '2026-11-06'];
  words.push('--volume-sheets', '100', '--proof', '20', '--separators', 'house');
  return spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function compare(): void {
  const [expected, found] = [whole, broken].map(digestsIn);
  if (JSON.stringify(expected) === JSON.stringify(found)) return;
  console.error(`seed ${seed}: ${folder} has a batch that differs after ${done} kills`);
  process.exit(1);
}

/** Of every file that a print house gets. */
function digestsIn(out: string): Record<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) =>
    /^(?:volumes\/.*|proof\.pdf|manifest\.\w+|rejects\.ndjson)$/.test(name),
  );
  const digest = (name: string) => createHash('sha256').update(readFileSync(join(out, name)));
  return Object.fromEntries(files.map((name) => [name, digest(name).digest('hex')]));
}

/** From 0 to 1; mulberry32, whose seed is one number. */
function chance(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
