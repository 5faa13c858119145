// /v1/batches with real threads and a real socket: one case for each answer.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { manifestSchema } from '../../src/batch/manifest-schema.ts';
import { verifyFolder } from '../../src/batch/verify.ts';
import { pageTexts } from '../../src/draw/page-text.ts';
import { batchListSchema } from '../../src/http/batch-view.ts';
import { billLines, endOf } from '../support/batch.ts';
import { type House, openHouse, type SendOptions, soon, viewOf } from './batch-house.ts';
import { openApp, problemIn } from './support.ts';

const lines = billLines(5);
const body = `${lines.join('\n')}\n{"wrong":1}\n`;

describe('a batch from beginning to end', () => {
  test('is taken, drawn, listed, and its files are had whole and in part', async (t) => {
    const house = await openHouse(t);
    const sent = await house.send(body, { query: '?volumeSheets=3&mark=datamatrix' });
    assert.equal(sent.status, 202, await sent.clone().text());
    const { id, ...told } = await viewOf(sent);
    assert.match(id, /^[0-9A-Z]{12}$/);
    assert.equal(sent.headers.get('location'), `/v1/batches/${id}`);
    assert.deepEqual([told.lines, told.accepted, told.rejected], [6, 5, 1]);
    assert.equal(told.options.mark, 'datamatrix');
    await endOf(house.opened, id);

    const done = await viewOf(await house.get(`/v1/batches/${id}`));
    const href = done.volumes[0]?.href ?? '';
    assert.equal(done.status, 'completed_with_rejects');
    assert.deepEqual([done.sheets, done.sheetsDone, done.volumes.length], [5, 5, 2]);
    const listed = await (await house.get('/v1/batches')).json();
    const { batches } = batchListSchema.parse(listed);
    assert.deepEqual(
      batches.map((batch) => batch.id),
      [id],
    );
    const pdf = await house.get(href);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer());
    assert.equal(bytes.length, done.volumes[0]?.bytes);
    const digest = createHash('sha256').update(bytes).digest();
    assert.equal(digest.toString('hex'), done.volumes[0]?.sha256);
    assert.equal(pdf.headers.get('repr-digest'), `sha-256=:${digest.toString('base64')}:`);
    assert.deepEqual((await verifyFolder(join(house.folder, id))).findings, []);
    await parts(house, href, bytes);
    await results(house, id);
  });

  test('news are told as they come, and again from where they were missed', async (t) => {
    const house = await openHouse(t);
    const { id } = await viewOf(await house.send(body));
    const stream = await house.get(`/v1/batches/${id}/events`);
    assert.equal(stream.headers.get('content-type'), 'text/event-stream');
    const text = await stream.text();
    const kept = [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.*)$/gm)];
    assert.deepEqual(
      kept.map(([, , type, data = '']) => (type === 'status' ? JSON.parse(data).status : type)),
      ['receiving', 'planned', 'running', 'volume', 'completed_with_rejects'],
    );
    const headers = { 'last-event-id': String(kept[2]?.[1]) };
    const rest = await (await house.get(`/v1/batches/${id}/events`, headers)).text();
    assert.equal(rest.slice(rest.indexOf('id:')), text.slice(text.indexOf(kept[3]?.[0] ?? '')));
  });

  test('may be compressed', async (t) => {
    const house = await openHouse(t);
    const packed = await house.send(gzipSync(body), { headers: { 'content-encoding': 'gzip' } });
    assert.equal(packed.status, 202);
    const { id } = await viewOf(packed);
    await endOf(house.opened, id);
    const broken = gzipSync(body).subarray(0, 100);
    const headers = { 'content-encoding': 'gzip', 'idempotency-key': 'broken' };
    await house.problem(await house.send(broken, { headers }), 'REQUEST_MALFORMED');
    assert.equal((await house.opened.batches.list()).length, 1);
  });
});

async function parts(house: House, href: string, bytes: Buffer): Promise<void> {
  const part = await house.get(href, { range: 'bytes=10-19' });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), `bytes 10-19/${bytes.length}`);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), bytes.subarray(10, 20));
  const etag = part.headers.get('etag') ?? '';
  assert.equal((await house.get(href, { 'if-none-match': etag })).status, 304);
  const other = await house.get(href, { range: 'bytes=10-19', 'if-range': '"other"' });
  assert.equal(other.status, 200);
  const beyond = await house.get(href, { range: `bytes=${bytes.length}-` });
  assert.equal(beyond.headers.get('repr-digest'), null, 'a problem is not the file');
  await house.problem(beyond, 'RANGE_UNSATISFIABLE');
  assert.equal(beyond.headers.get('content-range'), `bytes */${bytes.length}`);
}

