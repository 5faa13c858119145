// The samples beside what `npm run demo` made of them. It checks nothing.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { payloadText } from '../../src/bill/payment-code.ts';
import { type BillInput, billSchema } from '../../src/bill/schema.ts';

export interface Sample {
  /** E.g. `almaty-city/typical`. */
  readonly name: string;
  readonly bill: BillInput;
  /** The rendered file in out/. */
  readonly pdf: string;
  /** Payloads of the payment codes. */
  readonly payloads: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');

export const samples: readonly Sample[] = globSync('samples/*/*.json', { cwd: root })
  .sort()
  .map((path) => {
    const bill = JSON.parse(readFileSync(join(root, path), 'utf8'));
    const name = path.split('/').slice(1).join('/').replace('.json', '');
    const pdf = join(root, 'out', `${name}.pdf`);
    return { name, bill, pdf, payloads: payloadsOf(bill) };
  });

/** All samples in one file, in their order. */
export const volume = join(root, 'out', 'volume.pdf');

/** PDFs in out/ that belong to no sample, and samples without one. */
export function mismatches(): readonly string[] {
  const made = globSync('out/*/*.pdf', { cwd: root }).map((path) => join(root, path));
  const known = samples.map(({ pdf }) => pdf);
  return [
    ...known.filter((pdf) => !existsSync(pdf)).map((pdf) => `${basename(pdf)} was not rendered`),
    ...made.filter((pdf) => !known.includes(pdf)).map((pdf) => `${basename(pdf)} has no sample`),
  ];
}

function payloadsOf(input: BillInput): readonly string[] {
  return billSchema.parse(input).paymentCodes.map((code, index) => {
    const payload = payloadText(code, `/paymentCodes/${index}`);
    if (!payload.ok) throw new Error(payload.faults.map(({ message }) => message).join('\n'));
    return payload.value;
  });
}
