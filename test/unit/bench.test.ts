// The benchmark: its bills are valid and never the same, its stages and its naive drawing make the
// page that the service makes, and it runs. Whether its figures are good is not tested.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Chance } from '../../bench/chance.ts';
import { median, percentile } from '../../bench/median.ts';
import { drawNaively } from '../../bench/naive.ts';
import { stageNames, timeStages } from '../../bench/stage.ts';
import { folders, openResources, pdfTask, readSample, today } from '../../bench/subject.ts';
import { type Figures, figureTable, longTable } from '../../bench/table.ts';
import { variations } from '../../bench/vary.ts';
import { parseBillJson } from '../../src/bill/parse.ts';
import type { Bill, BillInput } from '../../src/bill/schema.ts';
import { rasteriseRgba } from '../../src/draw/raster.ts';
import { readCatalogue } from '../../src/font/load.ts';
import { renderTask } from '../../src/render/render-bill.ts';
import type { Resources } from '../../src/render/resources.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import type { Page } from '../../src/typeset/page.ts';
import { readLines } from './draw/read-pdf.ts';

const root = join(import.meta.dirname, '../..');

let resources: Resources;
before(async () => {
  resources = await openResources();
});

function take(sample: BillInput, seed: number, count: number): string[] {
  const bills = variations(sample, seed);
  return Array.from({ length: count }, () => bills.next().value);
}

function parse(json: string): Bill {
  const bill = parseBillJson(json, { today });
  assert(bill.ok, JSON.stringify(bill));
  return bill.value;
}

const fittingCodes: readonly string[] = ['FITTED', 'NOTICE_DROPPED', 'TABLE_TYPE_REDUCED'];

describe('variations', () => {
  const samplesDir = join(root, 'samples');
  const files = readdirSync(samplesDir, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    test(`of ${file} are as right as the sample`, async () => {
      const text = readFileSync(join(samplesDir, file), 'utf8');
      const expected = await said(text);
      for (const json of take(JSON.parse(text), 3, 8)) {
        assert.deepEqual(await said(json), expected, json);
      }
    });
  }

  /**
   * Everything that a caller would be told, without figures and without the rungs taken: a sum in
   * words may need a line more than the sample's.
   */
  async function said(json: string): Promise<readonly string[]> {
    const outcome = await renderTask({ ...pdfTask(json), output: 'check' }, resources);
    const faults = outcome.ok ? [] : outcome.faults;
    return [...faults, ...outcome.warnings]
      .filter(({ code }) => !fittingCodes.includes(code))
      .map(({ code, pointer = '' }) => `${code} ${pointer}`);
  }

  test('are all different, also in each id, name and sum', () => {
    const sample = readSample();
    const bills = take(sample, 3, 200).map(parse);
    const facts: Record<string, (bill: Bill) => string> = {
      number: ({ number }) => number ?? '',
      account: ({ account }) => account.number,
      payer: ({ account }) => account.payer,
      totalDue: ({ totalDue }) => String(totalDue),
      serial: ({ meters }) => meters[0]?.serial ?? '',
      code: ({ paymentCodes }) => JSON.stringify(paymentCodes),
    };
    for (const [name, fact] of Object.entries(facts)) {
      const different = new Set([parse(JSON.stringify(sample)), ...bills].map(fact));
      // By chance two of two hundred may share a sum, as two of a city's accounts do.
      assert(different.size > 190, `${name}: only ${different.size} of 201 differ`);
    }
  });

  test('move to one address in both languages', () => {
    for (const json of take(readSample(), 4, 20)) {
      const { address } = parse(json).account;
      const digits = (text: string | undefined) => text?.replace(/\D+/g, ' ').trim();
      assert.equal(digits(address.kk), digits(address.ru));
    }
  });

  test('are the same for the same seed', () => {
    const sample = readSample();
    assert.deepEqual(take(sample, 5, 3), take(sample, 5, 3));
    assert.notDeepEqual(take(sample, 5, 3), take(sample, 6, 3));
  });
});

