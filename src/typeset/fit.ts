// One sheet or a fault: climbs the layout's fitting ladder until the bill fits. Each rung taken is
// a warning; past the last, a fault with millimetres. What a rung changes is the layout's affair.

import { type Fault, failure, type Outcome, success, type Warning } from '../fault.ts';
import type { Sheet } from './block.ts';
import { dropLeast } from './drop.ts';
import { type Flow, flowSheet } from './flow.ts';
import { type Context, epsilon, type Overflow } from './fragment.ts';
import { createContext } from './layout-block.ts';
import type { Measure } from './measure.ts';
import type { Page } from './page.ts';
import { ptToMm } from './unit.ts';

export interface Rung {
  readonly id: string;
  /** Tried without a word: taking it or leaving it is no news. */
  readonly silent: boolean;
  /** It makes a bill roomier: tried before the climb, passed over where the bill is too high. */
  readonly isLuxury: boolean;
  /** What it changes, for the warning: «rows and gaps are tighter». */
  readonly changes: string;
  /** Blocks marked as droppable may go, one by one. */
  readonly drops: boolean;
}

export interface Fitted {
  readonly page: Page;
  readonly rung: string;
}

export interface Ladder {
  readonly rungs: readonly Rung[];
  /** The sheet as the rung sets it; composing fails only for faults that no rung mends. */
  composeAt(rung: number): Outcome<Sheet>;
  /** Runs what sets a sheet: parts of it that are composed only then may have faults, too. */
  setting?<T>(set: () => Outcome<T>): Outcome<T>;
  /** The page is to tell its structure. */
  readonly structured?: boolean;
  /** Id of the rung that a climb with this very bill ended on: the others need not be set again. */
  readonly stood?: string | undefined;
}

interface Attempt {
  readonly context: Context;
  readonly flow: Flow;
}

/** Rungs that are a luxury stand first in the ladder; the climb starts behind them. */
export function fitSheet(ladder: Ladder, measure: Measure): Outcome<Fitted> {
  const first = ladder.rungs.findIndex(({ isLuxury }) => !isLuxury);
  const again = standAgain(ladder, first, measure);
  if (again !== undefined) return again;
  for (let luxury = 0; luxury < first; luxury += 1) {
    const stood = stand(ladder, luxury, measure);
    if (!stood.ok || !stood.value.fits || isReduced(stood.value)) continue;
    return success(stood.value.fitted(), stood.warnings);
  }
  const climbed = climb(ladder, first, measure);
  return climbed.ok ? success(climbed.value.fitted(), climbed.warnings) : climbed;
}

/**
 * The known rung with the warnings of the way to it: what the climb gave, at the price of one rung.
 * Undefined where the bill does not stand on it, because its layout is another one by now.
 */
function standAgain(ladder: Ladder, first: number, measure: Measure): Outcome<Fitted> | undefined {
  const { rungs, stood } = ladder;
  const index = stood === undefined ? -1 : rungs.findIndex(({ id }) => id === stood);
  if (index < 0) return undefined;
  const found = stand(ladder, index, measure);
  if (!found.ok || !found.value.fits) return undefined;
  if (index < first && isReduced(found.value)) return undefined;
  const way = rungs.slice(first, index + 1).filter(({ silent }) => !silent);
  return success(found.value.fitted(), [...way.map(rungWarning), ...found.warnings]);
}

/** Larger rows around smaller type would be no luxury. */
function isReduced({ attempt }: Stand): boolean {
  return attempt.context.reductions.length > 0;
}

interface Stand {
  readonly fits: boolean;
  readonly attempt: Attempt;
  fitted(): Fitted;
}

function climb(ladder: Ladder, first: number, measure: Measure): Outcome<Stand> {
  const warnings: Warning[] = [];
  let last: Attempt | undefined;
  for (const [index, rung] of ladder.rungs.entries()) {
    if (index < first) continue;
    if (!rung.silent) warnings.push(rungWarning(rung));
    const stood = stand(ladder, index, measure);
    // What a rung left out is only news of the sheet that is set in the end.
    const told = [...warnings, ...stood.warnings];
    if (!stood.ok) return failure(stood.faults, told);
    if (stood.value.fits) return success(stood.value, told);
    last = stood.value.attempt;
  }
  return failure(last === undefined ? [] : misfits(last, ladder.rungs), warnings);
}

