// A service with batches on a socket, for the tests of this folder.

import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { OpenedBatches } from '../../src/batch/open.ts';
import { success } from '../../src/fault.ts';
import { type BatchView, batchSchema } from '../../src/http/batch-view.ts';
import { aFolder, type Changes, openIn } from '../support/batch.ts';
import { openApp, problemIn } from './support.ts';

export interface SendOptions {
  readonly query?: string;
  readonly headers?: Record<string, string>;
}

export interface House {
  readonly url: string;
  readonly folder: string;
  readonly opened: OpenedBatches;
  send(body: string | Buffer | AsyncIterable<Uint8Array>, options?: SendOptions): Promise<Response>;
  get(address: string, headers?: Record<string, string>): Promise<Response>;
  post(address: string): Promise<Response>;
  delete(address: string): Promise<Response>;
  ask(address: string, wanted: object | string, key: string): Promise<Response>;
  problem(answer: Response, code: string): Promise<void>;
}

/** A service on a socket with batches in a folder of its own. */
export async function openHouse(
  t: TestContext,
  environment: Record<string, string> = {},
  changes: Pick<Changes, 'onBug'> = {},
): Promise<House> {
  const folder = aFolder(t);
  const folderOf = (id: string) => join(folder, id);
  const opened = await openIn(folder, { environment, folderOf, ...changes });
  const app = await openApp(t, {
    environment,
    batches: { open: async () => success(opened.batches) },
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  t.after(() => opened.close());
  return {
    url,
    folder,
    opened,
    send(sent, { query = '', headers = {} } = {}) {
      const usual = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'key' };
      const init = { method: 'POST', headers: { ...usual, ...headers }, body: sent };
      const address = `${url}/v1/batches${query}`;
      // A stream cannot be sent twice.
      if (typeof sent === 'string' || Buffer.isBuffer(sent)) return patiently(address, init);
      return fetch(address, { ...init, duplex: 'half' } as RequestInit);
    },
    get: (address, headers = {}) => patiently(`${url}${address}`, { headers }),
    post: (address) => patiently(`${url}${address}`, { method: 'POST' }),
    delete: (address) => patiently(`${url}${address}`, { method: 'DELETE' }),
    ask(address, wanted, key) {
      const sent = typeof wanted === 'string' ? wanted : JSON.stringify(wanted);
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      return patiently(`${url}${address}`, { method: 'POST', headers, body: sent });
    },
    async problem(answer, code) {
      const headers = Object.fromEntries(answer.headers);
      problemIn({ statusCode: answer.status, body: await answer.text(), headers }, code);
    },
  };
}

/** What callers get is what the contract says. */
export async function viewOf(answer: Response): Promise<BatchView> {
  return batchSchema.parse(await answer.json());
}

export function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}

/** On a machine that others keep busy the service may ask to come again. */
async function patiently(address: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(address, init);
    if (answer.status !== 503 || !(await answer.clone().text()).includes('QUEUE_FULL'))
      return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
