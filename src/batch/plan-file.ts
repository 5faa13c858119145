// The plan of one volume, read from the file that write-plan.ts wrote.

import { closeSync, openSync } from 'node:fs';
import type { NewVolume } from './batch.ts';
import { filesIn } from './folder.ts';
import { readRowAt } from './read-rows.ts';
import type { VolumePlan } from './write-plan.ts';

type PlannedVolume = Pick<NewVolume, 'planAt'>;

export function readPlan(folder: string, { planAt }: PlannedVolume): VolumePlan {
  const file = openSync(filesIn(folder).plan, 'r');
  try {
    return JSON.parse(readRowAt(file, planAt.offset, planAt.length));
  } finally {
    closeSync(file);
  }
}

/** For who comes back to the same volume again and again: keeps it as long as memory allows. */
export class PlanReader {
  #key: string | undefined;
  #plan: WeakRef<VolumePlan> | undefined;

  read(folder: string, volume: PlannedVolume): VolumePlan {
    const key = `${volume.planAt.offset} ${folder}`;
    const known = key === this.#key ? this.#plan?.deref() : undefined;
    if (known !== undefined) return known;
    const plan = readPlan(folder, volume);
    this.#key = key;
    this.#plan = new WeakRef(plan);
    return plan;
  }
}
