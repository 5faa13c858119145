// A bill's view and one edition of its layout → the sheet as blocks. Runs the template, decides
// nothing itself.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Edition } from '../layout/edition.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Sheet } from '../typeset/block.ts';
import { type Composer, createComposer, TemplateMistake } from './composer.ts';
import type { ViewedBill } from './view.ts';

export function composeSheet(
  { bill, view }: ViewedBill,
  layout: LayoutPackage,
  edition: Edition,
): Outcome<Sheet> {
  const composer = createComposer(layout, edition, bill);
  try {
    layout.run(view, { composer });
  } catch (error) {
    return failure([templateFault(error, composer)]);
  }
  const { collector, faults } = composer;
  if (faults.length > 0) return failure(faults);
  if (collector.kind === 'sheet' && collector.sheet !== undefined) return success(collector.sheet);
  const message = `The template of ${layout.reference} has no {{#page}}.`;
  return failure([{ code: 'LAYOUT_FAILED', message, source: composer.file }]);
}

/** Handlebars' strict mode puts the line and column behind its message: `… - 12:4`. */
function templateFault(error: unknown, composer: Composer): Fault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TemplateMistake) return broken(error.source, message);
  const line = / - (\d+):\d+$/.exec(message)?.[1];
  if (line !== undefined) return broken(`${composer.file}:${line}`, message);
  const field = /of (?:null|undefined) \(reading '(\w+)'\)$/.exec(message)?.[1];
  if (field === undefined) throw error;
  return broken(composer.file, `it reads "${field}" of nothing; guard it with {{#if}}.`);
}

function broken(source: string, reason: string): Fault {
  return { code: 'LAYOUT_FAILED', message: `${source}: ${reason}`, source };
}
