// Tells an address that does not exist from a method that it does not take (RFC 9110, 15.5.6).

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendFaults } from './answer.ts';

/** Answers what no route takes. Call it before any route is added. */
export function answerUnknown(app: FastifyInstance): void {
  const routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ path: pathPattern(url), methods: [method].flat() });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const methods = routes
      .filter((route) => route.path.test(path))
      .flatMap((route) => route.methods);
    if (methods.length > 0) return refuseMethod(reply, [...new Set(methods)].toSorted());
    return sendUnknown(reply);
  });
}

export function sendUnknown(reply: FastifyReply): FastifyReply {
  const message = 'There is no such address. /docs lists them.';
  return sendFaults(reply, [{ code: 'ROUTE_UNKNOWN', message }]);
}

function refuseMethod(reply: FastifyReply, allowed: readonly string[]): FastifyReply {
  const message = `This address takes ${allowed.join(' and ')}.`;
  reply.header('Allow', allowed.join(', '));
  return sendFaults(reply, [{ code: 'METHOD_NOT_ALLOWED', message, details: { allowed } }]);
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

// fastify's syntax, as far as we use it: `/v1/layouts/:id` and `/docs/static/*`.
function pathPattern(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part === '*' ? '.*' : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join('/')}$`);
}