async function results(house: House, id: string): Promise<void> {
  const manifest = await (await house.get(`/v1/batches/${id}/manifest`)).json();
  assert.equal(manifestSchema.parse(manifest).sheets.length, 5);
  const csv = await house.get(`/v1/batches/${id}/manifest`, { accept: 'text/csv' });
  assert.match(
    await csv.text(),
    /^sequence,account,volume,page,amount,digest,line,copy,copies,side\r\n1,/,
  );
  const xml = await house.get(`/v1/batches/${id}/manifest`, { accept: 'text/xml' });
  await house.problem(xml, 'NOT_ACCEPTABLE');
  const rejects = await (await house.get(`/v1/batches/${id}/rejects`)).text();
  assert.equal(JSON.parse(rejects).line, 6);
  await house.problem(await house.get(`/v1/batches/${id}/volumes/9`), 'BATCH_UNKNOWN');
}

test('two bills on a press sheet', async (t) => {
  const house = await openHouse(t);
  const { id, options } = await viewOf(await house.send(body, { query: '?twoUp=a3' }));
  assert.equal(options.twoUp, 'a3');
  await endOf(house.opened, id);
  const { volumes, sheets } = await viewOf(await house.get(`/v1/batches/${id}`));
  assert.deepEqual([sheets, volumes[0]?.sheets, volumes[0]?.pages], [5, 5, 3]);
  const told = await (await house.get(`/v1/batches/${id}/manifest`)).json();
  const places = manifestSchema.parse(told).sheets.map(({ page, side }) => `${page} ${side}`);
  assert.deepEqual(places, ['1 left', '2 left', '3 left', '1 right', '2 right']);
  assert.deepEqual((await verifyFolder(join(house.folder, id))).findings, []);
  await house.problem(await house.send(body, { query: '?twoUp=a2' }), 'QUERY_INVALID');
});

describe('sheets once more', () => {
  test('have the same numbers and say that they are a reprint', async (t) => {
    const house = await openHouse(t);
    const { id } = await viewOf(await house.send(body));
    const address = `/v1/batches/${id}/reprints`;
    const ask = (wanted: object | string, key = 'k') => house.ask(address, wanted, key);
    await house.problem(await ask({ sequences: [1], reason: 'torn' }), 'BATCH_NOT_READY');
    await endOf(house.opened, id);
    const wanted = { sequences: ['2-3'], accounts: ['000000001'], reason: 'torn' };
    const first = await ask(wanted);
    assert.equal(first.status, 201, await first.clone().text());
    assert.equal(first.headers.get('location'), `${address}/1`);
    const pdf = Buffer.from(await (await house.get(`${address}/1`)).arrayBuffer());
    const texts = await Array.fromAsync(pageTexts(pdf));
    assert.deepEqual(
      texts.map((text) => text.match(new RegExp(`${id} (1/\\d) 1/1 R`))?.[1]),
      ['1/2', '1/3', '1/4'],
    );
    assert.deepEqual(await (await ask(wanted)).json(), await first.json());
    for (const other of [
      { ...wanted, accounts: ['000000002'] },
      { ...wanted, reason: 'lost' },
      { sequences: [9], reason: 'torn' },
    ]) {
      await house.problem(await ask(other), 'IDEMPOTENCY_KEY_REUSED');
    }
    assert.equal((await ask({ sequences: [1], reason: 'lost' }, 'other')).status, 201);
    const list = z
      .object({ reprints: z.array(z.object({ number: z.int(), reason: z.string() })) })
      .parse(await (await house.get(address)).json());
    assert.deepEqual(list.reprints, [
      { number: 1, reason: 'torn' },
      { number: 2, reason: 'lost' },
    ]);
    for (const wrong of [
      { sequences: [9], reason: 'x' },
      { accounts: ['5'], reason: 'x' },
      { reason: 'x' },
      { sequences: ['1-9000'], reason: 'x' },
      { sequences: [1] },
      '{',
    ]) {
      await house.problem(await ask(wrong, 'new'), 'REPRINT_INVALID');
    }
    await house.problem(await ask(wanted, ''), 'IDEMPOTENCY_KEY_INVALID');
    await house.problem(await house.get(`${address}/7`), 'BATCH_UNKNOWN');
    assert.deepEqual((await verifyFolder(join(house.folder, id))).findings, []);
  });
});