describe('chance', () => {
  test('is even', () => {
    const chance = new Chance(1);
    const counts = new Map<number, number>();
    for (let i = 0; i < 10_000; i += 1) {
      const value = chance.whole(3, 7);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    assert.deepEqual([...counts.keys()].sort(), [3, 4, 5, 6, 7]);
    for (const count of counts.values()) assert(Math.abs(count - 2000) < 200, `${count}`);
  });

  test('shuffles without loss', () => {
    assert.equal([...new Chance(2).shuffled('abcdef')].sort().join(''), 'abcdef');
  });
});

describe('stages', () => {
  test('make the page that the service makes', () => {
    const json = JSON.stringify(readSample());
    const { page, times } = timeStages(json, resources);
    assert.deepEqual(page, pageOf(json));
    for (const stage of stageNames) assert(times[stage] >= 0, stage);
    assert(times.compose > 0 && times.typeset > 0);
  });

  test('refuse what the service refuses', () => {
    assert.throws(() => timeStages('{}', resources));
  });
});

describe('naive drawing', () => {
  test('says and looks like ours', async () => {
    const json = JSON.stringify(readSample());
    const fonts = { folder: folders.fontsDir, catalogue: readCatalogue(folders.fontsDir) };
    const rendered = await renderTask(pdfTask(json), resources);
    assert(rendered.ok);
    const ours = rendered.value.bytes;
    const naive = await drawNaively(pageOf(json), fonts);
    assert.deepEqual(await wordsIn(naive), await wordsIn(ours));
    const difference = await inkBetween(naive, ours);
    // Hairlines and the modules of codes differ; a table or an emblem gone would be far more.
    assert(difference < 0.25, `differs by ${100 * difference} % of the ink`);
  });

  async function wordsIn(pdf: Uint8Array): Promise<readonly string[]> {
    const lines = await readLines(pdf);
    return lines.flatMap((line) => line.split(/\s+/)).sort();
  }

  async function inkBetween(some: Uint8Array, others: Uint8Array): Promise<number> {
    const [a, b] = [await rasteriseRgba(some, 150), await rasteriseRgba(others, 150)];
    assert.deepEqual([a.width, a.height], [b.width, b.height]);
    const ink = b.data.reduce((sum, level) => sum + 255 - level, 0);
    return b.data.reduce((sum, level, i) => sum + Math.abs(level - (a.data[i] ?? 0)), 0) / ink;
  }
});

function pageOf(json: string): Page {
  const typeset = typesetBill(parse(json), resources);
  assert(typeset.ok);
  return typeset.value.page;
}

test('percentiles take the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  const cases: readonly (readonly [readonly number[], number, number])[] = [
    [hundred, 0.99, 99],
    [hundred, 0.5, 50],
    [hundred, 1, 100],
    [[3, 1, 2], 0.5, 2],
    [[7], 0.99, 7],
    [[7], 0, 7],
  ];
  for (const [values, share, expected] of cases) assert.equal(percentile(values, share), expected);
  assert.equal(median([4, 9, 1]), 4);
  assert(Number.isNaN(median([])));
});

const machine = { cores: 2, processor: 'x', system: 'linux x64', node: '26.10.0' };

const layouts = readdirSync(join(root, 'samples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

describe('npm run bench', () => {
  const run = promisify(execFile);
  const bench = (...flags: string[]) =>
    run(process.execPath, [join(root, 'bench/bench.ts'), ...flags], { timeout: 180_000 });

  test('prints every figure as JSON, and the table of them', async () => {
    const { stdout } = await bench('--quick', '--json');
    const figures: Figures = JSON.parse(stdout);
    const { http, naiveRatio, singlePerSecond, bytesPerBill, startMs } = figures;
    const { volumePagesPerSecond, bytesPerPage, emptyTaskUs, emptyReply, deflateRatio } = figures;
    const most = [naiveRatio, singlePerSecond, bytesPerBill, startMs, http.p50];
    const rest = [volumePagesPerSecond, bytesPerPage, emptyTaskUs, emptyReply.p50, deflateRatio];
    for (const figure of [...most, ...rest]) {
      assert(figure > 0, stdout);
    }
    assert(http.p99 >= http.p50);
    assert.deepEqual(
      figures.latencies.map(({ connections }) => connections),
      [1, 2, 8],
    );
    assert.deepEqual(
      figures.pools.map(({ workers, perSecond }) => [workers, perSecond > 0]),
      [
        [1, true],
        [2, true],
      ],
    );
    assert.deepEqual(
      figures.layouts.map(({ layout, perSecond }) => [layout, perSecond > 0]),
      layouts.map((layout) => [layout, true]),
    );
    assert(figures.rssMb === null || figures.rssMb > 40);
    const lines = figureTable({ ...figures, rssMb: null }).split('\n');
    assert(lines.some((line) => /^ {2}ratio +\d+\.\d times$/.test(line)));
    assert(lines.some((line) => /^ {2}service with 2 threads +unknown MB$/.test(line)));
    for (const layout of layouts) assert(lines.some((line) => line.startsWith(`  ${layout} `)));
  });

  test('says how much memory a long volume took', async () => {
    const { stdout } = await bench('--quick', '--long', '--json');
    const { volumePages, rssMb, bytesPerPage } = JSON.parse(stdout);
    assert.equal(volumePages, 100);
    assert.equal(rssMb.length, 10);
    assert(bytesPerPage > 1000 && rssMb[9] > 40);
    assert.match(longTable(machine, JSON.parse(stdout)), /after 100 pages +\d+ MB/);
  });

  test('lists who spent the time', async () => {
    const { stdout } = await bench('--quick', '--profile', '--json');
    const { file, functions, folders: spenders } = JSON.parse(stdout);
    assert(readFileSync(file, 'utf8').startsWith('{'));
    assert(functions.length > 10);
    assert(spenders.some(({ name }: { readonly name: string }) => name === 'src/typeset'));
  });

  test('explains itself to who mistypes a flag', async () => {
    await assert.rejects(bench('--fast'), (error: { code: number; stderr: string }) => {
      assert.equal(error.code, 2);
      assert.match(error.stderr, /--quick/);
      return true;
    });
  });
});
