// GET /openapi.json and /docs: the description for programs and for people.

import { fastifySwagger } from '@fastify/swagger';
import { fastifySwaggerUi } from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { sendCacheable } from '../answer.ts';
import type { Dependencies } from '../dependencies.ts';
import { openApiDocument } from '../openapi.ts';

// Everything comes from this service; Swagger UI sets styles from its script and draws its
// icons from data: URLs.
const contentSecurityPolicy = [
  "default-src 'none'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function addDocsRoutes(app: FastifyInstance, deps: Dependencies): Promise<void> {
  const text = JSON.stringify(openApiDocument(deps.versions.service, deps.layouts));

  app.get('/openapi.json', async (_request, reply) =>
    sendCacheable(reply, 'application/json', text),
  );

  await app.register(fastifySwagger, {
    mode: 'static',
    specification: { document: JSON.parse(text) },
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentSecurityPolicy,
    // The page would otherwise ask validator.swagger.io.
    uiConfig: { validatorUrl: null, deepLinking: true, tryItOutEnabled: true },
  });
}
