// Batches that are refused before their body has ended, or fail after it: the sender is told.

import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Submission } from '../../src/batch/batches.ts';
import { billLines } from '../support/batch.ts';
import { openHouse } from './batch-house.ts';

describe('a fault is answered, and not by hanging up or by silence', () => {
  for (const encoding of ['identity', 'gzip']) {
    test(`in the middle of a body: ${encoding}`, async (t) => {
      const environment = { TOLEM_BATCH_BYTES_LIMIT: '2000' };
      const house = await openHouse(t, environment);
      const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
      const head = [
        'POST /v1/batches HTTP/1.1',
        'Host: x',
        'Content-Type: application/x-ndjson',
        `Content-Encoding: ${encoding}`,
        'Idempotency-Key: key',
        'Content-Length: 100000',
        '\r\n',
      ];
      const text = 'x'.repeat(4000);
      socket.write(head.join('\r\n'));
      // Not all of what was announced: the sender is still there.
      socket.write(encoding === 'gzip' ? gzipSync(text) : text);
      assert.match(await answerOn(socket), /^HTTP\/1\.1 413 .*BODY_TOO_LARGE/s);
    });
  }

  test('after the end of a body', async (t) => {
    const house = await openHouse(t);
    const { batches } = house.opened;
    t.mock.method(batches, 'submit', async ({ source }: Submission) => {
      for await (const _ of source);
      throw new Error('a bug');
    });
    await house.problem(await house.send(billLines(1).join()), 'INTERNAL');
  });
});

function answerOn(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', () => {});
    socket.once('close', () => resolve(text));
  });
}
