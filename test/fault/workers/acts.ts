// A rendering thread that does what the task asks for: answers, or misbehaves in one way.

import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Greeting, RenderTask } from '../../../src/worker/protocol.ts';

export function greet(): Greeting {
  return { layouts: [] };
}

/** `task.json` is the name of an act and, after a space, its argument. */
export async function render(task: RenderTask): Promise<unknown> {
  const [act = '', argument = ''] = task.json.split(' ');
  return acts[act]?.(argument);
}

const acts: Readonly<Record<string, (argument: string) => unknown>> = {
  echo: (text) => rendered(text),
  room: () => rendered(`${Math.round(getHeapStatistics().heap_size_limit / 2 ** 20)}`),
  sleep: (ms) => sleep(Number(ms)).then(() => rendered('slept')),
  moved: (size) => {
    const bytes = new Uint8Array(Number(size)).fill(7);
    const value = { ...rendered(''), value: { ...rendered('').value, bytes } };
    return move({ [transferableSymbol]: bytes.buffer, [valueSymbol]: value });
  },
  loop: () => {
    for (;;);
  },
  exit: (code) => process.exit(Number(code)),
  heap: () => {
    const hoard: string[][] = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => `${index}`));
  },
  // Bounded, because the limits of a thread do not count memory outside its heap.
  buffers: () => {
    const hoard = Array.from({ length: 20 }, () => Buffer.alloc(10_000_000, 1));
    for (;;) hoard.reverse();
  },
  throw: (text) => {
    throw new RangeError(`the payer is ${text}`);
  },
  'throw-late': () => {
    setTimeout(() => {
      throw new RangeError('in a timer');
    });
    return new Promise(() => {});
  },
  'reject-unseen': () => {
    void Promise.reject(new RangeError('unseen'));
    return new Promise(() => {});
  },
  garbage: () => ({ ok: true, value: 'bytes' }),
  nothing: () => undefined,
  unclonable: () => () => {},
};

function rendered(text: string) {
  return {
    ok: true as const,
    value: {
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain',
      account: '000123457',
      period: '2026-10',
      layout: 'acts@1',
    },
    warnings: [],
  };
}
