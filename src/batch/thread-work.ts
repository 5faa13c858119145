// A batch thread: loads fonts and layouts once, then does the bulk work of batches:
// checks lines, plans, draws volumes, writes manifests. What it may not lose, it does not keep.

import { randomUUID } from 'node:crypto';
import { setPriority } from 'node:os';
import { parentPort, resourceLimits, workerData } from 'node:worker_threads';
import { describeBug } from '../bug.ts';
import { saveCompiledCode } from '../compile-cache.ts';
import { forgetBills } from '../render/forget.ts';
import { loadResources, type Resources } from '../render/resources.ts';
import { loadSeparatorLabels } from '../render/separator-labels.ts';
import { startError } from '../worker/start-error.ts';
import { checkLines, type Tools } from './check-lines.ts';
import { drawProof } from './draw-proof.ts';
import { drawReprint } from './draw-reprint.ts';
import { drawSheets } from './draw-sheets.ts';
import { drawVolume } from './draw-volume.ts';
import { openWardrobe } from './dress.ts';
import { isDiskFull } from './folder.ts';
import { HeapWatch } from './heap-watch.ts';
import { writeManifest } from './manifest.ts';
import { PlanReader } from './plan-file.ts';
import {
  type Answer,
  type Order,
  Progress,
  type TaskKind,
  type TaskTable,
  type ThreadSettings,
} from './protocol.ts';
import { Stopped } from './stopped.ts';
import { writePlan } from './write-plan.ts';

const settings: ThreadSettings = workerData;

// On Linux a priority belongs to the thread that asks: single bills are served first whenever
// both want a core. Elsewhere it would slow the whole process.
if (settings.yields && process.platform === 'linux') setPriority(19);

const labels = await loadSeparatorLabels(settings.layoutsDir);
if (!labels.ok) throw startError(labels.faults);
const resources = await load();
// Without a limit it is never full.
const heap = new HeapWatch(resourceLimits.maxOldGenerationSizeMb ?? Number.POSITIVE_INFINITY);
const tools: Tools = {
  resources,
  wardrobe: openWardrobe(resources, labels.value),
  report,
  afterBill() {
    if (heap.isFull()) forgetBills();
  },
};
const plans = new PlanReader();
saveCompiledCode();

/** Answers when the thread is ready. */
export function greet(): true {
  return true;
}

const doers: {
  readonly [K in TaskKind]: (
    task: TaskTable[K]['task'],
    progress: Progress,
  ) => TaskTable[K]['result'];
} = {
  check: (task, progress) => checkLines(task, tools, progress),
  plan(task, progress) {
    // A million rows need the room that bills have had.
    forgetBills();
    return writePlan(task, progress);
  },
  volume: (task, progress) => drawVolume(task, tools, progress),
  proof: (task, progress) => drawProof(task, tools, progress),
  reprint: (task, progress) => drawReprint(task, tools, progress),
  sheets: (task, progress) => drawSheets(task, tools, progress, plans),
  manifest: writeManifest,
};

/** Called `render` because that is the task which src/worker/threads.ts gives. */
export function render<K extends TaskKind>(order: Order<K>): Answer<TaskTable[K]['result']> {
  const progress = new Progress(order.progress);
  try {
    return { kind: 'done', value: doers[order.kind](order.task, progress) };
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped' };
    if (isDiskFull(error)) return { kind: 'disk-full' };
    return { kind: 'bug', correlationId: report(error) };
  }
}

async function load(): Promise<Resources> {
  const loading = await loadResources(settings);
  if (!loading.ok) throw startError(loading.faults);
  return loading.value;
}

function report(error: unknown): string {
  const correlationId = randomUUID();
  parentPort?.postMessage(describeBug(error, correlationId));
  return correlationId;
}
