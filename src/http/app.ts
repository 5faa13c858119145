// The HTTP application: limits, hooks, routes, in the order they act. It does not listen, and
// what it needs is given to it; nothing is found through the instance.

import { randomUUID } from 'node:crypto';
import { fastifyRateLimit } from '@fastify/rate-limit';
import { fastifyUnderPressure } from '@fastify/under-pressure';
import { type FastifyInstance, fastify } from 'fastify';
import type { Config } from '../config.ts';
import { answerUnknown } from './allow.ts';
import { faultsOf } from './answer.ts';
import { acceptJsonText } from './body.ts';
import type { Dependencies } from './dependencies.ts';
import { createErrorHandler } from './error-handler.ts';
import { FaultError } from './fault-error.ts';
import { loggable, RequestLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createAsk } from './rendering.ts';
import { addBatchEventRoutes } from './routes/batch-events.ts';
import { addBatchFileRoutes } from './routes/batch-files.ts';
import { addBatchListRoutes } from './routes/batch-list.ts';
import { addBatchSheetRoutes } from './routes/batch-sheets.ts';
import { addBatchRoutes } from './routes/batches.ts';
import { addBillRoutes } from './routes/bills.ts';
import { addDocsRoutes } from './routes/docs.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addLayoutRoutes } from './routes/layouts.ts';
import { addReprintRoutes } from './routes/reprints.ts';
import { securityHeaders } from './security-headers.ts';
import { createSocketErrorHandler } from './socket-error.ts';

/** Ready to listen, or to be asked by `inject`. The renderer is not closed with it. */
export async function buildApp(deps: Dependencies): Promise<FastifyInstance> {
  const metrics = createMetrics(() => deps.renderer.stats());
  const app = createInstance(deps, metrics);
  observe(app, metrics);
  closeInTime(app, deps.config);
  answerUnknown(app);
  acceptJsonText(app);
  await protect(app, deps.config);
  const ask = createAsk(deps.renderer, metrics);
  // In contexts of their own, so that a hook of one group does not act on another.
  await app.register(async (group) => addBillRoutes(group, deps, ask));
  await app.register(async (group) => addLayoutRoutes(group, deps, ask));
  await app.register(async (group) => {
    addBatchRoutes(group, deps);
    addBatchListRoutes(group, deps);
    addBatchFileRoutes(group, deps);
    addBatchSheetRoutes(group, deps);
    addBatchEventRoutes(group, deps);
  });
  await app.register(async (group) => addReprintRoutes(group, deps));
  await app.register(async (group) => addHealthRoutes(group, deps, metrics));
  await app.register(async (group) => addDocsRoutes(group, deps));
  await app.ready();
  return app;
}

// Four times the usual size of all headers together; Node's own limit since 13.13.
const headersBytes = 16_384;

// Longer than the 60 s of common load balancers, so that they and not we close idle connections.
const keepAliveMs = 65_000;

function createInstance({ config, log }: Dependencies, metrics: Metrics): FastifyInstance {
  const handleError = createErrorHandler(config.bodyLimitBytes);
  const app: FastifyInstance = fastify({
    ...(log && { loggerInstance: log }),
    logController: new RequestLog(),
    bodyLimit: config.bodyLimitBytes,
    requestTimeout: config.requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    // For callers who do not read the answer. Nothing flows while a bill waits and is rendered.
    connectionTimeout: keepAliveMs + 2 * config.renderTimeoutMs,
    http: {
      headersTimeout: config.headersTimeoutMs,
      // Node looks for late requests only this often; its own 30 s would void short limits.
      connectionsCheckingInterval: Math.min(1000, Math.ceil(config.headersTimeoutMs / 4)),
      maxHeaderSize: headersBytes,
      // Node's own 400 has no body; ours is a problem.
      requireHostHeader: false,
    },
    // Addresses and ids of callers are believed from the socket only.
    trustProxy: false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    // A request on an open connection is still served while closing.
    return503OnClosing: false,
    exposeHeadRoutes: true,
    clientErrorHandler: createSocketErrorHandler({ headersBytes }, (fault, requestId) => {
      metrics.countFault(fault.code);
      log?.info({ reqId: requestId, faults: [loggable(fault)] }, 'socket');
    }),
    frameworkErrors: handleError,
  });
  app.server.maxConnections = config.connectionLimit;
  // Node would answer 417 without a body; an expectation may be ignored (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.routing(request, response));
  app.setErrorHandler(handleError);
  return app;
}

// Hooks that every request passes call back: a promise a hook is a turn of the queue a hook.
function observe(app: FastifyInstance, metrics: Metrics): void {
  const headers = securityHeaders();
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('Tolem-Request-Id', request.id);
    // RFC 9112, 3.2; HTTP/1.0, which old health checks speak, does without.
    const isHostless = request.raw.headers.host === undefined;
    done(isHostless && request.raw.httpVersion === '1.1' ? withoutHost : undefined);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(unknown)';
    const labels = { route, method: request.method, status: reply.statusCode };
    metrics.countRequest(labels, reply.elapsedTime / 1000);
    for (const { code } of faultsOf(reply)) metrics.countFault(code);
    done();
  });
}

/**
 * Node keeps a connection open after the answer, and stops looking for late requests once it
 * closes: both would hold up the end of the process until it is killed.
 */
function closeInTime(app: FastifyInstance, { shutdownMs, drainMs }: Config): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    // The last fifth is for ending the threads.
    const graceMs = (shutdownMs - drainMs) * 0.8;
    setTimeout(() => app.server.closeAllConnections(), graceMs).unref();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('Connection', 'close');
    done();
  });
}

async function protect(app: FastifyInstance, config: Config): Promise<void> {
  // Renderings do not block the main thread: a loop that is late on average drowns in requests,
  // and taking more makes every answer later.
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: 250,
    sampleInterval: 500,
    pressureHandler: async () => {
      throw new FaultError([overloaded]);
    },
  });
  if (config.rateLimitPerMinute > 0) {
    await app.register(fastifyRateLimit, {
      max: config.rateLimitPerMinute,
      timeWindow: 60_000,
      errorResponseBuilder: (_request, { ttl }) => tooManyRequests(Math.ceil(ttl / 1000)),
    });
  }
}

const withoutHost = new FaultError([
  { code: 'REQUEST_MALFORMED', message: 'The request has no Host header.' },
]);

const overloaded = {
  code: 'QUEUE_FULL',
  message: 'The service is overloaded. Send the request again later.',
  details: { retryAfterSeconds: 5 },
} as const;

function tooManyRequests(seconds: number): FaultError {
  const message = 'This caller has sent more requests a minute than the service takes.';
  const details = { retryAfterSeconds: seconds };
  return new FaultError([{ code: 'RATE_LIMITED', message, details }]);
}
