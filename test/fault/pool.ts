// Real pools with misbehaving threads, for the tests of this folder.

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  createRenderer,
  type RendererOptions,
  type StartingRenderer,
} from '../../src/worker/pool.ts';
import type { RenderOutcome, RenderTask } from '../../src/worker/protocol.ts';

export function open(t: TestContext, options: Partial<RendererOptions>): StartingRenderer {
  const renderer = createRenderer({
    threads: 1,
    queueLimit: 20,
    renderTimeoutMs: 5000,
    startTimeoutMs: 10_000,
    memoryMb: 32,
    settings: { layoutsDir: 'layouts', fontsDir: 'fonts', samples: [], today: '' },
    workerUrl: workerUrl('acts.ts'),
    ...options,
  });
  t.after(() => renderer.close());
  return renderer;
}

export function workerUrl(file: string): URL {
  return new URL(`./workers/${file}`, import.meta.url);
}

export function task(json: string): RenderTask {
  return { json, output: 'pdf', profile: 'print', dpi: 150, today: '2026-11-06' };
}

export function textOf(outcome: RenderOutcome): string {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return new TextDecoder().decode(outcome.value.bytes);
}

export function faultOf(outcome: RenderOutcome) {
  assert.ok(!outcome.ok);
  const [fault] = outcome.faults;
  assert.ok(fault !== undefined);
  return fault;
}
