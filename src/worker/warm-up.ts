// Renders samples before the first caller comes, so that he does not wait for the compiler: the
// first bill of a thread takes several times as long as the tenth.

import { resolution } from './protocol.ts';
import type { Renderer } from './renderer.ts';

/** `samples` are bills as JSON text. What becomes of them does not matter here. */
export async function warmUp(
  renderer: Renderer,
  samples: readonly string[],
  today: string,
): Promise<void> {
  const rest = { output: 'pdf', profile: 'print', dpi: resolution.preset, today } as const;
  // One sample after the other: all at once could be more than the queue takes.
  for (const json of samples) {
    const { threads } = renderer.stats();
    await Promise.all(Array.from({ length: threads }, () => renderer.render({ json, ...rest })));
  }
}
