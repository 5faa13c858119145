// GET /v1/layouts and below.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failure } from '../../src/fault.ts';
import { fakeLayouts, fakeRenderer, openApp, problemIn } from './support.ts';

describe('GET /v1/layouts', () => {
  test('lists the layouts', async (t) => {
    const answer = await (await openApp(t)).inject('/v1/layouts');
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
    assert.deepEqual(answer.json(), { layouts: fakeLayouts.list() });
  });

  test('answers 304 to who has the list', async (t) => {
    const app = await openApp(t);
    const { etag } = (await app.inject('/v1/layouts')).headers;
    for (const known of [`${etag}`, `"x", ${etag}`, `W/${etag}`, '*']) {
      const headers = { 'if-none-match': known };
      const again = await app.inject({ url: '/v1/layouts', headers });
      assert.equal(again.statusCode, 304);
      assert.equal(again.body, '');
      assert.equal(again.headers.etag, etag);
    }
    const other = await app.inject({ url: '/v1/layouts', headers: { 'if-none-match': '"x"' } });
    assert.equal(other.statusCode, 200);
  });
});

describe('GET /v1/layouts/{id}', () => {
  test('describes a layout, pinned or not', async (t) => {
    const app = await openApp(t);
    for (const id of ['almaty-city', 'almaty-city@1', 'almaty-city%401']) {
      const layout = (await app.inject(`/v1/layouts/${id}`)).json();
      assert.equal(layout.id, 'almaty-city');
      assert.deepEqual(layout.sample, { layout: 'almaty-city', n: 1 });
      assert.deepEqual(layout.schema, { type: 'object' });
    }
  });

  test('names similar layouts when there is none', async (t) => {
    const app = await openApp(t);
    const near = problemIn(await app.inject('/v1/layouts/almaty-city@9'), 'LAYOUT_UNKNOWN');
    assert.deepEqual(near.faults[0]?.details, { nearest: ['almaty-city'] });
    assert.match(near.detail, /similar: almaty-city/);
    const far = problemIn(await app.inject('/v1/layouts/..%2f..%2fetc'), 'LAYOUT_UNKNOWN');
    assert.match(far.detail, /\/v1\/layouts lists them/);
    assert.ok(!far.detail.includes('etc'));
  });
});

describe('GET /v1/layouts/{id}/preview', () => {
  test('renders the sample with the revision asked for', async (t) => {
    const renderer = fakeRenderer();
    const app = await openApp(t, { renderer });
    const answer = await app.inject('/v1/layouts/almaty-city/preview?dpi=96');
    assert.equal(answer.headers['content-type'], 'image/png');
    assert.equal(answer.headers['cache-control'], 'no-cache');
    assert.equal(answer.headers.vary, 'Accept');
    const [task] = renderer.tasks;
    assert.deepEqual(JSON.parse(task?.json ?? ''), { layout: 'almaty-city@1', n: 1 });
    assert.deepEqual([task?.output, task?.dpi], ['png', 96]);
    const headers = { accept: 'application/pdf' };
    const pdf = await app.inject({ url: '/v1/layouts/almaty-city/preview', headers });
    assert.equal(pdf.headers['content-type'], 'application/pdf');
  });

  test('answers 304 to who has the picture, HEAD without a body', async (t) => {
    const app = await openApp(t);
    const url = '/v1/layouts/almaty-city/preview';
    const { etag } = (await app.inject(url)).headers;
    const headers = { 'if-none-match': String(etag) };
    assert.equal((await app.inject({ url, headers })).statusCode, 304);
    const head = await app.inject({ method: 'HEAD', url });
    assert.deepEqual([head.statusCode, head.body, head.headers.etag], [200, '', etag]);
  });

  test('blames the layout when its sample fails', async (t) => {
    const invalid = failure([{ code: 'BILL_INVALID', message: 'No period.', pointer: '/period' }]);
    const app = await openApp(t, { renderer: fakeRenderer(() => invalid) });
    problemIn(await app.inject('/v1/layouts/almaty-city/preview'), 'LAYOUT_FAILED');
  });

  test('blames the layout when it has no sample', async (t) => {
    const [summary] = fakeLayouts.list();
    assert.ok(summary !== undefined);
    const layouts = { ...fakeLayouts, get: () => ({ ...summary, schema: {} }) };
    const app = await openApp(t, { layouts });
    problemIn(await app.inject('/v1/layouts/almaty-city/preview'), 'LAYOUT_FAILED');
  });

  test('does not blame it when the service is at its limit', async (t) => {
    const full = failure([{ code: 'QUEUE_FULL', message: 'Full.' }]);
    const app = await openApp(t, { renderer: fakeRenderer(() => full) });
    problemIn(await app.inject('/v1/layouts/almaty-city/preview'), 'QUEUE_FULL');
  });

  test('refuses what it does not make, and unknown layouts', async (t) => {
    const app = await openApp(t);
    const url = '/v1/layouts/almaty-city/preview';
    problemIn(await app.inject({ url, headers: { accept: 'image/webp' } }), 'NOT_ACCEPTABLE');
    problemIn(await app.inject(`${url}?size=1`), 'QUERY_INVALID');
    problemIn(await app.inject('/v1/layouts/none/preview'), 'LAYOUT_UNKNOWN');
  });
});