describe('the same key', () => {
  test('with the same body is the same batch, with another body is refused', async (t) => {
    const house = await openHouse(t);
    const first = await viewOf(await house.send(body));
    const again = await house.send(body);
    assert.equal(again.status, 202);
    assert.equal((await viewOf(again)).id, first.id);
    await house.problem(await house.send(`${body}\n{}`), 'IDEMPOTENCY_KEY_REUSED');
    const sorted = await house.send(body, { query: '?sort=account' });
    await house.problem(sorted, 'IDEMPOTENCY_KEY_REUSED');
    assert.equal((await house.opened.batches.list()).length, 1);
    await endOf(house.opened, first.id);
  });

  test('while the first is arriving is refused; who hangs up leaves nothing', async (t) => {
    const house = await openHouse(t);
    const socket = connect(Number(new URL(house.url).port), '127.0.0.1');
    const head = [
      'POST /v1/batches HTTP/1.1',
      'Host: x',
      'Content-Type: application/x-ndjson',
      'Idempotency-Key: key',
      'Content-Length: 100000',
      '\r\n',
    ];
    socket.write(`${head.join('\r\n')}${lines[0]}\n`);
    while ((await house.opened.batches.byKey('key')) === undefined) await soon();
    await house.problem(await house.send(body), 'BATCH_IN_FLIGHT');
    socket.destroy();
    while ((await house.opened.batches.byKey('key')) !== undefined) await soon();
    assert.deepEqual(await house.opened.batches.list(), []);
  });
});

test('an upload may take longer than the limit of other requests', async (t) => {
  const limits = { TOLEM_HEADERS_TIMEOUT_MS: '100', TOLEM_REQUEST_TIMEOUT_MS: '300' };
  const house = await openHouse(t, limits);
  const wait = Promise.withResolvers<void>();
  async function* slowly() {
    yield Buffer.from(`${lines[0]}\n`);
    await wait.promise;
    yield Buffer.from(`${lines[1]}\n`);
  }
  const sending = house.send(slowly());
  while ((await house.opened.batches.byKey('key')) === undefined) await soon();
  // Another request, sent later, is cut off at the limit: so the limit has passed for this one too.
  const other = connect(Number(new URL(house.url).port), '127.0.0.1');
  other.write('POST /v1/bills HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
  other.write('Content-Length: 9\r\n\r\n{');
  const answer = await new Promise((resolve) =>
    other.once('data', (data) => resolve(String(data))),
  );
  assert.match(String(answer), /^HTTP\/1\.1 408 /);
  wait.resolve();
  const sent = await sending;
  assert.equal(sent.status, 202);
  const { id, accepted } = await viewOf(sent);
  assert.equal(accepted, 2);
  await endOf(house.opened, id);
});

describe('cancel and remove', () => {
  test('both may be repeated; what is removed is gone', async (t) => {
    const house = await openHouse(t);
    const { id } = await viewOf(await house.send(billLines(300).join('\n')));
    const address = `/v1/batches/${id}`;
    await house.problem(await house.get(`${address}/manifest`), 'BATCH_NOT_READY');
    for (let round = 0; round < 2; round += 1) {
      const cancelled = await house.post(`${address}/cancel`);
      assert.equal((await viewOf(cancelled)).status, 'cancelled');
    }
    assert.equal((await house.delete(address)).status, 204);
    for (const gone of [await house.delete(address), await house.get(address)]) {
      await house.problem(gone, 'BATCH_UNKNOWN');
    }
  });

  test('old batches are removed with everything', async (t) => {
    const house = await openHouse(t);
    const { id } = await viewOf(await house.send(body));
    const { endedAt = '' } = await endOf(house.opened, id);
    assert.equal(await house.opened.batches.lifecycle.purge(new Date(endedAt)), 0);
    assert.equal(await house.opened.batches.lifecycle.purge(new Date(Date.parse(endedAt) + 1)), 1);
    assert.deepEqual(await house.opened.batches.list(), []);
  });
});

describe('requests that are refused', () => {
  test('without a key, with a wrong option, of another type or coding, empty', async (t) => {
    const house = await openHouse(t);
    const refused = async (code: string, options: SendOptions, sent: string | Buffer = body) =>
      house.problem(await house.send(sent, options), code);
    await refused('IDEMPOTENCY_KEY_INVALID', { headers: { 'idempotency-key': '' } });
    await refused('QUERY_INVALID', { query: '?sort=colour' });
    await refused('QUERY_INVALID', { query: '?proof=501' });
    await refused('QUERY_INVALID', { query: '?sort=account&separators=house' });
    await refused('TYPE_UNSUPPORTED', { headers: { 'content-type': 'application/json' } });
    await refused('TYPE_UNSUPPORTED', { headers: { 'content-encoding': 'br' } });
    await refused('REQUEST_MALFORMED', {}, '\n\n');
    await house.problem(await house.get('/v1/batches?page=2'), 'QUERY_INVALID');
    await house.problem(await house.get('/v1/batches/NOBODY'), 'BATCH_UNKNOWN');
  });

  test('where batches cannot be had', async (t) => {
    const app = await openApp(t);
    for (const url of ['/v1/batches', '/v1/batches/000000000000']) {
      problemIn(await app.inject(url), 'BATCHES_OFF');
    }
  });
});
