// An application with a fake renderer and a fake catalogue, for the tests of this folder.

import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '../../src/config.ts';
import { type Fault, failure } from '../../src/fault.ts';
import { buildApp } from '../../src/http/app.ts';
import type { BatchAccess } from '../../src/http/dependencies.ts';
import type { LayoutCatalogue } from '../../src/http/layout-catalogue.ts';
import { createLog } from '../../src/http/log.ts';
import { type Problem, problemSchema } from '../../src/http/problem.ts';
import type { RenderOutcome, RenderTask } from '../../src/worker/protocol.ts';
import type { Readiness, Renderer } from '../../src/worker/renderer.ts';

type Answer = (
  task: RenderTask,
  signal: AbortSignal | undefined,
) => RenderOutcome | Promise<RenderOutcome>;

export interface FakeRenderer extends Renderer {
  readonly tasks: RenderTask[];
}

/** Renders every bill to its own text unless told otherwise. */
export function fakeRenderer(answer: Answer = (task) => rendered(task)): FakeRenderer {
  const tasks: RenderTask[] = [];
  return {
    tasks,
    async render(task, { signal } = {}) {
      tasks.push(task);
      return answer(task, signal);
    },
    readiness: () => ({ ready: true }),
    stats: () => ({ threads: 2, waiting: 3, running: 2, queueLimit: 64, restarts: 1 }),
    close: async () => {},
  };
}

const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  page: 'application/vnd.tolem.page+json',
  check: 'application/json',
};

export function rendered(task: RenderTask, changes: { account?: string } = {}): RenderOutcome {
  return {
    ok: true,
    value: {
      bytes: new TextEncoder().encode(`${task.output} ${task.dpi} ${task.json}`),
      mediaType: mediaTypes[task.output],
      account: '000123457',
      period: '2026-10',
      layout: 'almaty-city@1',
      ...changes,
    },
    warnings: [{ code: 'METER_RUNS_BACK', message: 'A reading is below the one before.' }],
  };
}

const summary = {
  id: 'almaty-city',
  revision: 1,
  title: { kk: 'Алматы', ru: 'Алматы' },
  languages: ['kk-ru', 'kk', 'ru'],
  digest: '5e',
};

export const fakeLayouts: LayoutCatalogue = {
  list: () => [summary],
  get: (id) =>
    id === 'almaty-city' || id === 'almaty-city@1'
      ? { ...summary, sample: { layout: 'almaty-city', n: 1 } }
      : undefined,
  nearest: (id) => (id.startsWith('almaty') ? ['almaty-city'] : []),
  schema: async () => ({ type: 'object' }),
};

const batchesOff: Fault = { code: 'BATCHES_OFF', message: 'No batches here.' };

export interface AppOptions {
  readonly renderer?: Renderer;
  readonly layouts?: LayoutCatalogue;
  readonly batches?: BatchAccess;
  readonly environment?: Record<string, string>;
  readonly readiness?: () => Readiness;
  /** Receives every log line. */
  readonly logged?: string[];
}

export async function openApp(t: TestContext, options: AppOptions = {}): Promise<FastifyInstance> {
  const reading = readConfig({ PORT: '0', ...options.environment }, 2);
  assert.ok(reading.ok, JSON.stringify(reading));
  const { logged, readiness } = options;
  const app = await buildApp({
    config: reading.config,
    renderer: options.renderer ?? fakeRenderer(),
    layouts: options.layouts ?? fakeLayouts,
    batches: options.batches ?? { open: async () => failure([batchesOff]) },
    clock: { today: () => '2026-11-06' },
    versions: { service: '0.1.0', node: '26.10.0', zlib: '1.3.1', pdfkit: '0.20.2' },
    ...(logged && { log: createLog('trace', { write: (line) => logged.push(line) }) }),
    ...(readiness && { readiness }),
  });
  t.after(() => app.close());
  return app;
}

/** Checks that an answer is a well-formed problem of this code, and returns it. */
export function problemIn(
  answer: { statusCode: number; body: string; headers: Record<string, unknown> },
  code: string,
): Problem {
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const problem = problemSchema.parse(JSON.parse(answer.body));
  assert.equal(problem.code, code);
  assert.equal(problem.status, answer.statusCode);
  assert.equal(problem.type, `urn:tolem:problem:${code.toLowerCase().replaceAll('_', '-')}`);
  assert.match(problem.instance, /^urn:uuid:[0-9a-f-]{36}$/);
  return problem;
}

export const json = { 'content-type': 'application/json' };
