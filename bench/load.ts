// The real service under load: started as a child on a free port of the loopback, asked for varied
// bills over keep-alive connections, and ended. Connections are taken in turns, as in single.ts.

import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { productionEnvironment } from '../scripts/production.ts';
import { end, endWithUs } from './child.ts';
import { median, percentile } from './median.ts';
import { type Answer, ask } from './request.ts';
import type { Bills } from './subject.ts';

export interface LoadEffort {
  /** Asked over two connections before anything counts; ends by whatever comes first. */
  readonly warmUp: { readonly requests: number; readonly ms: number };
  /** How many connections ask at a time, one turn after the other. */
  readonly connections: readonly number[];
  readonly rounds: number;
  /** A turn ends after so many requests or so much time, whatever comes first. */
  readonly requestsPerTurn: number;
  readonly turnMs: number;
}

/** Latencies in milliseconds, over the requests of all rounds; the rate is a median of rounds. */
export interface Latency {
  readonly connections: number;
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Asked again, because a machine that others keep busy made the service refuse them (503). */
  readonly refused: number;
}

export interface LoadFigures {
  readonly workers: number;
  /** From the start of the process to the first bill that it answered. */
  readonly serviceStartMs: number;
  readonly latencies: readonly Latency[];
  /** An empty service by the same library, one connection. */
  readonly emptyReply: Pick<Latency, 'p50' | 'p99'>;
  /** Peak of the whole process in MB of 1024²; null where the system does not tell. */
  readonly rssMb: number | null;
}

const workers = 2;
const startPatienceMs = 30_000;
const endPatienceMs = 10_000;
const refusedWaitMs = 20;

export async function measureLoad(effort: LoadEffort, bills: Bills): Promise<LoadFigures> {
  checkAsTheImageDoes();
  const [port, emptyPort] = [await freePort(), await freePort()];
  const empty = startEmpty(emptyPort);
  const start = performance.now();
  const service = startService(port);
  try {
    const agent = new Agent({ keepAlive: true });
    const { status } = await firstAnswer(service, { port, agent, body: bills.take(1)[0] ?? '' });
    assert.equal(status, 200, 'the service does not render');
    const serviceStartMs = performance.now() - start;
    await firstAnswer(empty, { port: emptyPort, agent, body: '{}' });
    const seats = effort.connections.map((connections): Seat => ({ port, connections, turns: [] }));
    const emptySeat: Seat = { port: emptyPort, connections: 1, turns: [] };
    await warmUp(effort, { port, seats: [...seats, emptySeat], bills });
    await takeTurns(effort, [...seats, emptySeat], bills);
    agent.destroy();
    const latencies = seats.map(latencyOf);
    const { p50, p99 } = latencyOf(emptySeat);
    const rssMb = peakRssMb(service);
    return { workers, serviceStartMs, latencies, emptyReply: { p50, p99 }, rssMb };
  } finally {
    await end(empty, endPatienceMs);
    await end(service, endPatienceMs);
  }
}

const environment = { ...productionEnvironment, PATH: process.env.PATH };

/** It leaves compiled code behind. Who has to compile holds some 15 MB more from then on. */
function checkAsTheImageDoes(): void {
  const command = [join(import.meta.dirname, '../src/cli.ts'), 'serve', '--check'];
  execFileSync(process.execPath, command, { env: environment, stdio: 'ignore' });
}

/** As in production but for the port and the number of threads. */
function startService(port: number): ChildProcess {
  const server = join(import.meta.dirname, '../src/server.ts');
  const env = {
    ...environment,
    HOST: '127.0.0.1',
    PORT: String(port),
    TOLEM_WORKERS: String(workers),
  };
  return endWithUs(spawn(process.execPath, [server], { env, stdio: 'ignore' }));
}

function startEmpty(port: number): ChildProcess {
  const server = join(import.meta.dirname, 'empty-server.ts');
  return endWithUs(spawn(process.execPath, [server, String(port)], { stdio: 'ignore' }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert(typeof address === 'object' && address !== null, 'no free port');
  return address.port;
}

/** Asks until someone listens. */
async function firstAnswer(
  service: ChildProcess,
  question: Parameters<typeof ask>[0],
): Promise<Answer> {
  const patience = AbortSignal.timeout(startPatienceMs);
  for (;;) {
    try {
      return await ask(question);
    } catch (error) {
      if (service.exitCode !== null || patience.aborted) {
        throw new Error('the service does not start; run `npm start` to see why', { cause: error });
      }
      await sleep(5);
    }
  }
}

interface Turn {
  readonly latenciesMs: readonly number[];
  readonly refused: number;
  readonly perSecond: number;
}

/** Who is asked, over how many connections, and how it went. */
interface Seat {
  readonly port: number;
  readonly connections: number;
  readonly turns: Turn[];
}

interface WarmUp {
  /** Of the service. */
  readonly port: number;
  readonly seats: readonly Seat[];
  readonly bills: Bills;
}

/** V8 compiles for some 2,000 bills in each thread; a service is in that state for seconds. */
async function warmUp(effort: LoadEffort, { port, seats, bills }: WarmUp): Promise<void> {
  const { requests, ms } = effort.warmUp;
  const start = performance.now();
  let asked = 0;
  while (asked < requests && performance.now() - start < ms) {
    const { latenciesMs } = await takeTurn(workers, { effort, port, bills });
    asked += latenciesMs.length;
  }
  for (const seat of seats) await takeTurn(seat.connections, { effort, port: seat.port, bills });
}

async function takeTurns(effort: LoadEffort, seats: readonly Seat[], bills: Bills): Promise<void> {
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { port, connections, turns } of seats) {
      turns.push(await takeTurn(connections, { effort, port, bills }));
    }
  }
}

function latencyOf({ connections, turns }: Seat): Latency {
  const all = turns.flatMap(({ latenciesMs }) => latenciesMs);
  return {
    connections,
    requests: all.length,
    p50: median(all),
    p99: percentile(all, 0.99),
    perSecond: median(turns.map(({ perSecond }) => perSecond)),
    refused: turns.reduce((sum, turn) => sum + turn.refused, 0),
  };
}

interface Target {
  readonly effort: LoadEffort;
  readonly port: number;
  readonly bills: Bills;
}

async function takeTurn(connections: number, { effort, port, bills }: Target): Promise<Turn> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const bodies = bills.take(effort.requestsPerTurn);
  const latenciesMs: number[] = [];
  let refused = 0;
  const start = performance.now();
  const connection = async () => {
    while (performance.now() - start < effort.turnMs) {
      const body = bodies.pop();
      if (body === undefined) return;
      const answer = await ask({ port, agent, body });
      if (answer.status === 503) {
        refused += 1;
        bodies.push(body);
        await sleep(refusedWaitMs);
        continue;
      }
      assert.equal(answer.status, 200, 'the service refused a bill');
      latenciesMs.push(answer.ms);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { latenciesMs, refused, perSecond: latenciesMs.length / seconds };
}

/** «High water mark» of the resident set; Linux only. */
function peakRssMb({ pid }: ChildProcess): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