/** One rung: the sheet as it sets it, less what it may drop. */
function stand(ladder: Ladder, index: number, measure: Measure): Outcome<Stand> {
  const composed = ladder.composeAt(index);
  if (!composed.ok) return composed;
  const set = () => setAt(ladder, index, composed, measure);
  return ladder.setting === undefined ? set() : ladder.setting(set);
}

interface Composed {
  readonly value: Sheet;
  readonly warnings: readonly Warning[];
}

function setAt(
  ladder: Ladder,
  index: number,
  composed: Composed,
  measure: Measure,
): Outcome<Stand> {
  const warnings = [...composed.warnings];
  const drops = ladder.rungs[index]?.drops ?? false;
  const structured = ladder.structured ?? false;
  let sheet = composed.value;
  let last = attempt(sheet, measure, structured);
  while (drops && isTooHigh(last.flow)) {
    const dropped = dropLeast(sheet);
    if (dropped === undefined) break;
    warnings.push(dropWarning(dropped.drop.pointer, dropped.drop.priority));
    sheet = dropped.sheet;
    last = attempt(sheet, measure, structured);
  }
  const { flow, context } = last;
  if (fits(last)) warnings.push(...reductionWarnings(context));
  const rung = ladder.rungs[index]?.id ?? '';
  return success(
    {
      fits: fits(last),
      attempt: last,
      fitted: () => ({ page: flow.draw(), rung }),
    },
    warnings,
  );
}

function attempt(sheet: Sheet, measure: Measure, structured: boolean): Attempt {
  const context = createContext(measure, structured);
  return { context, flow: flowSheet(sheet, context) };
}

function fits({ context, flow }: Attempt): boolean {
  return !isTooHigh(flow) && context.overflows.length === 0;
}

function isTooHigh({ needed, available }: Flow): boolean {
  return needed > available + epsilon;
}

function rungWarning(rung: Rung): Warning {
  return {
    code: 'FITTED',
    message: `To fit on one sheet, ${rung.changes} (rung "${rung.id}").`,
    details: { rung: rung.id },
  };
}

function dropWarning(pointer: string, priority: number): Warning {
  return {
    code: 'NOTICE_DROPPED',
    message: `To fit on one sheet, a notice of priority ${priority} was left out.`,
    pointer,
    details: { priority },
  };
}

/** One for each table, with the size it ended at. */
function reductionWarnings({ reductions }: Context): Warning[] {
  if (reductions.length === 0) return [];
  const final = new Map(reductions.map(({ source, size }) => [source, size]));
  return [...final].map(([source, size]) => ({
    code: 'TABLE_TYPE_REDUCED',
    message: `Long figures left too little width: the table is set at ${size} pt.`,
    source,
    details: { sizePt: size },
  }));
}

function misfits({ context, flow }: Attempt, rungs: readonly Rung[]): Fault[] {
  const tried = rungs.filter(({ isLuxury }) => !isLuxury).map(({ id }) => id);
  const faults = context.overflows.map((overflow) => tooWide(overflow, tried));
  if (isTooHigh(flow)) faults.unshift(tooHigh(flow, tried));
  return faults;
}

function tooHigh(flow: Flow, rungsTried: readonly string[]): Fault {
  const needed = roundMm(flow.needed);
  const available = roundMm(flow.available);
  const regions = flow.regions();
  const highest = regions.reduce((a, b) => (b.height > a.height ? b : a));
  const own = roundMm(highest.height);
  return {
    code: 'DOES_NOT_FIT',
    message:
      `The bill needs ${needed} mm of height and the sheet has ${available} mm; ` +
      `block "${highest.name}" alone takes ${own} mm. Send fewer or shorter lines.`,
    source: highest.source,
    details: {
      block: highest.name,
      blockMm: own,
      neededMm: needed,
      availableMm: available,
      regions: regions.map(({ name, height }) => `${name} ${roundMm(height)} mm`),
      rungsTried,
    },
  };
}

function tooWide(overflow: Overflow, rungsTried: readonly string[]): Fault {
  const neededMm = roundMm(overflow.needed);
  const availableMm = roundMm(overflow.available);
  return {
    code: 'DOES_NOT_FIT',
    message:
      `A text or code needs ${neededMm} mm of width and has ${availableMm} mm. ` +
      'Shorten it or give it a place to break.',
    source: overflow.source,
    details: { neededMm, availableMm, rungsTried },
  };
}

/** Rounded up for what is needed would hide equality; two decimals tell them apart. */
function roundMm(points: number): number {
  return Math.round(ptToMm(points) * 100) / 100;
}
