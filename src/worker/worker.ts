// The entry of a rendering thread: loads fonts and layouts once, then turns tasks into outcomes.
// It never throws on purpose: an error that crosses threads keeps its text and loses its code.

import { parentPort, workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Bug } from '../bug.ts';
import { renderTask } from '../render/render-bill.ts';
import { loadResources } from '../render/resources.ts';
import { guard } from './guard.ts';
import type { RenderOutcome, RenderTask, WorkerSettings } from './protocol.ts';

// Awaited at the top level, so that the pool calls a thread ready only when it can render. The
// text of a failed start is for the operator: it ends in /readyz and the log.
const settings: WorkerSettings = workerData;
const loading = await loadResources(settings);
if (!loading.ok) throw new Error(loading.faults.map(({ message }) => message).join(' '));
const resources = loading.value;

/** Answers when the thread is ready to render. */
export function warmUp(): true {
  return true;
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
