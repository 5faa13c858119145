// POST /v1/bills and /v1/bills/validate: what is asked of the renderer and what comes back.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { failure } from '../../src/fault.ts';
import { fakeRenderer, json, openApp, problemIn, rendered } from './support.ts';

const bill = '{"layout":"almaty-city","account":{"payer":"Үлгі Тұтынушы"}}';

describe('POST /v1/bills', () => {
  test('hands the text of the body to the renderer as it came', async (t) => {
    const renderer = fakeRenderer();
    const app = await openApp(t, { renderer });
    const payload = '{ "layout" :  "almaty-city", "a": 1.50 }\n';
    const answer = await app.inject({ method: 'POST', url: '/v1/bills', headers: json, payload });
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(renderer.tasks, [
      { json: payload, output: 'pdf', profile: 'print', dpi: 150, today: '2026-11-06' },
    ]);
  });

  test('names the document by its digest, account and period', async (t) => {
    const answer = await post(await openApp(t));
    const digest = createHash('sha256').update(answer.rawPayload).digest('base64');
    const { headers } = answer;
    assert.equal(headers['content-type'], 'application/pdf');
    assert.equal(headers['repr-digest'], `sha-256=:${digest}:`);
    assert.equal(headers.etag, `"${digest.replace(/=$/, '')}"`);
    assert.equal(headers['content-disposition'], 'inline; filename="000123457_2026-10.pdf"');
    assert.equal(headers['content-length'], String(answer.rawPayload.length));
    assert.equal(headers['tolem-layout'], 'almaty-city@1');
    assert.equal(headers['tolem-warnings'], '1');
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.equal(headers.vary, 'Accept');
    assert.match(String(headers['tolem-request-id']), /^[0-9a-f-]{36}$/);
  });

  test('makes the type that Accept prefers', async (t) => {
    const app = await openApp(t);
    const page = 'application/vnd.tolem.page+json';
    const cases = [
      [undefined, 'application/pdf', 'pdf'],
      ['*/*', 'application/pdf', 'pdf'],
      ['image/*', 'image/png', 'png'],
      ['application/pdf;q=0.5, image/png', 'image/png', 'png'],
      [page, page, 'page'],
      ['text/html, */*;q=0.1', 'application/pdf', 'pdf'],
    ] as const;
    for (const [accept, type, output] of cases) {
      const answer = await post(app, { headers: accept === undefined ? {} : { accept } });
      assert.equal(String(answer.headers['content-type']).split(';')[0], type);
      assert.ok(answer.body.startsWith(`${output} `), `${accept}: ${answer.body}`);
    }
  });

  test('refuses types that it does not make', async (t) => {
    const app = await openApp(t);
    for (const accept of ['text/html', 'application/pdf;q=0', 'image/jpeg, text/*']) {
      const problem = problemIn(await post(app, { headers: { accept } }), 'NOT_ACCEPTABLE');
      assert.match(problem.detail, /application\/pdf, image\/png/);
    }
  });

  test('takes dpi for PNG, from 36 to 300', async (t) => {
    const app = await openApp(t);
    const headers = { accept: 'image/png' };
    for (const dpi of ['36', '150', '300']) {
      const answer = await post(app, { url: `/v1/bills?dpi=${dpi}`, headers });
      assert.ok(answer.body.startsWith(`png ${dpi} `));
    }
    for (const dpi of ['35', '301', '7', '1e2', '', ' 72', '-72', '72.5', '0x50', '72&dpi=73']) {
      const answer = await post(app, { url: `/v1/bills?dpi=${dpi}`, headers });
      const problem = problemIn(answer, 'QUERY_INVALID');
      assert.equal(problem.faults.length, 1);
      assert.equal(problem.detail, 'dpi must be a whole number from 36 to 300.');
      assert.deepEqual(problem.faults[0]?.details, { parameter: 'dpi' });
    }
    const answer = await post(app, { url: '/v1/bills?dpi=150' });
    assert.match(problemIn(answer, 'QUERY_INVALID').detail, /only with Accept: image\/png/);
  });

  test('refuses other parameters, and says which there are', async (t) => {
    const app = await openApp(t);
    const profile = problemIn(await post(app, { url: '/v1/bills?profile=web' }), 'QUERY_INVALID');
    assert.deepEqual(profile.faults[0]?.details, {
      parameter: 'profile',
      offered: ['print', 'archive'],
    });
    assert.equal(profile.detail, 'profile must be one of print, archive.');
    const both = problemIn(await post(app, { url: '/v1/bills?x=1&%00=2' }), 'QUERY_INVALID');
    assert.deepEqual(
      both.faults.map(({ message }) => message),
      [
        'x is not a parameter; there are profile and dpi.',
        'A parameter is not a parameter; there are profile and dpi.',
      ],
    );
    for (const known of ['print', 'archive']) {
      assert.equal((await post(app, { url: `/v1/bills?profile=${known}` })).statusCode, 200);
    }
  });

  test('keeps file names to ASCII', async (t) => {
    const renderer = fakeRenderer((task) => rendered(task, { account: 'А"1/2\r\n' }));
    const answer = await post(await openApp(t, { renderer }));
    const expected = 'inline; filename="-1-2-_2026-10.pdf"';
    assert.equal(answer.headers['content-disposition'], expected);
  });

  // RFC 9110, 13.2.1: the ETag is the document's, not that of the resource /v1/bills.
  test('does not answer 304', async (t) => {
    const app = await openApp(t);
    const { etag } = (await post(app)).headers;
    const again = await post(app, { headers: { 'if-none-match': String(etag) } });
    assert.equal(again.statusCode, 200);
    assert.equal(again.headers.etag, etag);
  });

  test('reports every fault, the gravest first', async (t) => {
    const renderer = fakeRenderer(() =>
      failure([
        { code: 'BILL_INVALID', message: 'A number.', pointer: '/charges/0/due' },
        { code: 'GLYPH_MISSING', message: 'A letter.', source: 'layouts/x/bill.hbs:3' },
      ]),
    );
    const problem = problemIn(await post(await openApp(t, { renderer })), 'BILL_INVALID');
    assert.equal(problem.detail, 'A number. (And 1 more.)');
    assert.deepEqual(problem.faults, [
      { code: 'BILL_INVALID', message: 'A number.', pointer: '/charges/0/due' },
      { code: 'GLYPH_MISSING', message: 'A letter.', source: 'layouts/x/bill.hbs:3' },
    ]);
  });

  test('does not tell callers the insides of a layout', async (t) => {
    const renderer = fakeRenderer(() =>
      failure([
        { code: 'GLYPH_MISSING', message: 'A letter.' },
        {
          code: 'LAYOUT_FAILED',
          message: 'No helper.',
          source: 'x.hbs:3',
          details: { helper: 'y' },
        },
      ]),
    );
    const answer = await post(await openApp(t, { renderer }));
    const problem = problemIn(answer, 'LAYOUT_FAILED');
    assert.equal(answer.statusCode, 500);
    assert.deepEqual(Object.keys(problem.faults[1] ?? {}), ['code', 'message']);
    assert.ok(!answer.body.includes('hbs') && !answer.body.includes('helper'));
  });
});

