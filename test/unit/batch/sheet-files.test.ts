// Sheets of a finished batch one by one: what is in the ZIP, which of them, and what ends it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Batch } from '../../../src/batch/batch.ts';
import type { Crew } from '../../../src/batch/crew.ts';
import type { OpenedBatches } from '../../../src/batch/open.ts';
import { batchOptionsSchema } from '../../../src/batch/options.ts';
import { SheetFiles, SheetsBroken, type WantedSheets } from '../../../src/batch/sheet-files.ts';
import { openSqliteStore } from '../../../src/batch/sqlite-store.ts';
import { readConfig } from '../../../src/config.ts';
import { pageTexts } from '../../../src/draw/page-text.ts';
import { renderTask } from '../../../src/render/render-bill.ts';
import { loadResources } from '../../../src/render/resources.ts';
import { aFolder, billLines, bytesOf, endOf, openIn } from '../../support/batch.ts';
import { unzip } from '../../support/zip.ts';

const today = '2026-11-06';

interface Done {
  readonly opened: OpenedBatches;
  readonly batch: Batch;
}

async function done(
  t: Parameters<typeof aFolder>[0],
  lines: readonly string[],
  given: Readonly<Record<string, unknown>> = {},
): Promise<Done> {
  const opened = await openIn(aFolder(t));
  t.after(() => opened.close());
  const options = batchOptionsSchema.parse({ sort: 'as-sent', ...given });
  await opened.batches.submit({ id: 'V', options, today, source: bytesOf(lines.join('\n')) });
  return { opened, batch: await endOf(opened, 'V') };
}

async function zipOf({ opened, batch }: Done, wanted: WantedSheets = {}): Promise<Buffer> {
  const zip = await opened.batches.sheetFiles.zip(batch, wanted);
  assert.ok(zip.ok, JSON.stringify(zip));
  return Buffer.concat(await Array.fromAsync(zip.value));
}

describe('the ZIP', () => {
  test('has a file for each sheet, named by sequence and account, with its mark', async (t) => {
    const [first = '', second = ''] = billLines(2);
    const twice = JSON.parse(second);
    twice.delivery.copies = 2;
    const batch = await done(t, [first, JSON.stringify(twice)], { volumeSheets: 2 });
    const zip = await zipOf(batch);
    const files = await unzip(zip);
    assert.deepEqual(
      files.map(({ name }) => name),
      ['0001/00000001_000000001.pdf', '0002/00000002_000000002.pdf', '0002/00000003_000000002.pdf'],
    );
    const texts = await Array.fromAsync(files, async ({ bytes }) => {
      const pages = await Array.fromAsync(pageTexts(bytes));
      return pages.map((text) => text.match(/V \d\/\d \d\/\d/)?.[0]);
    });
    assert.deepEqual(texts, [['V 1/1 1/1'], ['V 2/2 1/2'], ['V 2/3 2/2']]);
    assert.ok(zip.equals(await zipOf(batch)), 'the same sheets have other bytes');
  });

  test('without marks its files are those of the single bills', async (t) => {
    const [line = ''] = billLines(1);
    const [file] = await unzip(await zipOf(await done(t, [line], { numbers: false })));
    const config = readConfig({}, 2);
    assert.ok(config.ok);
    const resources = await loadResources(config.config);
    assert.ok(resources.ok);
    const task = { json: line, output: 'pdf', profile: 'print', dpi: 150, today } as const;
    const single = await renderTask(task, resources.value);
    assert.ok(single.ok && file?.bytes.equals(single.value.bytes));
  });
});

test('some of the sheets, or none', async (t) => {
  const batch = await done(t, billLines(5), { volumeSheets: 2 });
  const cases: readonly (readonly [wanted: WantedSheets, sequences: readonly number[]])[] = [
    [{ volume: 2 }, [3, 4]],
    [{ sequences: { first: 2, last: 3 } }, [2, 3]],
    [{ sequences: { first: 5, last: 900 } }, [5]],
    [{ volume: 1, sequences: { first: 2, last: 4 } }, [2]],
  ];
  for (const [wanted, sequences] of cases) {
    const files = await unzip(await zipOf(batch, wanted));
    assert.deepEqual(
      files.map(({ name }) => Number(name.slice(5, 13))),
      sequences,
    );
  }
  for (const wanted of [{ volume: 4 }, { sequences: { first: 4, last: 3 } }]) {
    const zip = await batch.opened.batches.sheetFiles.zip(batch.batch, wanted);
    assert.equal(zip.ok ? '' : zip.faults[0]?.code, 'BATCH_UNKNOWN');
  }
});

describe('an early end', () => {
  const planAt = { offset: 0, length: 1 };
  const results = { json: file(), csv: file(), rejects: file() };

  test('of the threads breaks the ZIP off, or is a fault before it began', async (t) => {
    const { files, batch, asked } = await withHands(t, [drawn(), { kind: 'unavailable' }]);
    const zip = await files.zip(batch, {});
    assert.ok(zip.ok);
    await assert.rejects(Array.fromAsync(zip.value), SheetsBroken);
    assert.equal(asked.length, 2);
    const none = await files.zip(batch, {});
    assert.equal(none.ok ? '' : none.faults[0]?.code, 'WORKER_LOST');
  });

  test('of the reader stops what is drawn for it', async (t) => {
    const { files, batch, asked } = await withHands(t, [drawn(), drawn(), drawn()]);
    const zip = await files.zip(batch, {});
    assert.ok(zip.ok);
    assert.equal((await zip.value.next()).done, false);
    assert.deepEqual(
      asked.map((progress) => progress.isStopped),
      [false, false],
    );
    await zip.value.return(undefined);
    assert.deepEqual(
      asked.map((progress) => progress.isStopped),
      [false, true],
      'two portions were drawn: one that was read, one ahead',
    );
  });

  test('a batch that has not ended has no sheets yet', async (t) => {
    const { files, batch } = await withHands(t, []);
    const { results: _, ...running } = batch;
    const zip = await files.zip(running, {});
    assert.equal(zip.ok ? '' : zip.faults[0]?.code, 'BATCH_NOT_READY');
  });

  /** Threads that give these answers; then none can be had. */
  async function withHands(t: Parameters<typeof aFolder>[0], answers: readonly unknown[]) {
    const store = openSqliteStore(`${aFolder(t)}/batch.sqlite`, () => new Date(0));
    t.after(() => store.close());
    const options = batchOptionsSchema.parse({});
    const begun = { id: 'V', options, today, createdAt: today, lateRejects: 0 };
    await store.begin({ ...begun, status: 'receiving' });
    await store.plan('V', [{ number: 1, firstSequence: 1, sheets: 96, planAt }], {});
    const claim = await store.claim('V');
    assert.ok(claim);
    const counts = { pages: 96, sheets: 96, bills: 96, amount: 0, chain: '' };
    await store.seal(claim, { ...file(), rows: file(), ...counts }, []);
    const asked: NonNullable<Parameters<Crew['run']>[2]>[] = [];
    const left = [...answers];
    const run = async (...[, , progress]: Parameters<Crew['run']>) => {
      if (progress !== undefined) asked.push(progress);
      return left.shift() ?? { kind: 'unavailable' };
    };
    const crew = { size: 1, run: run as Crew['run'] };
    const files = new SheetFiles({ store, crew, folderOf: () => '' });
    return { files, asked, batch: { ...begun, status: 'completed', results } satisfies Batch };
  }

  function file() {
    return { bytes: 1, sha256: '' };
  }

  function drawn() {
    return { kind: 'done', value: { bytes: Buffer.from('x'), entries: [] } };
  }
});
