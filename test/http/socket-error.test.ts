// Errors below HTTP where an answer has begun already: nothing may be written into it.

import assert from 'node:assert/strict';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { createSocketErrorHandler } from '../../src/http/socket-error.ts';

for (const [what, headersSent] of [
  ['an answer that has begun', true],
  ['one that has not', false],
] as const) {
  test(`${what} is ${headersSent ? 'broken off' : 'a problem'}`, () => {
    const socket = new Socket();
    let written = '';
    Object.defineProperties(socket, {
      writable: { value: true },
      end: { value: (text: string) => (written += text) },
      _httpMessage: { value: { headersSent } },
    });
    const faults: string[] = [];
    const handle = createSocketErrorHandler({ headersBytes: 1 }, ({ code }) => faults.push(code));
    handle(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    assert.deepEqual(faults, headersSent ? [] : ['BODY_TIMEOUT']);
    assert.equal(written.startsWith('HTTP/1.1 408'), !headersSent);
    assert.equal(socket.destroyed, headersSent);
  });
}
