// What texts of layout.json may mention: the bill's values by name and kind, and the helpers that
// put them into words. The helpers themselves are compose's; it fills this shape in.

import type { Language } from '../format/language.ts';

/** `text` is printed as it is; every other kind needs a helper. */
export type ValueKind = 'text' | 'date' | 'period' | 'money' | 'number';

/** Every value of a bill that a text may mention. No name and no address: notices stand open. */
export const textValues = {
  account: 'text',
  contract: 'text',
  billNumber: 'text',
  period: 'period',
  issuedOn: 'date',
  payBy: 'date',
  paymentsCountedTo: 'date',
  lastPaymentOn: 'date',
  lastPaymentAmount: 'money',
  totalDue: 'money',
  optionalDue: 'money',
  phone: 'text',
  site: 'text',
  email: 'text',
  meterSerials: 'text',
} as const satisfies Readonly<Record<string, ValueKind>>;

export type TextValueName = keyof typeof textValues;

/** Dates and periods as the bill has them, money in tiyn; null where the bill has none. */
export type TextValues = Readonly<Record<TextValueName, string | number | null>>;

/** One helper of texts: the kind of each argument, all of them needed, and what it says. */
export interface Wording {
  readonly takes: readonly ValueKind[];
  readonly say: (args: readonly unknown[], language: Language) => string;
}

export type Wordings = ReadonlyMap<string, Wording>;

export function isTextValue(name: string): name is TextValueName {
  return Object.hasOwn(textValues, name);
}
