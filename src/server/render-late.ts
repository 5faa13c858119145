// Has a thread render what it seldom renders, so that the code of it, which is loaded late, is
// compiled and kept with the rest. For a start that only tries.

import type { Dependencies } from '../http/dependencies.ts';
import { resolution } from '../worker/protocol.ts';

/** A picture of an archive, which is all that there is: what becomes of it does not matter here. */
export async function renderLate({
  renderer,
  layouts,
  clock,
}: Pick<Dependencies, 'renderer' | 'layouts' | 'clock'>): Promise<void> {
  const samples = layouts.list().map(({ id }) => layouts.get(id)?.sample);
  const sample = samples.find((known) => known !== undefined);
  if (sample === undefined) return;
  const [json, today] = [JSON.stringify(sample), clock.today()];
  const rest = { output: 'png', profile: 'archive', dpi: resolution.least } as const;
  await renderer.render({ json, today, ...rest });
}
