// What a supervisor asks: is it alive, is it ready, how is it doing, which version is it.

import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import type { Metrics } from '../metrics.ts';

/** These answer however busy the service is; refusing them would get it restarted under load. */
export const alwaysAnswered = {
  rateLimit: false,
  pressureHandler: () => {},
} as const;

export function addHealthRoutes(app: FastifyInstance, deps: Dependencies, metrics: Metrics): void {
  const { renderer, layouts, versions } = deps;
  const readiness = deps.readiness ?? (() => renderer.readiness());
  // Asked every few seconds for ever: only what goes wrong is worth a line.
  const options = { config: alwaysAnswered, logLevel: 'warn' } as const;

  app.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });

  app.get('/livez', options, async () => ({ alive: true }));

  // 503 is what load balancers look at. It is a report, not a failed request: no problem here.
  app.get('/readyz', options, async (_request, reply) => {
    const report = readiness();
    return reply.code(report.ready ? 200 : 503).send(report);
  });

  app.get('/metrics', options, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );

  app.get('/version', options, async () => ({
    ...versions,
    layouts: layouts.list().map(({ id, revision, digest }) => ({ id, revision, digest })),
  }));
}