describe('the body', () => {
  test('is UTF-8 JSON text, whatever it says inside', async (t) => {
    const app = await openApp(t);
    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'APPLICATION/JSON;charset="UTF-8"',
    ]) {
      const answer = await post(app, { headers: { 'content-type': type }, payload: 'not json' });
      assert.equal(answer.body, 'pdf 150 not json');
    }
  });

  test('loses a byte order mark', async (t) => {
    const answer = await post(await openApp(t), { payload: '\uFEFF{}' });
    assert.equal(answer.body, 'pdf 150 {}');
  });

  test('is refused in another type', async (t) => {
    const app = await openApp(t);
    for (const type of [
      'text/plain',
      'application/xml',
      'application/json; charset=windows-1251',
    ]) {
      const answer = await post(app, { headers: { 'content-type': type } });
      problemIn(answer, 'TYPE_UNSUPPORTED');
      assert.equal(answer.headers.accept, 'application/json');
    }
    const untyped = await app.inject({
      method: 'POST',
      url: '/v1/bills',
      payload: Buffer.from(bill),
      headers: { 'content-type': '' },
    });
    problemIn(untyped, 'TYPE_UNSUPPORTED');
  });

  test('is refused when compressed', async (t) => {
    const app = await openApp(t);
    for (const encoding of ['gzip', 'br', 'identity, gzip', 'deflate']) {
      const answer = await post(app, { headers: { 'content-encoding': encoding } });
      assert.match(problemIn(answer, 'TYPE_UNSUPPORTED').detail, /compressed/);
      assert.equal(answer.headers['accept-encoding'], 'identity');
    }
    const plain = await post(app, { headers: { 'content-encoding': 'identity' } });
    assert.equal(plain.statusCode, 200);
  });

  test('is refused when empty or not UTF-8', async (t) => {
    const app = await openApp(t);
    for (const payload of ['', ' \n']) {
      assert.match(problemIn(await post(app, { payload }), 'REQUEST_MALFORMED').detail, /empty/);
    }
    const cyrillic1251 = Buffer.from([0x22, 0xcf, 0xf0, 0xe8, 0x22]);
    const truncated = Buffer.from('"Ү').subarray(0, 2);
    for (const payload of [cyrillic1251, truncated, Buffer.from([0xff, 0xfe])]) {
      assert.match(problemIn(await post(app, { payload }), 'REQUEST_MALFORMED').detail, /UTF-8/);
    }
  });

  test('is refused when larger than the limit', async (t) => {
    const app = await openApp(t, { environment: { TOLEM_BODY_LIMIT_BYTES: '1024' } });
    assert.equal((await post(app, { payload: 'x'.repeat(1024) })).statusCode, 200);
    const problem = problemIn(await post(app, { payload: 'x'.repeat(1025) }), 'BODY_TOO_LARGE');
    assert.deepEqual(problem.faults[0]?.details, { limitBytes: 1024 });
  });
});

