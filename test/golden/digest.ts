// What some golden cases render to, as SHA-256. Run by itself it prints the zone it ran in and the
// list: a process of its own, whose surroundings its caller chooses. It compares nothing.

import { createHash } from 'node:crypto';
import { renderTask } from '../../src/render/render-bill.ts';
import type { OutputKind, Profile, RenderTask } from '../../src/worker/protocol.ts';
import { type GoldenCase, listCases, loadProject, today, unwrap } from './case.ts';

export interface Request {
  /** `almaty-city/typical.kk-ru pdf print` */
  readonly name: string;
  readonly task: RenderTask;
}

/** Full and empty bills; of one bill a layout everything that can be asked for. */
export function listRequests(cases: readonly GoldenCase[]): readonly Request[] {
  const wanted: Readonly<Record<string, readonly (readonly [OutputKind, Profile])[]>> = {
    crowded: [['pdf', 'print']],
    minimal: [['pdf', 'archive']],
    typical: [
      ['pdf', 'print'],
      ['pdf', 'archive'],
      ['page', 'print'],
      ['png', 'print'],
    ],
  };
  return cases.flatMap((one) => {
    return (wanted[one.sample] ?? []).map(([output, profile]) => ({
      name: `${one.name} ${output} ${profile}`,
      task: { json: one.json, output, profile, dpi: 90, today },
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
