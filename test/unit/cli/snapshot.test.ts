// tolem snapshot: files beside bills, exit codes, and what is said where something is missing. What
// a difference is, test/unit/snapshot and test/golden/snapshot.test.ts show.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openEngine } from '../../../src/cli/engine.ts';
import { digestOf } from '../../../src/cli/goldens.ts';
import { folderWith, onlyLine, run } from './support.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const bill = readFileSync(join(root, 'samples/ktk-rent/debit.json'), 'utf8');
const line = JSON.stringify(JSON.parse(bill));
const withoutDate = bill.replace(/"printedOn": "[^"]*",/, '');

const tolem = (...words: string[]) =>
  run(words, {
    openEngine: (config) => openEngine(config, (bug) => assert.fail(JSON.stringify(bug))),
  });

/** A folder of bills with their goldens. */
async function accepted(t: TestContext, files: Record<string, string> = { 'rent.json': bill }) {
  const at = folderWith(t, files);
  const update = await tolem('snapshot', 'update', at('.'));
  assert.deepEqual([update.exit, update.err], [0, []]);
  return { at, check: (...words: string[]) => tolem('snapshot', 'check', at('.'), ...words) };
}

describe('tolem snapshot update', () => {
  test('writes a page model, a picture and a digest beside each bill', async (t) => {
    const { at } = await accepted(t, { 'rent.json': bill, 'two.ndjson': `${line}\n\n${line}\n` });
    const names = ['rent', 'two.1', 'two.3'].flatMap((stem) => [
      `${stem}.page.json`,
      `${stem}.pdf.sha256`,
      `${stem}.png`,
    ]);
    assert.deepEqual(
      readdirSync(at('.')).toSorted(),
      ['rent.json', 'two.ndjson', ...names].toSorted(),
    );
    await tolem('render', at('rent.json'), '-o', at('out'));
    const digest = digestOf(readFileSync(at('out/rent.pdf')));
    assert.equal(readFileSync(at('rent.pdf.sha256'), 'utf8'), `${digest}  rent.pdf\n`);
  });

  test('takes away goldens whose bill is gone, and no other file', async (t) => {
    const { at } = await accepted(t, { 'rent.json': bill, 'old.json': bill, 'old.txt': 'mine' });
    rmSync(at('old.json'));
    const { out } = await tolem('snapshot', 'update', at('.'));
    assert.match(onlyLine(out), /1 of 1 goldens written, 1 removed/);
    assert.deepEqual(
      readdirSync(at('.')).filter((name) => name.startsWith('old')),
      ['old.txt'],
    );
  });

  test('writes nothing for a bill that is wrong, and says why', async (t) => {
    const at = folderWith(t, { 'wrong.json': bill.replace('"totalDue": "', '"totalDue": "1') });
    const { exit, err } = await tolem('snapshot', 'update', at('.'));
    assert.equal(exit, 1);
    assert.match(err.join('\n'), /^wrong: \/totalDue: /m);
    assert.deepEqual(readdirSync(at('.')), ['wrong.json']);
  });

  test('refuses a bill without a print date, which would change every day', async (t) => {
    const at = folderWith(t, { 'rent.json': withoutDate });
    const { exit, err } = await tolem('snapshot', 'update', at('.'));
    assert.equal(exit, 1);
    assert.match(onlyLine(err), /\/printedOn: A golden needs its print date/);
  });
});

describe('tolem snapshot check', () => {
  test('ends with 0 where all is the same, whatever the resolution', async (t) => {
    const at = folderWith(t, { 'rent.json': bill });
    await tolem('snapshot', 'update', at('.'), '--dpi', '50');
    assert.deepEqual(await tolem('snapshot', 'check', at('.')), {
      exit: 0,
      out: ['1 bill: 1 is the same.'],
      err: [],
    });
  });

  test('takes other bytes of the PDF for the same, and notes them; --strict does not', async (t) => {
    const { at, check } = await accepted(t);
    writeFileSync(at('rent.pdf.sha256'), `${'0'.repeat(64)}  rent.pdf\n`);
    const { exit, out } = await check();
    assert.equal(exit, 0);
    assert.match(out[0] ?? '', /1 of the same: the PDF has other bytes; its pixels and its page/);
    const strict = await check('--strict');
    assert.equal(strict.exit, 1);
    assert.match(strict.out.join('\n'), /the PDF has other bytes/);
  });

  test('tells goldens that are missing, and goldens without a bill', async (t) => {
    const { at, check } = await accepted(t, { 'old.json': bill });
    rmSync(at('old.json'));
    writeFileSync(at('new.json'), bill);
    const { exit, out } = await check();
    assert.equal(exit, 1);
    assert.match(out.join('\n'), /^new:\n {2}there is no golden yet/m);
    assert.match(out.join('\n'), /^old:\n {2}there is a golden but no bill/m);
    assert.equal(out.at(-1), '2 bills: 1 has no golden, 1 golden has no bill.');
  });

  test('tells a bill that cannot be rendered any more, and a golden it cannot read', async (t) => {
    const { at, check } = await accepted(t, { 'a.json': bill, 'b.json': bill });
    writeFileSync(at('a.json'), withoutDate);
    writeFileSync(at('b.page.json'), '{"schema":"tolem.page/0"}');
    const { exit, out } = await check();
    assert.equal(exit, 1);
    assert.match(out.join('\n'), /^a:\n {2}a: \/printedOn/m);
    assert.match(out.join('\n'), /^b:\n {2}the golden cannot be compared/m);
  });

  test('writes a report, and results for programs', async (t) => {
    const { at, check } = await accepted(t);
    const changed = bill.replace('"number": "2610', '"number": "2611');
    writeFileSync(at('rent.json'), changed);
    const { exit, out } = await check('--json', '--report', at('out/report.html'));
    assert.equal(exit, 1);
    const { name, status, findings, pictures } = JSON.parse(onlyLine(out));
    assert.deepEqual([name, status, pictures], ['rent', 'differs', undefined]);
    assert.ok(findings.length > 0);
    const html = readFileSync(at('out/report.html'), 'utf8');
    assert.equal(html.match(/<img /g)?.length, 3);
    for (const { sentence } of findings)
      assert.ok(html.includes(sentence.replaceAll('"', '&quot;')));
  });
});

