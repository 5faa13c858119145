// Child processes that never outlive the benchmark, however it ends.

import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { collectingFlags } from '../src/worker/collecting.ts';

const children = new Set<ChildProcess>();

// A signal ends a process without its exit handlers unless someone listens to it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export function endWithUs<C extends ChildProcess>(child: C): C {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/**
 * What a process of its own says of itself as JSON before it ends; `file` is in this folder. V8 has
 * the flags of rendering threads there.
 */
export async function figuresOf<T>(file: string, ...words: readonly string[]): Promise<T> {
  const execArgv = [...process.execArgv, ...collectingFlags];
  const child = endWithUs(fork(join(import.meta.dirname, file), words, { execArgv }));
  const answer: Promise<unknown[]> = once(child, 'message');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0, `${file} failed`);
  const [figures] = await answer;
  // The one cast: the caller names what the file sends.
  return JSON.parse(String(figures)) as T;
}

/** Asks it to close in order, and kills it if it has not after `patienceMs`. */
export async function end(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(patience);
}
