// A bill's view and one edition of its layout → the sheet as blocks. Runs the template, decides
// nothing itself.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Edition } from '../layout/edition.ts';
import type { LayoutPackage } from '../layout/package.ts';
import { TemplateMistake } from '../layout/vocabulary.ts';
import type { Sheet } from '../typeset/block.ts';
import { type Composer, composerFor, leave } from './composer.ts';
import { LateFaults } from './late-options.ts';
import { traceView } from './trace.ts';
import { tellColumns } from './trace-tables.ts';
import type { ViewedBill } from './view.ts';

export function composeSheet(
  { bill, view }: ViewedBill,
  layout: LayoutPackage,
  edition: Edition,
): Outcome<Sheet> {
  return run(composerFor(layout, edition, bill), view);
}

/** The same from a layout that was compiled to be traced; sources say where values come from. */
export function composeTraced(
  { bill, view }: ViewedBill,
  layout: LayoutPackage,
  edition: Edition,
): Outcome<Sheet> {
  const composer = composerFor(layout, edition, bill);
  const traced = traceView(bill, view);
  composer.trace = traced.trace;
  const sheet = run(composer, traced.view);
  return sheet.ok ? success(tellColumns(sheet.value, edition)) : sheet;
}

function run(composer: Composer, view: object): Outcome<Sheet> {
  const { layout } = composer;
  try {
    layout.run(view, composer);
    return sheetOf(composer);
  } catch (error) {
    if (!(error instanceof TemplateMistake)) throw error;
    return failure([broken(error.source, error.message)]);
  } finally {
    leave(composer);
  }
}

/** `set` typesets a sheet: options of it that are composed only then may have faults, too. */
export function settingLate<T>(set: () => Outcome<T>): Outcome<T> {
  try {
    return set();
  } catch (error) {
    if (error instanceof LateFaults) return failure(error.faults);
    if (!(error instanceof TemplateMistake)) throw error;
    return failure([broken(error.source, error.message)]);
  }
}

function sheetOf({ layout, collector, faults }: Composer): Outcome<Sheet> {
  if (faults.length > 0) return failure(faults);
  if (collector.kind === 'sheet' && collector.sheet !== undefined) return success(collector.sheet);
  return failure([broken(layout.reference, 'the template has no {{#page}}.')]);
}

function broken(source: string, reason: string): Fault {
  return { code: 'LAYOUT_FAILED', message: `${source}: ${reason}`, source };
}
