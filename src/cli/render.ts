// tolem render: bills to files.

import { join } from 'node:path';
import type { Fault, Warning } from '../fault.ts';
import { type OutputKind, type Profile, profiles, resolution } from '../worker/protocol.ts';
import {
  type Command,
  type Engine,
  type Exit,
  type Given,
  type Surroundings,
  UsageError,
} from './command.ts';
import { labelOf, readBill, requireNames, requireReadable } from './input.ts';
import { outputName, requireDistinctNames, writeWhole } from './output.ts';
import { exitOf, faultLines, warningLines, worst } from './report.ts';
import { withEngine } from './session.ts';

const { least, preset, most } = resolution;

export const renderCommand: Command = {
  name: 'render',
  summary: 'Render bills to PDF files.',
  usage: 'FILE.json… -o DIR',
  options: {
    out: { type: 'string', short: 'o', about: 'Folder of the files; it is made if need be.' },
    profile: { type: 'string', default: 'print', about: `One of ${profiles.join(', ')}.` },
    png: { type: 'boolean', default: false, about: 'Write a picture as well.' },
    page: { type: 'boolean', default: false, about: 'Write the page model (JSON) as well.' },
    dpi: {
      type: 'string',
      default: String(preset),
      about: `Pixels per inch, ${least} to ${most}.`,
    },
    json: { type: 'boolean', default: false, about: 'Report one JSON object a bill.' },
  },
  examples: [
    ['render bill.json -o out', 'writes out/bill.pdf'],
    ['render samples/*/*.json -o out --png', 'writes a PDF and a picture of each'],
    ['render - -o out < bill.json', 'writes out/ACCOUNT_PERIOD.pdf'],
  ],
  async run(given, surroundings) {
    const order = orderOf(given);
    await requireReadable(given.files);
    return withEngine(surroundings, async (engine) => {
      const exits: Exit[] = [];
      for (const file of given.files)
        exits.push(await renderOne(file, order, engine, surroundings));
      return worst(exits);
    });
  },
};

interface Order {
  readonly folder: string;
  readonly outputs: readonly OutputKind[];
  readonly profile: Profile;
  readonly dpi: number;
  readonly asJson: boolean;
}

function orderOf(given: Given): Order {
  requireNames(given.files);
  requireDistinctNames(given.files);
  const folder = given.text('out');
  if (folder === undefined) throw new UsageError('Name the folder of the files with -o DIR.');
  const profile = profiles.find((known) => known === given.text('profile'));
  if (profile === undefined) throw new UsageError(`--profile is one of ${profiles.join(', ')}.`);
  const dpi = Number(given.text('dpi'));
  if (!Number.isInteger(dpi) || dpi < least || dpi > most) {
    throw new UsageError(`--dpi is a whole number from ${least} to ${most}.`);
  }
  const extras = (['png', 'page'] as const).filter((output) => given.flag(output));
  return { folder, outputs: ['pdf', ...extras], profile, dpi, asJson: given.flag('json') };
}

interface Result {
  readonly file: string;
  readonly written: readonly string[];
  readonly ms: number;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

async function renderOne(
  file: string,
  order: Order,
  engine: Engine,
  surroundings: Surroundings,
): Promise<Exit> {
  const result = await resultOf(file, order, engine, surroundings);
  const { written, ms, faults, warnings } = result;
  const label = labelOf(file);
  if (order.asJson) {
    surroundings.out(JSON.stringify({ ...result, file: label, ok: faults.length === 0 }));
    return exitOf(faults);
  }
  if (faults.length === 0) surroundings.out(`${label}: ${written.join(', ')} (${ms} ms)`);
  for (const line of warningLines(label, warnings)) surroundings.err(line);
  for (const line of faultLines(label, faults)) surroundings.err(line);
  return exitOf(faults);
}

async function resultOf(
  file: string,
  order: Order,
  engine: Engine,
  surroundings: Surroundings,
): Promise<Result> {
  const startedAt = performance.now();
  const result = { file, written: [], ms: 0, faults: [], warnings: [] };
  const bill = await readBill(file, surroundings);
  if (!bill.ok) return { ...result, faults: bill.faults };
  const { folder, outputs, profile, dpi } = order;
  const today = engine.clock.today();
  const written: string[] = [];
  let warnings: readonly Warning[] = [];
  for (const output of outputs) {
    const outcome = await engine.render({ json: bill.value, output, profile, dpi, today });
    if (!outcome.ok) {
      return { ...result, written, faults: outcome.faults, warnings: outcome.warnings };
    }
    const path = join(folder, outputName(file, output, outcome.value));
    await writeWhole(path, outcome.value.bytes);
    written.push(path);
    warnings = outcome.warnings;
  }
  return { ...result, written, warnings, ms: Math.round(performance.now() - startedAt) };
}
