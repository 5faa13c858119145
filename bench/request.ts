// One bill over HTTP, timed from the first byte sent to the last received. By node:http, because
// autocannon counts whole milliseconds, and a bill takes about one.

import { type Agent, request } from 'node:http';

export interface Question {
  readonly port: number;
  readonly agent: Agent;
  /** The bill as JSON. */
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly ms: number;
}

/** Rejects when the connection fails, not for an error of HTTP. */
export function ask({ port, agent, body }: Question): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const bytes = Buffer.from(body);
  const start = performance.now();
  const sent = request(
    {
      host: '127.0.0.1',
      port,
      agent,
      method: 'POST',
      path: '/v1/bills',
      headers: { 'content-type': 'application/json', 'content-length': bytes.length },
    },
    (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - start }),
      );
    },
  );
  sent.on('error', reject);
  sent.end(bytes);
  return promise;
}
