// tolem snapshot update and check: bills in, goldens out; later, what is different on paper. What
// counts as a difference is snapshot/'s.

import { widthOf } from '../draw/overlay.ts';
import type { Fault, Outcome } from '../fault.ts';
import { type CaseResult, unjudged } from '../snapshot/result.ts';
import { resolution } from '../worker/protocol.ts';
import {
  type Command,
  type Exit,
  exit,
  type Given,
  type Surroundings,
  UsageError,
} from './command.ts';
import { compareBill, type Drawing, StrangePageError } from './compare-bill.ts';
import {
  digestOf,
  type Golden,
  listBills,
  listGoldens,
  type NamedBill,
  readGolden,
  removeGolden,
  writeGolden,
} from './goldens.ts';
import { type Render, renderAt, renderHere, UnreachableError } from './render-with.ts';
import { faultLines } from './report.ts';
import { withEngine } from './session.ts';
import { exitOfResults, tellResults } from './snapshot-report.ts';

export const snapshotCommand: Command = {
  name: 'snapshot',
  summary: 'Keep bills as goldens, and say what is different on paper.',
  usage: 'update|check DIR',
  options: {
    url: { type: 'string', about: 'A running service to ask; else this program renders.' },
    report: { type: 'string', about: 'Write a page with pictures of what differs to this file.' },
    strict: { type: 'boolean', default: false, about: 'Other bytes of a PDF differ as well.' },
    dpi: { type: 'string', default: '100', about: 'Pixels per inch of goldens (update).' },
    json: { type: 'boolean', default: false, about: 'Report one JSON object a bill.' },
  },
  examples: [
    ['snapshot update bills', 'writes a page model, a picture and a digest beside each bill'],
    ['snapshot check bills', 'says what is different; ends with 1 if anything is'],
    ['snapshot check bills --url http://localhost:8080', 'asks a running service'],
    ['snapshot check bills --report out/snapshots.html', 'shows it in pictures'],
  ],
  run: async (given, surroundings) => {
    const [verb, folder, ...rest] = given.files;
    if ((verb !== 'update' && verb !== 'check') || folder === undefined || rest.length > 0) {
      throw new UsageError('Write `snapshot update DIR` or `snapshot check DIR`.');
    }
    const work = { folder, dpi: dpiOf(given), bills: await billsOf(folder), given, surroundings };
    const url = given.text('url');
    const run = (render: Render) =>
      (verb === 'update' ? update : check)({ ...work, render }).catch(
        explainUnreachable(surroundings),
      );
    if (url !== undefined) return run(renderAt(url));
    return withEngine(surroundings, (engine) => run(renderHere(engine)));
  },
};

interface Work {
  readonly folder: string;
  readonly bills: readonly NamedBill[];
  readonly dpi: number;
  readonly given: Given;
  readonly surroundings: Surroundings;
  readonly render: Render;
}

async function billsOf(folder: string): Promise<readonly NamedBill[]> {
  const bills = await listBills(folder);
  if (bills.length === 0) {
    throw new UsageError(`There is no bill in ${folder}: no *.json and no *.ndjson.`);
  }
  return bills;
}

function dpiOf(given: Given): number {
  const dpi = Number(given.text('dpi'));
  const { least, most } = resolution;
  if (Number.isInteger(dpi) && dpi >= least && dpi <= most) return dpi;
  throw new UsageError(`--dpi is a whole number from ${least} to ${most}.`);
}

async function update({ folder, bills, dpi, render, given, surroundings }: Work): Promise<Exit> {
  const exits: Exit[] = [];
  let written = 0;
  for (const { name, json } of bills) {
    const drawn = await drawAll(json, dpi, render);
    if (drawn.ok) {
      await writeGolden(folder, name, drawn.value);
      written += 1;
    } else {
      for (const line of faultLines(name, drawn.faults)) surroundings.err(line);
      exits.push(exit.bills);
    }
    if (given.flag('json')) {
      surroundings.out(
        JSON.stringify({ name, ok: drawn.ok, faults: drawn.ok ? [] : drawn.faults }),
      );
    }
  }
  const known = new Set(bills.map(({ name }) => name));
  const gone = (await listGoldens(folder)).filter((name) => !known.has(name));
  for (const name of gone) await removeGolden(folder, name);
  if (!given.flag('json')) {
    const removed = gone.length === 0 ? '' : `, ${gone.length} removed whose bill is gone`;
    surroundings.out(`${written} of ${bills.length} goldens written${removed}.`);
  }
  return exits.length > 0 ? exit.bills : exit.ok;
}

