// A process of its own: an HTTP service by the same library that takes bills and does nothing. It
// answers with as many bytes as a bill has, on the port that is its only argument.

import { fastify } from 'fastify';

const billBytes = 40_000;
const bytes = new Uint8Array(billBytes);
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
  done(null, body),
);
app.post('/v1/bills', (_request, reply) => reply.type('application/pdf').send(bytes));
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) });
