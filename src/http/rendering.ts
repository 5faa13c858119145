// Asks the renderer on behalf of a request: until the caller hangs up, and counted.

import type { FastifyReply } from 'fastify';
import type { RenderOutcome, RenderTask } from '../worker/protocol.ts';
import type { Renderer } from '../worker/renderer.ts';
import type { Metrics } from './metrics.ts';

/** Undefined when the caller is gone: there is nobody to answer. */
export type Ask = (task: RenderTask, reply: FastifyReply) => Promise<RenderOutcome | undefined>;

export function createAsk(renderer: Renderer, metrics: Metrics): Ask {
  return async (task, reply) => {
    const signal = signalOf(reply);
    const startedAt = performance.now();
    try {
      const outcome = await renderer.render(task, { signal });
      metrics.countRender(task.output, outcome, (performance.now() - startedAt) / 1000);
      return outcome;
    } catch (error) {
      if (!signal.aborted) throw error;
      reply.hijack();
      return undefined;
    }
  };
}

// 'close' before the answer is finished means that the connection is gone; the request itself
// is closed as soon as its body is read.
function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const { raw } = reply;
  if (raw.destroyed) controller.abort();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
