// A rendering thread: loads fonts and layouts once, then turns tasks into outcomes.
// It never throws on purpose: an error that crosses threads keeps its text and loses its code.

import { parentPort, workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Bug } from '../bug.ts';
import { saveCompiledCode } from '../compile-cache.ts';
import { renderTask } from '../render/render-bill.ts';
import { loadResources } from '../render/resources.ts';
import { summariesOf } from '../render/summary.ts';
import { guard } from './guard.ts';
import type { Greeting, RenderOutcome, RenderTask, WorkerSettings } from './protocol.ts';
import { startError } from './start-error.ts';
import { warmUp } from './warm-up.ts';

// Awaited at the top level, so that the pool calls a thread ready only when it can render, and
// does so at full speed: a replacement of a lost thread, too.
const settings: WorkerSettings = workerData;
const loading = await loadResources(settings);
if (!loading.ok) throw startError(loading.faults);
const resources = loading.value;
await warmUp(settings, (task) => guard(() => renderTask(task, resources), report));
saveCompiledCode();

/** Answers when the thread is ready to render. */
export function greet(): Greeting {
  return { layouts: summariesOf(resources.catalogue) };
}

/** The result is moved, not copied: its bytes leave this thread. */
export async function render(task: RenderTask): Promise<unknown> {
  return movable(await guard(() => renderTask(task, resources), report));
}

function report(bug: Bug): void {
  parentPort?.postMessage(bug);
}

// A view on a pooled or shared buffer cannot be moved without taking its neighbours along.
function movable(outcome: RenderOutcome): unknown {
  if (!outcome.ok || outcome.value.bytes.byteLength === 0) return outcome;
  const { bytes } = outcome.value;
  const owned = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  const value = { ...outcome, value: { ...outcome.value, bytes: owned } };
  return move({ [transferableSymbol]: owned.buffer, [valueSymbol]: value });
}
