// The service as a process: it starts, renders, ends in order, and says why when it cannot start.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { startService } from '../../scripts/server-process.ts';

const root = join(import.meta.dirname, '../..');
const sample = readFileSync(join(root, 'samples/almaty-city/typical.json'));

test('renders real bills, the same bytes each time, and ends with 0', async () => {
  const service = await startService();
  assert.deepEqual(await (await fetch(`${service.url}/readyz`)).json(), { ready: true });
  const [first, second] = await Promise.all([post(service.url), post(service.url)]);
  assert.equal(first.status, 200, await first.clone().text());
  const bytes = await first.bytes();
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 5)), '%PDF-');
  assert.deepEqual(await second.bytes(), bytes);
  assert.equal(first.headers.get('tolem-layout'), 'almaty-city@1');
  assert.deepEqual(renderByCommand(), Buffer.from(bytes), 'the command line gives other bytes');
  const picture = await post(service.url, 'image/png');
  assert.deepEqual([...(await picture.bytes()).subarray(1, 4)], [...Buffer.from('PNG')]);
  const preview = await fetch(`${service.url}/v1/layouts/almaty-city/preview`);
  assert.equal(preview.status, 200);
  assert.equal(await service.stop(), 0);
  assert.ok(!service.log.join('').includes('000123457'));
});

test('a signal fails readiness first, then finishes what is in flight', async () => {
  const service = await startService({ TOLEM_DRAIN_MS: '300' });
  const inFlight = Array.from({ length: 8 }, () => post(service.url, 'image/png'));
  service.process.kill('SIGTERM');
  for (;;) {
    const answer = await fetch(`${service.url}/readyz`);
    const report: unknown = await answer.json();
    if (answer.status === 200) continue;
    assert.deepEqual(report, { ready: false, reason: 'The service is shutting down.' });
    break;
  }
  assert.equal((await post(service.url)).status, 200);
  for (const answer of inFlight) assert.equal((await answer).status, 200);
  const [exitCode] = await once(service.process, 'exit');
  assert.equal(exitCode, 0);
});

describe('what prevents a start', () => {
  test('a wrong setting: 2, in words', () => {
    const { status, stderr } = start({ PORT: 'x', TOLEM_COLOUR: 'red' });
    assert.equal(status, 2);
    assert.match(stderr, /PORT is "x", but must be a whole number/);
    assert.match(stderr, /TOLEM_COLOUR is not a setting/);
  });

  test('a port that is taken: 3', async (t) => {
    const port = await takenPort(t);
    const { status, stdout } = start({ PORT: String(port) });
    assert.equal(status, 3);
    assert.match(stdout, /EADDRINUSE/);
  });

  test('a broken layout: 3, with its file', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'tolem-layouts-'));
    t.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken/layout.json'), '{ "id": ');
    const { status, stdout } = start({ TOLEM_LAYOUTS_DIR: folder });
    assert.equal(status, 3);
    assert.equal(check({ TOLEM_LAYOUTS_DIR: folder }).status, 3);
    assert.match(stdout, /LAYOUT_BROKEN/);
    assert.match(stdout, /broken\/layout\.json/);
  });
});

test('a check starts everything but the listening, and ends', async (t) => {
  const port = await takenPort(t);
  const { status, stdout, stderr } = check({ PORT: String(port) });
  assert.equal(status, 0, stdout + stderr);
  assert.doesNotMatch(stdout, /listening/);
});

function post(url: string, accept = 'application/pdf'): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept };
  return fetch(`${url}/v1/bills`, { method: 'POST', headers, body: sample });
}

function start(environment: Record<string, string>) {
  const env = { PORT: '0', ...environment };
  const server = join(root, 'src/server.ts');
  return spawnSync(process.execPath, [server], { env, encoding: 'utf8', timeout: 60_000 });
}

function check(environment: Record<string, string>) {
  const words = [join(root, 'src/cli.ts'), 'serve', '--check'];
  return spawnSync(process.execPath, words, {
    env: environment,
    encoding: 'utf8',
    timeout: 60_000,
  });
}

function renderByCommand(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tolem-out-'));
  const words = ['render', '-', '-o', folder];
  const cli = join(root, 'src/cli.ts');
  const { status, stderr } = spawnSync(process.execPath, [cli, ...words], {
    input: sample,
    env: {},
  });
  assert.equal(status, 0, stderr.toString());
  const bytes = readFileSync(join(folder, '000123457_2026-10.pdf'));
  rmSync(folder, { recursive: true });
  return bytes;
}

async function takenPort(t: TestContext): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}
