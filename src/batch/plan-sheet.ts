// The ordered entries as sheets: one a copy, the copies of a bill together.

import type { Columns } from './plan-columns.ts';

/** By sequence − 1. */
export interface Sheets {
  readonly entryOf: Uint32Array;
  readonly copyOf: Uint8Array;
  readonly copiesOf: Uint8Array;
}

export function sheetsOf(order: Uint32Array, { copies }: Columns): Sheets {
  let count = 0;
  for (const each of copies) count += each;
  const sheets = {
    entryOf: new Uint32Array(count),
    copyOf: new Uint8Array(count),
    copiesOf: new Uint8Array(count),
  };
  let at = 0;
  for (const entry of order) {
    const of = copies[entry] ?? 1;
    for (let copy = 1; copy <= of; copy += 1) {
      sheets.entryOf[at] = entry;
      sheets.copyOf[at] = copy;
      sheets.copiesOf[at] = of;
      at += 1;
    }
  }
  return sheets;
}
