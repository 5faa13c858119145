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
  const tasks = samples.flatMap((json) =>
    Array.from({ length: renderer.stats().threads }, () => ({ json })),
  );
  const rest = { output: 'pdf', profile: 'print', dpi: resolution.preset, today } as const;
  await Promise.all(tasks.map(({ json }) => renderer.render({ json, ...rest })));
}