async function drawAll(json: string, dpi: number, render: Render): Promise<Outcome<Golden>> {
  const undated = requireDate(json);
  if (undated !== undefined) return { ok: false, faults: [undated], warnings: [] };
  const page = await render(json, { output: 'page' });
  if (!page.ok) return page;
  const pdf = await render(json, { output: 'pdf' });
  if (!pdf.ok) return pdf;
  const picture = await render(json, { output: 'png', dpi });
  if (!picture.ok) return picture;
  const value = {
    page: new TextDecoder().decode(page.value),
    picture: picture.value,
    digest: digestOf(pdf.value),
  };
  return { ok: true, value, warnings: [] };
}

/** The print date is today's where a bill has none: such a golden would be wrong tomorrow. */
function requireDate(json: string): Fault | undefined {
  if (/"printedOn"\s*:/.test(json)) return undefined;
  const message = 'A golden needs its print date, or it changes every day. Give printedOn.';
  return { code: 'BILL_INVALID', pointer: '/printedOn', message };
}

async function check(work: Work): Promise<Exit> {
  const { folder, bills, given, surroundings } = work;
  const results: CaseResult[] = [];
  for (const bill of bills) results.push(await checkOne(bill, work));
  const known = new Set(bills.map(({ name }) => name));
  for (const name of await listGoldens(folder)) {
    if (known.has(name)) continue;
    const reason = 'there is a golden but no bill: put it back, or run `tolem snapshot update`';
    results.push(unjudged(name, 'gone', [reason]));
  }
  await tellResults(results, given, surroundings);
  return exitOfResults(results);
}

async function checkOne({ name, json }: NamedBill, work: Work): Promise<CaseResult> {
  const golden = await readGolden(work.folder, name);
  const failed = (faults: readonly Fault[]) => unjudged(name, 'failed', faultLines(name, faults));
  const undated = requireDate(json);
  if (undated !== undefined) return failed([undated]);
  const page = await work.render(json, { output: 'page' });
  if (!page.ok) return failed(page.faults);
  const pdf = await work.render(json, { output: 'pdf' });
  if (!pdf.ok) return failed(pdf.faults);
  if (golden === undefined) {
    return unjudged(name, 'new', ['there is no golden yet: run `tolem snapshot update`']);
  }
  const after: Drawing = {
    page: new TextDecoder().decode(page.value),
    digest: digestOf(pdf.value),
    picture: () => pictureLike(golden, json, work.render),
  };
  const before: Drawing = { ...golden, picture: async () => golden.picture };
  try {
    return await compareBill({ name, before, after, strict: work.given.flag('strict') });
  } catch (error) {
    if (!(error instanceof StrangePageError)) throw error;
    const mend = 'run `tolem snapshot update`';
    const reason = `the golden cannot be compared (${error.message}): ${mend}`;
    return unjudged(name, 'failed', [reason]);
  }
}

/** At the resolution that the golden was made at: A4 is 210 mm wide. */
async function pictureLike({ picture }: Golden, json: string, render: Render): Promise<Uint8Array> {
  const dpi = Math.round((widthOf(picture) * 25.4) / 210);
  const drawn = await render(json, { output: 'png', dpi });
  if (drawn.ok) return drawn.value;
  throw new Error('a picture was refused though the PDF was not');
}

function explainUnreachable({ err }: Surroundings): (error: unknown) => Exit {
  return (error) => {
    if (!(error instanceof UnreachableError)) throw error;
    err(error.message);
    return exit.machine;
  };
}
