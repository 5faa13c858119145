// What prints only never loads pdfkit, nor what pdfkit brings
// (docs/decisions/0039-pdfkit-loads-late.md).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSamples } from '../../../src/server/samples.ts';
import { createRenderer } from '../../../src/worker/pool.ts';
import type { RenderTask } from '../../../src/worker/protocol.ts';

const root = join(import.meta.dirname, '../../..');
const late = ['pdfkit', 'fontkit'];
const today = '2026-11-06';

test('a thread of the service loads it with the first archive', async (t) => {
  const samples = [...(await readSamples(join(root, 'samples'))).values()].map((sample) =>
    JSON.stringify(sample),
  );
  const renderer = createRenderer({
    threads: 1,
    queueLimit: 20,
    renderTimeoutMs: 10_000,
    startTimeoutMs: 20_000,
    memoryMb: 128,
    settings: { layoutsDir: join(root, 'layouts'), fontsDir: join(root, 'fonts'), samples, today },
    workerUrl: new URL('../../support/telling-worker.ts', import.meta.url),
  });
  t.after(() => renderer.close());
  const afterwards = async (rest: Pick<RenderTask, 'output' | 'profile'>) => {
    const [json = ''] = samples;
    const outcome = await renderer.render({ json, dpi: 36, today, ...rest });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return packagesOf(new TextDecoder().decode(outcome.value.bytes));
  };
  for (const output of ['check', 'page', 'pdf', 'png'] as const) {
    const packages = await afterwards({ output, profile: 'print' });
    assert.ok(packages.has('handlebars'), 'the modules of the thread are not seen');
    assert.ok(!packages.has('source-map'), 'more of Handlebars than its parser is loaded');
    assert.deepEqual(
      late.filter((name) => packages.has(name)),
      [],
      output,
    );
  }
  const packages = await afterwards({ output: 'pdf', profile: 'archive' });
  assert.deepEqual(
    late.filter((name) => packages.has(name)),
    late,
  );
});

test('the command line loads it for an archive only', () => {
  const inPrint = packagesOfCommand('print');
  assert.ok(inPrint.has('handlebars'), 'the modules of the process are not seen');
  assert.deepEqual(
    late.filter((name) => inPrint.has(name)),
    [],
  );
  const inArchive = packagesOfCommand('archive');
  assert.deepEqual(
    late.filter((name) => inArchive.has(name)),
    late,
  );
});

/** Of the addresses of modules, as a JSON array. */
function packagesOf(addresses: string): ReadonlySet<string> {
  const modules: readonly string[] = JSON.parse(addresses);
  const names = modules.map(
    (address) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(address)?.[1],
  );
  return new Set(names.filter((name) => name !== undefined));
}

function packagesOfCommand(profile: string): ReadonlySet<string> {
  const tell = join(root, 'test/support/tell-modules.ts');
  const folder = mkdtempSync(join(tmpdir(), 'tolem-out-'));
  const bill = join(root, 'samples/almaty-city/typical.json');
  const command = [join(root, 'src/cli.ts'), 'render', bill, '--profile', profile, '-o', folder];
  const started = spawnSync(process.execPath, ['--import', tell, ...command], { env: {} });
  rmSync(folder, { recursive: true });
  const stderr = started.stderr.toString();
  assert.equal(started.status, 0, stderr);
  return packagesOf(stderr.split('\n').at(-1) ?? '');
}
