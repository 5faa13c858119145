// Renders samples before the first caller comes, so that he does not wait for the compiler: the
// first bill of a thread takes several times as long as the tenth.

import {
  type RenderOutcome,
  type RenderTask,
  resolution,
  type WorkerSettings,
} from './protocol.ts';

/** What becomes of the samples does not matter here. */
export async function warmUp(
  { samples, today }: Pick<WorkerSettings, 'samples' | 'today'>,
  render: (task: RenderTask) => Promise<RenderOutcome>,
): Promise<void> {
  const rest = { output: 'pdf', profile: 'print', dpi: resolution.preset, today } as const;
  for (const json of samples) await render({ json, ...rest });
}
