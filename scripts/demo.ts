// `npm run demo`: the real service renders every sample to PDF and PNG in out/, then ends; all of
// them stand in out/volume.pdf too. Exits 0 only if everything was rendered.

import { closeSync, openSync, writeSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { BillVolume } from '../src/render/render-volume.ts';
import { loadResources } from '../src/render/resources.ts';
import { startService } from './server-process.ts';

const root = join(import.meta.dirname, '..');
const samples = join(root, 'samples');
const out = join(root, 'out');

interface Result {
  readonly name: string;
  readonly pdf: Document;
  readonly png: Document;
}

interface Document {
  readonly ms: number;
  readonly bytes: number;
  readonly warnings: number;
  /** Why there is none. */
  readonly problem?: string;
}

process.exitCode = (await demo()) ? 0 : 1;

async function demo(): Promise<boolean> {
  const files = (await Array.fromAsync(glob('**/*.json', { cwd: samples }))).toSorted();
  const service = await startService({ TOLEM_LOG_LEVEL: 'info' });
  console.log(`The service listens at ${service.url}; ${files.length} samples.\n`);
  const results: Result[] = [];
  for (const file of files) results.push(await render(file, service.url));
  const exitCode = await service.stop();
  show(results);
  const failed = results.flatMap(({ pdf, png }) => [pdf, png]).filter(isFailed);
  for (const { problem } of failed) console.error(problem);
  const pages = await writeVolume(files);
  console.log(`\n${pages} of them are pages of volume.pdf.`);
  console.log(`The service ended with ${exitCode}. The documents are in ${relative('.', out)}.`);
  return exitCode === 0 && failed.length === 0 && pages > 0 && pages === results.length;
}

async function render(file: string, url: string): Promise<Result> {
  const bill = await readFile(join(samples, file));
  const name = join(dirname(file), basename(file, '.json'));
  const pdf = await send(bill, `${url}/v1/bills`, 'application/pdf', `${name}.pdf`);
  const png = await send(bill, `${url}/v1/bills?dpi=150`, 'image/png', `${name}.png`);
  return { name, pdf, png };
}

/** The samples in one file, as a print house gets them; how many there are. */
async function writeVolume(files: readonly string[]): Promise<number> {
  const layoutsDir = join(root, 'layouts');
  const resources = await loadResources({ layoutsDir, fontsDir: join(root, 'fonts') });
  if (!resources.ok) return 0;
  const metadata = { title: 'tolem', languageTag: 'kk-KZ', createdOn: '2026-11-06' };
  const file = openSync(join(out, 'volume.pdf'), 'w');
  const volume = new BillVolume({ today: '2026-11-06', metadata }, resources.value, (bytes) =>
    writeSync(file, bytes),
  );
  for (const sample of files) {
    const bookmark = basename(sample, '.json');
    const marks = { label: `${volume.length + 1}`, section: dirname(sample), bookmark };
    const added = volume.add(await readFile(join(samples, sample), 'utf8'), marks);
    if (!added.ok) console.error(`volume.pdf: ${sample}`, added.faults);
  }
  volume.finish();
  closeSync(file);
  return volume.length;
}

async function send(
  bill: Uint8Array<ArrayBuffer>,
  url: string,
  accept: string,
  name: string,
): Promise<Document> {
  const startedAt = performance.now();
  const headers = { 'content-type': 'application/json', accept };
  const answer = await fetch(url, { method: 'POST', headers, body: bill });
  const bytes = await answer.bytes();
  const ms = performance.now() - startedAt;
  const document = {
    ms,
    bytes: bytes.length,
    warnings: Number(answer.headers.get('tolem-warnings')),
  };
  if (!answer.ok) return { ...document, problem: `${name}: ${new TextDecoder().decode(bytes)}` };
  await mkdir(dirname(join(out, name)), { recursive: true });
  await writeFile(join(out, name), bytes);
  return document;
}

function isFailed({ problem }: Document): boolean {
  return problem !== undefined;
}

function show(results: readonly Result[]): void {
  const rows = results.map(({ name, pdf, png }) => [
    name,
    `${pdf.ms.toFixed(1)} ms`,
    `${(pdf.bytes / 1000).toFixed(1)} kB`,
    `${png.ms.toFixed(1)} ms`,
    `${(png.bytes / 1000).toFixed(1)} kB`,
    isFailed(pdf) || isFailed(png) ? 'failed' : String(pdf.warnings),
  ]);
  const table = [['sample', 'PDF', '', 'PNG', '', 'warnings'], ...rows];
  const widths = table.map((row) => row.map((cell) => cell.length)).reduce(widest);
  for (const row of table) {
    const cells = row.map((cell, column) => align(cell, column, widths[column] ?? 0));
    console.log(cells.join('  ').trimEnd());
  }
}

function widest(a: readonly number[], b: readonly number[]): number[] {
  return a.map((width, column) => Math.max(width, b[column] ?? 0));
}

// Names to the left, figures to the right.
function align(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
