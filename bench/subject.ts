// What is measured: one sample, varied without end, and the pipeline loaded for it. It measures
// nothing itself.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BillInput } from '../src/bill/schema.ts';
import { type Folders, loadResources, type Resources } from '../src/render/resources.ts';
import type { Profile, RenderTask } from '../src/worker/protocol.ts';
import { variations } from './vary.ts';

const root = join(import.meta.dirname, '..');

export const folders: Folders = {
  layoutsDir: join(root, 'layouts'),
  fontsDir: join(root, 'fonts'),
};

/** An ordinary month of a flat in the city; relative to the checkout. */
export const sampleFile = 'samples/almaty-city/typical.json';

/** Bills of one seed are the same in every run. */
export const seed = 20_261_101;

export const samplesDir = join(root, 'samples');

/** Samples say their print date; this only stands in for a clock. */
export const today = '2026-11-06';

export function readSample(): BillInput {
  return readJson(join(root, sampleFile));
}

function readJson(file: string): BillInput {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Gives out bills as JSON, none twice. */
export interface Bills {
  take(count: number): string[];
}

export function openBills(): Bills {
  return billsLike(readSample());
}

/** Bills like the typical sample of a layout. */
export function openBillsOf(layout: string): Bills {
  return billsLike(readJson(join(samplesDir, layout, 'typical.json')));
}

function billsLike(sample: BillInput): Bills {
  const bills = variations(sample, seed);
  return { take: (count) => Array.from({ length: count }, () => bills.next().value) };
}

export async function openResources(): Promise<Resources> {
  const loaded = await loadResources(folders);
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.faults.map(({ message }) => message).join('\n'));
}

export function pdfTask(json: string, profile: Profile = 'print'): RenderTask {
  return { json, output: 'pdf', profile, dpi: 150, today };
}