describe('POST /v1/bills/validate', () => {
  test('asks for a check and gives the verdict', async (t) => {
    const renderer = fakeRenderer();
    const answer = await post(await openApp(t, { renderer }), { url: '/v1/bills/validate' });
    assert.equal(renderer.tasks[0]?.output, 'check');
    assert.deepEqual(answer.json(), {
      ok: true,
      errors: [],
      warnings: [{ code: 'METER_RUNS_BACK', message: 'A reading is below the one before.' }],
    });
  });

  test('answers 200 when the bill is wrong', async (t) => {
    const errors = [{ code: 'DOES_NOT_FIT', message: 'Too long.' }] as const;
    const renderer = fakeRenderer(() => failure(errors));
    const answer = await post(await openApp(t, { renderer }), { url: '/v1/bills/validate' });
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { ok: false, errors, warnings: [] });
  });

  test('does not call a bill wrong when the service is', async (t) => {
    const renderer = fakeRenderer(() =>
      failure([
        { code: 'DOES_NOT_FIT', message: 'Too long.' },
        { code: 'WORKER_LOST', message: 'Lost.' },
      ]),
    );
    const answer = await post(await openApp(t, { renderer }), { url: '/v1/bills/validate' });
    problemIn(answer, 'WORKER_LOST');
  });

  test('takes no dpi', async (t) => {
    const answer = await post(await openApp(t), { url: '/v1/bills/validate?dpi=150' });
    assert.match(problemIn(answer, 'QUERY_INVALID').detail, /there are profile/);
  });
});

interface Request {
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly payload?: string | Buffer;
}

function post(app: FastifyInstance, { url, headers, payload }: Request = {}) {
  return app.inject({
    method: 'POST',
    url: url ?? '/v1/bills',
    headers: { ...json, ...headers },
    payload: payload ?? bill,
  });
}
