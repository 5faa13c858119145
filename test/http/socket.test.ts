// What inject cannot show: slow, broken, huge, hurried and vanishing callers on a real socket.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, fakeRenderer, openApp, problemIn, rendered } from './support.ts';

const hurried = { TOLEM_HEADERS_TIMEOUT_MS: '100', TOLEM_REQUEST_TIMEOUT_MS: '300' };

describe('a slow caller', () => {
  test('who sends no headers gets 408', async (t) => {
    const { socket } = await dial(t, { environment: hurried });
    socket.write('POST /v1/bills HTTP/1.1\r\nHost: x\r\n');
    const [answer] = await answersOf(socket);
    problemIn(answer, 'BODY_TIMEOUT');
    assert.equal(answer.headers.connection, 'close');
  });

  test('who sends nothing at all is cut off', async (t) => {
    const { socket } = await dial(t, { environment: hurried });
    const [answer] = await answersOf(socket);
    problemIn(answer, 'BODY_TIMEOUT');
  });

  test('whose body trickles gets 408, and the log stays calm', async (t) => {
    const logged: string[] = [];
    const { socket } = await dial(t, { environment: hurried, logged });
    socket.write(post({ 'Content-Length': '100' }));
    const trickle = setInterval(() => socket.writable && socket.write(' '), 20);
    const [answer] = await answersOf(socket);
    clearInterval(trickle);
    problemIn(answer, 'BODY_TIMEOUT');
    const levels = logged.map((line) => JSON.parse(line).level);
    assert.ok(
      levels.every((level) => level <= 30),
      logged.join(''),
    );
  });

  test('does not hold up a quick one', async (t) => {
    const { app, socket } = await dial(t, { environment: hurried });
    socket.write(post({ 'Content-Length': '100' }));
    const quick = await open(t, app);
    quick.write(`${post({ 'Content-Length': '2', Connection: 'close' })}{}`);
    const [answer] = await answersOf(quick);
    assert.equal(answer.statusCode, 200);
    problemIn((await answersOf(socket))[0], 'BODY_TIMEOUT');
  });
});

describe('a body that is too large', () => {
  const environment = { TOLEM_BODY_LIMIT_BYTES: '1024' };

  test('is refused by its Content-Length before it comes', async (t) => {
    const { socket } = await dial(t, { environment });
    socket.write(post({ 'Content-Length': '999999999' }));
    problemIn((await answersOf(socket))[0], 'BODY_TOO_LARGE');
  });

  test('is refused in chunks as soon as it is too much', async (t) => {
    const renderer = fakeRenderer();
    const { socket } = await dial(t, { environment, renderer });
    socket.write(post({ 'Transfer-Encoding': 'chunked' }));
    for (let count = 0; count < 3; count += 1) socket.write(`200\r\n${'x'.repeat(512)}\r\n`);
    problemIn((await answersOf(socket))[0], 'BODY_TOO_LARGE');
    assert.deepEqual(renderer.tasks, []);
  });

  test('in its headers gets 431', async (t) => {
    const { socket } = await dial(t);
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
    const [answer] = await answersOf(socket);
    assert.equal(answer.statusCode, 431);
    assert.match(problemIn(answer, 'HEADERS_TOO_LARGE').detail, /16384 bytes/);
  });
});

describe('what is not HTTP', () => {
  const cases = {
    noise: '\x16\x03\x01\x02\x00\x01\x00',
    'two lengths': post({ 'Content-Length': '2\r\nContent-Length: 3' }),
    'length and chunks': post({ 'Content-Length': '2', 'Transfer-Encoding': 'chunked' }),
    'a bare line feed in a header': 'GET /livez HTTP/1.1\nHost: x\nX: a\rb\n\n',
    'a bad chunk': `${post({ 'Transfer-Encoding': 'chunked' })}zz\r\n`,
  };
  for (const [name, bytes] of Object.entries(cases)) {
    test(`${name}: 400`, async (t) => {
      const { socket } = await dial(t);
      socket.write(bytes);
      const [answer] = await answersOf(socket);
      problemIn(answer, 'REQUEST_MALFORMED');
    });
  }

  test('a request without Host: 400', async (t) => {
    const { socket } = await dial(t);
    socket.write('GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n');
    problemIn((await answersOf(socket))[0], 'REQUEST_MALFORMED');
  });

  test('HTTP/1.0 needs no Host', async (t) => {
    const { socket } = await dial(t);
    socket.write('GET /livez HTTP/1.0\r\n\r\n');
    assert.equal((await answersOf(socket))[0].body, '{"alive":true}');
  });

  test('an expectation that nobody knows is ignored', async (t) => {
    const { socket } = await dial(t);
    socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n');
    assert.equal((await answersOf(socket))[0].statusCode, 200);
  });
});

