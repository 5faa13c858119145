// Figures for Prometheus. Labels come from closed sets only: a route's pattern, a status, a
// fault code; never what a caller typed.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FaultCode } from '../fault.ts';
import type { OutputKind, RenderOutcome } from '../worker/protocol.ts';
import type { RendererStats } from '../worker/renderer.ts';

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  countRequest(labels: { route: string; method: string; status: number }, seconds: number): void;
  countRender(output: OutputKind, outcome: RenderOutcome, seconds: number): void;
  countFault(code: FaultCode): void;
}

// From a bill on a warm thread (about a millisecond) to the time-out of ten seconds.
const buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export function createMetrics(stats: () => RendererStats): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'tolem_http_request_duration_seconds',
    help: 'From the headers of a request to the end of its answer.',
    labelNames: ['route', 'method', 'status'],
    buckets,
    registers,
  });
  const renders = new Histogram({
    name: 'tolem_render_duration_seconds',
    help: 'From asking for a rendering to its outcome, waiting included.',
    labelNames: ['output', 'outcome'],
    buckets,
    registers,
  });
  const faults = new Counter({
    name: 'tolem_faults_total',
    help: 'Faults told to callers, by code.',
    labelNames: ['code'],
    registers,
  });
  const gauges: readonly [name: string, help: string, value: () => number][] = [
    ['tolem_queue_waiting', 'Bills that wait for a thread.', () => stats().waiting],
    ['tolem_queue_running', 'Bills that are rendered now.', () => stats().running],
    ['tolem_queue_limit', 'Bills accepted, waiting and running.', () => stats().queueLimit],
    ['tolem_worker_threads', 'Rendering threads wanted.', () => stats().threads],
    ['tolem_worker_restarts', 'Rendering threads lost since the start.', () => stats().restarts],
  ];
  for (const [name, help, value] of gauges) {
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(value()) });
  }

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countRequest: (labels, seconds) => requests.observe(labels, seconds),
    countRender: (output, { ok }, seconds) =>
      renders.observe({ output, outcome: ok ? 'ok' : 'fault' }, seconds),
    countFault: (code) => faults.inc({ code }),
  };
}
