// What every golden case renders to, as SHA-256. Run by itself it prints the zone it ran in and the
// list: a process of its own, whose surroundings its caller chooses. It compares nothing.

import { createHash } from 'node:crypto';
import { renderTask } from '../../src/render/render-bill.ts';
import type { OutputKind, RenderTask } from '../../src/worker/protocol.ts';
import { type GoldenCase, listCases, loadProject, today, unwrap } from './case.ts';

export interface Request {
  /** `almaty-city/typical.kk-ru pdf` */
  readonly name: string;
  readonly task: RenderTask;
}

/** Every case as PDF and as page model; pictures take long, so one sample stands for all. */
export function listRequests(cases: readonly GoldenCase[]): readonly Request[] {
  return cases.flatMap((one) => {
    const outputs: OutputKind[] = ['pdf', 'page'];
    if (one.sample === 'typical') outputs.push('png');
    return outputs.map((output) => ({
      name: `${one.name} ${output}`,
      task: { json: one.json, output, profile: 'print', dpi: 90, today },
    }));
  });
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (import.meta.main) {
  const resources = await loadProject();
  console.log(Intl.DateTimeFormat().resolvedOptions().timeZone);
  for (const { name, task } of listRequests(listCases(resources))) {
    const { bytes } = unwrap(await renderTask(task, resources));
    console.log(`${name} ${digestOf(bytes)}`);
  }
}