describe('by a service', () => {
  test('asks for page model, PDF and picture, as a caller would', async (t) => {
    const { at } = await accepted(t);
    const asked: string[] = [];
    const url = await serve(t, ({ accept, dpi }) => {
      asked.push(`${accept}${dpi === null ? '' : ` ${dpi}`}`);
      const body = accept.endsWith('+json') ? readFileSync(at('rent.page.json')) : 'another';
      return { status: 200, body: accept === 'image/png' ? readFileSync(at('rent.png')) : body };
    });
    const { exit, out } = await tolem('snapshot', 'check', at('.'), '--url', url);
    assert.equal(exit, 0);
    assert.match(out[0] ?? '', /other bytes/);
    const page = 'application/vnd.tolem.page+json';
    assert.deepEqual(asked, [page, 'application/pdf', 'image/png 100']);
  });

  test('tells its faults as its own', async (t) => {
    const { at } = await accepted(t);
    const faults = [{ code: 'LAYOUT_UNKNOWN', message: 'There is none.', pointer: '/layout' }];
    const url = await serve(t, () => ({ status: 404, body: JSON.stringify({ faults }) }));
    const { exit, out } = await tolem('snapshot', 'check', at('.'), '--url', url);
    assert.equal(exit, 1);
    assert.match(out.join('\n'), /\/layout: There is none\. \[LAYOUT_UNKNOWN\]/);
  });

  test('says what is no problem of ours by its status', async (t) => {
    const { at } = await accepted(t);
    const url = await serve(t, () => ({ status: 502, body: '<h1>Bad gateway</h1>' }));
    const { out } = await tolem('snapshot', 'check', at('.'), '--url', `${url}/`);
    assert.match(out.join('\n'), /The service answered with status 502\./);
  });

  test('that does not answer is no fault of a bill: 3', async (t) => {
    const { at } = await accepted(t);
    const { exit, err } = await tolem('snapshot', 'check', at('.'), '--url', 'http://127.0.0.1:9');
    assert.equal(exit, 3);
    assert.match(onlyLine(err), /^http:\/\/127\.0\.0\.1:9 does not answer \(\w/);
  });
});

describe('what is misuse', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /snapshot update DIR/],
    [['look', '.'], /snapshot update DIR/],
    [['check'], /snapshot check DIR/],
    [['check', 'a', 'b'], /snapshot check DIR/],
    [['check', 'no/such/folder'], /There is no no\/such\/folder/],
    [['check', import.meta.dirname], /There is no bill in/],
    [['update', join(root, 'samples'), '--dpi', '5'], /--dpi is a whole number from 36 to 300/],
    [['check', join(root, 'samples'), '--url', 'localhost:8080'], /--url is the address/],
  ];
  for (const [words, message] of cases) {
    test(`snapshot ${words.map((word) => word.replace(root, '')).join(' ')}`, async () => {
      const { exit, out, err } = await run(['snapshot', ...words]);
      assert.deepEqual([exit, out], [2, []]);
      assert.match(err[0] ?? '', message);
    });
  }

  test('two bills of one name', async (t) => {
    const at = folderWith(t, { 'a.1.json': bill, 'a.ndjson': line });
    const { exit, err } = await run(['snapshot', 'check', at('.')]);
    assert.equal(exit, 2);
    assert.match(err[0] ?? '', /would be named a\.1/);
    assert.ok(!existsSync(at('a.1.png')));
  });
});

interface Asked {
  readonly accept: string;
  readonly dpi: string | null;
}

/** A service that answers as it is told; its address. */
async function serve(
  t: TestContext,
  answer: (asked: Asked) => { readonly status: number; readonly body: string | Uint8Array },
): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    assert.deepEqual([request.method, pathname], ['POST', '/v1/bills']);
    const { status, body } = answer({
      accept: request.headers.accept ?? '',
      dpi: searchParams.get('dpi'),
    });
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return `http://127.0.0.1:${address.port}`;
}
