// Payment codes with their payloads. Symbols are encoded where the template sets a code.

import { paymentPayload } from '../bill/payment-code.ts';
import type { Phrase } from '../bill/phrase.ts';
import type { Bill } from '../bill/schema.ts';
import type { Failure } from './view-null.ts';

export interface CodeView {
  readonly payload: string;
  /** The account that the code pays, printed beside it. */
  readonly readable: string;
  readonly caption: Phrase | null;
  /** JSON pointer into the bill. */
  readonly pointer: string;
}

export function codesView(bill: Bill): {
  readonly codes: readonly CodeView[];
  readonly failures: readonly Failure[];
} {
  const codes: CodeView[] = [];
  const failures: Failure[] = [];
  bill.paymentCodes.forEach((code, index) => {
    const made = paymentPayload(code, bill);
    if (made.ok) {
      const { text, readable } = made.value;
      const pointer = `/paymentCodes/${index}`;
      codes.push({ payload: text, readable, caption: code.caption ?? null, pointer });
    } else failures.push(...made.faults);
  });
  return { codes, failures };
}
