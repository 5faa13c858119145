// GET /openapi.json and /docs: the description for programs and for people. Both are made when they
// are first asked for, because many a service is never asked and every start would wait for them.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendUnknown } from '../allow.ts';
import { sendCacheable } from '../answer.ts';
import type { Dependencies } from '../dependencies.ts';

export function addDocsRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { versions, layouts } = deps;
  const document = once(async () => {
    const { openApiDocument } = await import('../openapi.ts');
    return JSON.stringify(openApiDocument(versions.service, layouts));
  });
  const pages = once(async () => {
    const { buildDocs } = await import('../docs-app.ts');
    return buildDocs(await document());
  });

  app.get('/openapi.json', async (_request, reply) =>
    sendCacheable(reply, 'application/json', await document()),
  );
  for (const url of ['/docs', '/docs/*']) {
    app.get(url, async (request, reply) => sendPage(request, reply, await pages()));
  }
}

/** fastify adds no routes once it listens, so the pages are an application of their own. */
async function sendPage(
  { url, headers }: FastifyRequest,
  reply: FastifyReply,
  pages: FastifyInstance,
): Promise<FastifyReply> {
  const answer = await pages.inject({ method: 'GET', url, headers });
  if (answer.statusCode === 404) return sendUnknown(reply);
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !ofConnection.has(name)) reply.header(name, value);
  }
  return reply.code(answer.statusCode).send(answer.rawPayload);
}

/** What the server says itself about each answer. */
const ofConnection: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