describe('a hurried caller', () => {
  test('who pipelines gets the answers in order', async (t) => {
    const renderer = fakeRenderer(async (task) => {
      await sleep(task.json === '"0"' ? 30 : 1);
      return rendered(task);
    });
    const { socket } = await dial(t, { renderer });
    const bodies = ['"0"', '"1"', '"2"'];
    socket.write(bodies.map((body) => post({ 'Content-Length': '3' }) + body).join(''));
    socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const answers = await answersOf(socket);
    assert.deepEqual(
      answers.map(({ body }) => body),
      [...bodies.map((body) => `pdf 150 ${body}`), '{"alive":true}'],
    );
  });

  test('who waits for 100 Continue is told to continue', async (t) => {
    const { socket } = await dial(t);
    const headers = { 'Content-Length': '2', Expect: '100-continue', Connection: 'close' };
    socket.write(post(headers));
    const [first] = await once(socket, 'data');
    assert.match(String(first), /^HTTP\/1\.1 100 Continue/);
    socket.write('{}');
    assert.equal((await answersOf(socket))[0].statusCode, 200);
  });
});

describe('a caller who hangs up', () => {
  test('while the bill is rendered takes the request back', async (t) => {
    const started = Promise.withResolvers<AbortSignal>();
    const ended = Promise.withResolvers<void>();
    const logged: string[] = [];
    const renderer = fakeRenderer((_task, signal) => {
      assert.ok(signal !== undefined);
      started.resolve(signal);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason);
          ended.resolve();
        });
      });
    });
    const { socket } = await dial(t, { renderer, logged });
    socket.write(`${post({ 'Content-Length': '2' })}{}`);
    const signal = await started.promise;
    assert.equal(signal.aborted, false);
    socket.destroy();
    await ended.promise;
    await sleep(10);
    assert.ok(!logged.some((line) => JSON.parse(line).level > 30), logged.join(''));
  });

  test('after the answer takes nothing back', async (t) => {
    const signals: AbortSignal[] = [];
    const renderer = fakeRenderer((task, signal) => {
      if (signal !== undefined) signals.push(signal);
      return rendered(task);
    });
    const { socket } = await dial(t, { renderer });
    socket.write(`${post({ 'Content-Length': '2', Connection: 'close' })}{}`);
    await answersOf(socket);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [false],
    );
  });

  test('in the middle of the body costs nothing', async (t) => {
    const renderer = fakeRenderer();
    const { app, socket } = await dial(t, { renderer });
    socket.write(`${post({ 'Content-Length': '100' })}{`);
    await sleep(20);
    socket.destroy();
    const next = await open(t, app);
    next.write(`${post({ 'Content-Length': '2', Connection: 'close' })}{}`);
    assert.equal((await answersOf(next))[0].statusCode, 200);
    assert.equal(renderer.tasks.length, 1);
  });
});

test('connections over the limit are dropped, the others served', async (t) => {
  const { app, socket } = await dial(t, { environment: { TOLEM_CONNECTION_LIMIT: '1' } });
  const second = await open(t, app);
  await once(second, 'close');
  socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  assert.equal((await answersOf(socket))[0].statusCode, 200);
});

describe('closing', () => {
  test('finishes the request in flight, and its connection', async (t) => {
    const started = Promise.withResolvers<void>();
    const renderer = fakeRenderer(async (task) => {
      started.resolve();
      await sleep(50);
      return rendered(task);
    });
    const { app, socket } = await dial(t, { renderer });
    socket.write(`${post({ 'Content-Length': '2' })}{}`);
    await started.promise;
    const closing = app.close();
    const [answer] = await answersOf(socket);
    assert.deepEqual([answer.statusCode, answer.body], [200, 'pdf 150 {}']);
    assert.equal(answer.headers.connection, 'close');
    await closing;
  });

  test('does not wait for ever for a body that never comes', async (t) => {
    const { app, socket } = await dial(t, { environment: { TOLEM_SHUTDOWN_MS: '200' } });
    socket.write(post({ 'Content-Length': '100' }));
    await sleep(20);
    const cut = once(socket, 'close');
    await app.close();
    await cut;
  });
});

function post(headers: Record<string, string>): string {
  const all = { Host: 'x', 'Content-Type': 'application/json', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return ['POST /v1/bills HTTP/1.1', ...lines, '', ''].join('\r\n');
}

async function dial(t: TestContext, options: AppOptions = {}) {
  const app = await openApp(t, options);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, socket: await open(t, app) };
}

async function open(t: TestContext, app: FastifyInstance): Promise<Socket> {
  const address = app.server.address();
  assert.ok(address !== null && typeof address === 'object');
  const socket = connect(address.port, '127.0.0.1');
  socket.on('error', () => {});
  t.after(() => socket.destroy());
  await once(socket, 'connect');
  return socket;
}

interface RawAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Everything the server says until it closes; at least one answer. Bodies have a length. */
async function answersOf(socket: Socket): Promise<[RawAnswer, ...RawAnswer[]]> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  const [first, ...others] = parse(Buffer.concat(chunks).toString());
  assert.ok(first !== undefined, 'no answer');
  return [first, ...others];
}

function parse(text: string): RawAnswer[] {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const [status = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(': ', 1)[0]?.toLowerCase() ?? '', line.replace(/^.*?: /, '')]),
  );
  const length = Number(headers['content-length'] ?? 0);
  const body = text.slice(end + 4, end + 4 + length);
  const answer = { statusCode: Number(status.split(' ')[1]), headers, body };
  return [answer, ...parse(text.slice(end + 4 + length))];
}
