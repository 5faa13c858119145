// Payment code → the text that is encoded. It draws nothing and knows no symbology.

import { type Fault, type Outcome, success } from '../fault.ts';
import { emvFaults, emvPayload } from './payment-emv.ts';
import { st00012Payload } from './payment-st00012.ts';
import { urlFaults, urlPayload } from './payment-url.ts';
import type { Bill } from './schema.ts';
import type { PaymentCode } from './schema-payment-code.ts';

export interface PaymentPayload {
  /** What the code encodes, as UTF-8. */
  readonly text: string;
  /** The account that the code pays, to be printed beside it. */
  readonly readable: string;
}

/** The payload of one of the bill's codes; faults point into the bill. */
export function paymentPayload(code: PaymentCode, bill: Bill): Outcome<PaymentPayload> {
  const index = bill.paymentCodes.indexOf(code);
  const text = payloadText(code, index < 0 ? '/paymentCodes' : `/paymentCodes/${index}`);
  if (!text.ok) return text;
  return success({ text: text.value, readable: codeAccount(code) ?? bill.account.number });
}

/** The text alone; `pointer` is where the code stands in the bill. */
export function payloadText(code: PaymentCode, pointer: string): Outcome<string> {
  switch (code.kind) {
    case 'url-template':
      return urlPayload(code, pointer);
    case 'emv-mpm':
      return emvPayload(code, pointer);
    case 'st00012':
      return success(st00012Payload(code));
    case 'opaque':
    case 'plain':
      return success(code.text);
  }
}

/** Why the code cannot be made, without making it. */
export function payloadFaults(code: PaymentCode, pointer: string): readonly Fault[] {
  switch (code.kind) {
    case 'url-template':
      return urlFaults(code, pointer);
    case 'emv-mpm':
      return emvFaults(code, pointer);
    case 'st00012':
    case 'opaque':
    case 'plain':
      return [];
  }
}

/** The account that the code itself names, if it names one. */
export function codeAccount(code: PaymentCode): string | undefined {
  if (code.kind === 'url-template') return code.values.account;
  return code.kind === 'st00012' ? code.values.PersAcc : undefined;
}
