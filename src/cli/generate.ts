// tolem generate: invented bills as NDJSON, to standard output or a file, as fast as they are read.

import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isPeriod } from '../bill/period.ts';
import { type LineOrder, Lines } from '../generate/line.ts';
import { type Command, type Exit, exit, type Given, UsageError } from './command.ts';
import { layoutsWithRecipe, readRecipes } from './recipes.ts';
import { withConfig } from './session.ts';

/** A larger batch is several; account numbers are distinct up to there. */
const mostLines = 10_000_000;
/** Bad lines told one by one. */
const mostTold = 50;
/** Characters written at once. */
const pieceLength = 1 << 18;

export const generateCommand: Command = {
  name: 'generate',
  summary: 'Invent bills, one JSON line each.',
  usage: 'COUNT',
  options: {
    seed: { type: 'string', default: '1', about: 'Another seed gives other bills.' },
    layout: { type: 'string', about: 'Layouts in turns, with commas; all that have a recipe.' },
    period: { type: 'string', default: '2026-10', about: 'Billing period, YYYY-MM.' },
    bad: { type: 'string', default: '0', about: 'Lines to be refused: a number, or a share: 2%.' },
    out: { type: 'string', short: 'o', about: 'File; standard output when absent.' },
  },
  examples: [
    ['generate 1000 -o bills.ndjson', 'a thousand bills of all layouts'],
    ['generate 300000 --bad 17 -o bills.ndjson', 'the same every time, 17 lines are wrong'],
    ['generate 1 --layout almaty | tolem render - -o out', 'one bill, rendered'],
  ],
  run: (given, surroundings) =>
    withConfig(surroundings, async ({ layoutsDir }) => {
      const request = requestOf(given);
      const ids = request.ids ?? (await layoutsWithRecipe(layoutsDir));
      const lines = new Lines({ ...(await readRecipes(layoutsDir, ids)), ...request.order });
      const { count, file } = request;
      const bad: string[] = [];
      const texts = textsOf(lines, count, (line, code) => bad.push(`line ${line}: ${code}`));
      if (file === undefined) for (const text of texts) await surroundings.write(text);
      else await writeFile(file, texts);
      for (const told of bad.slice(0, mostTold)) surroundings.err(told);
      if (bad.length > 0) surroundings.err(`${count} lines, ${bad.length} of them bad.`);
      return exit.ok satisfies Exit;
    }),
};

interface Request {
  readonly count: number;
  readonly file: string | undefined;
  readonly ids: readonly string[] | undefined;
  readonly order: Omit<LineOrder, 'recipes' | 'words'>;
}

/** Bills know months before theirs and years behind it, and the contract knows 2000 to 2099. */
const firstPeriod = '2002-01';
const lastPeriod = '2089-12';

function requestOf(given: Given): Request {
  const [count = '', ...rest] = given.files;
  const lines = Number(count);
  if (rest.length > 0 || !/^\d{1,8}$/.test(count) || lines < 1 || lines > mostLines) {
    throw new UsageError(`Say how many bills: a whole number from 1 to ${mostLines}.`);
  }
  const seed = Number(given.text('seed'));
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    throw new UsageError('--seed is a whole number from 0 to 4294967295.');
  }
  const period = given.text('period') ?? '';
  if (!isPeriod(period) || period < firstPeriod || period > lastPeriod) {
    throw new UsageError(`--period is a month from ${firstPeriod} to ${lastPeriod}.`);
  }
  const bad = badOf(given.text('bad') ?? '0', lines);
  const ids = given.text('layout')?.split(',');
  return { count: lines, file: given.text('out'), ids, order: { seed, period, bad } };
}

function badOf(text: string, of: number): NonNullable<LineOrder['bad']> {
  const [, digits = '', percent] = /^(\d{1,8}(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const number = Number(digits);
  const most = percent === '%' ? 100 : of;
  if (digits === '' || number > most || (percent === '' && !Number.isInteger(number))) {
    throw new UsageError(`--bad is a number of lines up to ${of}, or a share such as 2%.`);
  }
  return percent === '%' ? { share: number / 100 } : { lines: number, of };
}

/** In pieces of many lines: a call for each would take longer than its bill. */
function* textsOf(
  lines: Lines,
  count: number,
  tell: (line: number, code: string) => void,
): Generator<string> {
  let piece = '';
  for (let index = 0; index < count; index += 1) {
    const { text, expected } = lines.at(index);
    if (expected !== undefined) tell(index + 1, expected);
    piece += `${text}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Beside its place and then renamed: nobody takes half a batch for a whole one. */
async function writeFile(path: string, texts: Iterable<string>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const file = await open(draft, 'wx');
  try {
    for (const text of texts) await file.writeFile(text);
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}
