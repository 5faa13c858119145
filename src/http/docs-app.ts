// The pages under /docs: Swagger UI in an application of its own, which never listens.

import { fastifySwagger } from '@fastify/swagger';
import { fastifySwaggerUi } from '@fastify/swagger-ui';
import { type FastifyInstance, fastify } from 'fastify';

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

/** `document` is the OpenAPI document as JSON text. Ready to be asked by `inject`. */
export async function buildDocs(document: string): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(fastifySwagger, {
    mode: 'static',
    specification: { document: JSON.parse(document) },
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentSecurityPolicy,
    // The page would otherwise ask validator.swagger.io.
    uiConfig: { validatorUrl: null, deepLinking: true, tryItOutEnabled: true },
  });
  await app.ready();
  return app;
}
