// The text of the linear barcode: a layout's template filled from the bill. It draws nothing.

import { failure, type Outcome, success } from '../fault.ts';
import type { Bill } from './schema.ts';
import { fillText, TextCutter } from './template-text.ts';

/**
 * Fills `{account}`, `{period}` (YYYYMM), `{number}` and `{total}` (whole tiyn). A name that is
 * none of these is the layout's mistake; a value that the bill lacks is the bill's.
 */
export function linearPayload(template: string, bill: Bill): Outcome<string> {
  const values: Readonly<Record<string, string | undefined>> = {
    account: bill.account.number,
    period: bill.period.replace('-', ''),
    number: bill.number,
    total: String(bill.totalDue),
  };
  const cut = cutter.cut(template);
  if (cut.isStray || cut.names.some((name) => !Object.hasOwn(values, name))) {
    const known = Object.keys(values).map((name) => `{${name}}`);
    const message = `The template of the barcode may only hold ${known.join(', ')}.`;
    return failure([{ code: 'LAYOUT_FAILED', message }]);
  }
  const absent = cut.names.find((name) => values[name] === undefined);
  if (absent !== undefined) {
    const message = `The barcode of this layout holds the ${absent}, which the bill lacks.`;
    return failure([{ code: 'CODE_REFUSED', pointer: `/${absent}`, message }]);
  }
  return success(fillText(cut, (name) => values[name] ?? ''));
}

const cutter = new TextCutter(/\{(\w*)\}/);
