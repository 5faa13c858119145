// tolem layout diff A B: the same bills in two layouts, most changed first. A layout is an id, an
// id with its revision, or a folder.

import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Fault } from '../fault.ts';
import { type CaseResult, unjudged } from '../snapshot/result.ts';
import { type Exit, exit, type Given, type Surroundings, UsageError } from './command.ts';
import { compareBill, type Drawing } from './compare-bill.ts';
import { digestOf, listBills, type NamedBill } from './goldens.ts';
import { type Render, renderHere } from './render-with.ts';
import { faultLines } from './report.ts';
import { withConfig } from './session.ts';
import { exitOfResults, tellResults } from './snapshot-report.ts';

export function diffLayouts(
  names: readonly string[],
  given: Given,
  surroundings: Surroundings,
): Promise<Exit> {
  const [a, b, ...rest] = names;
  const path = given.text('bills');
  if (a === undefined || b === undefined || rest.length > 0 || path === undefined) {
    throw new UsageError('Write `layout diff A B --bills FILE`, with bills as JSON or NDJSON.');
  }
  return withConfig(surroundings, async (config) => {
    const bills = await listBills(path);
    if (bills.length === 0) throw new UsageError(`There is no bill in ${path}.`);
    const before = await openLayout(a, config, surroundings);
    const after = await openLayout(b, config, surroundings);
    if (before === undefined || after === undefined) return exit.machine;
    const results: CaseResult[] = [];
    for (const bill of bills) results.push(await diffOne(bill, before, after));
    await tellResults(results, given, surroundings, `${a} → ${b}`);
    return exitOfResults(results);
  });
}

interface OpenLayout {
  /** As a bill names it. */
  readonly reference: string;
  readonly render: Render;
}

async function openLayout(
  name: string,
  config: Config,
  surroundings: Surroundings,
): Promise<OpenLayout | undefined> {
  const folder = await stat(name).catch(() => undefined);
  if (folder?.isDirectory() !== true) {
    if (/[/\\]/.test(name)) throw new UsageError(`There is no folder ${name}.`);
    return open(name, config, surroundings);
  }
  // Alone with the shared parts: its copy may stand beside the layout it was copied from.
  const place = await mkdtemp(join(tmpdir(), 'tolem-layout-'));
  try {
    const from = resolve(name);
    const beside = join(dirname(from), '_parts');
    const hasParts = await stat(beside).catch(() => undefined);
    const parts = hasParts === undefined ? join(config.layoutsDir, '_parts') : beside;
    const { id, revision } = await readReference(from);
    await cp(parts, join(place, '_parts'), { recursive: true });
    await cp(from, join(place, id), { recursive: true });
    return await open(`${id}@${revision}`, { ...config, layoutsDir: place }, surroundings);
  } finally {
    await rm(place, { recursive: true });
  }
}

async function open(
  reference: string,
  config: Config,
  surroundings: Surroundings,
): Promise<OpenLayout | undefined> {
  const engine = await surroundings.openEngine(config);
  if (engine.ok) return { reference, render: renderHere(engine.value) };
  for (const line of faultLines(reference, engine.faults)) surroundings.err(line);
  return undefined;
}

const referenceSchema = z.object({ id: z.string(), revision: z.number() });

async function readReference(folder: string): Promise<z.infer<typeof referenceSchema>> {
  const text = await readFile(join(folder, 'layout.json'), 'utf8').catch(() => {
    throw new UsageError(`${folder} is no layout: there is no layout.json.`);
  });
  const parsed = referenceSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UsageError(`${join(folder, 'layout.json')} says no id and revision.`);
}

async function diffOne(
  bill: NamedBill,
  before: OpenLayout,
  after: OpenLayout,
): Promise<CaseResult> {
  const { name } = bill;
  const sides = [];
  for (const layout of [before, after]) {
    const drawing = await draw(bill, layout);
    if ('faults' in drawing) {
      return unjudged(name, 'failed', faultLines(layout.reference, drawing.faults));
    }
    sides.push(drawing);
  }
  const [first, second] = sides;
  if (first === undefined || second === undefined) throw new RangeError('a side is missing');
  return compareBill({ name, before: first, after: second, strict: false });
}

/** Pictures at a resolution that shows hairlines and keeps the report small. */
const dpi = 100;

async function draw(
  { json }: NamedBill,
  { reference, render }: OpenLayout,
): Promise<Drawing | { readonly faults: readonly Fault[] }> {
  const bill = parseJson(json);
  const isObject = typeof bill === 'object' && bill !== null;
  const own = isObject ? JSON.stringify({ ...bill, layout: reference }) : json;
  const page = await render(own, { output: 'page' });
  if (!page.ok) return page;
  const pdf = await render(own, { output: 'pdf' });
  if (!pdf.ok) return pdf;
  return {
    page: new TextDecoder().decode(page.value),
    digest: digestOf(pdf.value),
    async picture() {
      const drawn = await render(own, { output: 'png', dpi });
      if (drawn.ok) return drawn.value;
      throw new Error('a picture was refused though the PDF was not');
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
