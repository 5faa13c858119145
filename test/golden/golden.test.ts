// Every sample in every language as a page in words, and one as a picture, compared with what was
// accepted last (`npm run snapshots:update` accepts). It judges no page: reading the change does.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { parseBillJson } from '../../src/bill/parse.ts';
import type { Warning } from '../../src/fault.ts';
import { renderTask } from '../../src/render/render-bill.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import { describePage } from '../../src/typeset/describe.ts';
import type { Page } from '../../src/typeset/page.ts';
import { ptToMm } from '../../src/typeset/unit.ts';
import type { OutputKind } from '../../src/worker/protocol.ts';
import { type GoldenCase, listCases, loadProject, root, today, unwrap } from './case.ts';
import { checkPicture, updates } from './picture.ts';

const folder = join(import.meta.dirname, 'pages');
const resources = await loadProject();
const cases = listCases(resources);
const expectedWarnings: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'warnings.json'), 'utf8'),
);

describe('golden page', () => {
  for (const one of cases) test(one.name, (t) => checkPage(t, one));
});

describe('golden picture', () => {
  for (const one of cases.filter(({ sample }) => sample === 'typical')) {
    test(one.name, async () => checkPicture(one.name, await render(one, 'png')));
  }
});

describe('golden files', () => {
  test('include the pictures of the READMEs', () => {
    const script = join(root, 'scripts', 'build-pictures.ts');
    execFileSync(process.execPath, updates ? [script] : [script, '--check']);
  });

  test('belong to a case', () => {
    const known = new Set(cases.flatMap(({ name }) => [`${name}.txt`, `${name}.png`]));
    known.add('two-up.png');
    const idle = globSync('**/*.*', { cwd: folder }).filter((path) => !known.has(path));
    assert.deepEqual(idle, [], 'Delete them: no sample makes them.');
  });

  test('warnings.json names cases only', () => {
    const names = new Set(cases.map(({ name }) => name));
    assert.deepEqual(
      Object.keys(expectedWarnings).filter((name) => !names.has(name)),
      [],
    );
  });

  test('there is a typical sample of every layout', () => {
    for (const { file } of resources.catalogue.layouts) {
      assert(existsSync(join(root, 'samples', file.id, 'typical.json')), file.id);
    }
  });
});

async function checkPage(t: TestContext, one: GoldenCase): Promise<void> {
  const parsed = parseBillJson(one.json, { today });
  const bill = unwrap(parsed);
  const typeset = typesetBill(bill, resources);
  const { page, rung, layout } = unwrap(typeset);
  checkWarnings(one, [...parsed.warnings, ...typeset.warnings]);
  checkSize(page);
  checkPageCount(await render(one, 'pdf'));
  const text = `${layout.reference} ${one.language}, rung ${rung}\n${describePage(page)}`;
  t.assert.fileSnapshot(text, join(folder, `${one.name}.txt`), { serializers: [String] });
}

/** Exactly those of warnings.json: one that no longer comes is news as well. */
function checkWarnings({ name }: GoldenCase, warnings: readonly Warning[]): void {
  const found = warnings.map(({ code, pointer, details }) =>
    [code, details?.rung, pointer].filter((part) => part !== undefined).join(' '),
  );
  const row = `"${name}": ${JSON.stringify(found)}`;
  assert.deepEqual(
    found,
    expectedWarnings[name] ?? [],
    `If the change is meant, test/golden/warnings.json says: ${row}`,
  );
}

/** ISO 216: A4 is 210 mm × 297 mm. */
function checkSize({ width, height }: Page): void {
  assert.deepEqual([ptToMm(width).toFixed(3), ptToMm(height).toFixed(3)], ['210.000', '297.000']);
}

function checkPageCount(pdf: Uint8Array): void {
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\n/g) ?? [];
  assert.equal(pages.length, 1);
}

async function render({ json }: GoldenCase, output: OutputKind): Promise<Uint8Array> {
  const task = { json, output, profile: 'print', dpi: 80, today } as const;
  return unwrap(await renderTask(task, resources)).bytes;
}
