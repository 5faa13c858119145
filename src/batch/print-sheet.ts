// One line of the spool as the sheet that it is in its volume: read, typeset, numbered, marked. It
// draws nothing.

import { failure, type Outcome, success } from '../fault.ts';
import type { Page } from '../typeset/page.ts';
import { type ReadBill, readBill, type Tools } from './check-lines.ts';
import { dressSheet } from './dress.ts';
import type { BatchOptions } from './options.ts';
import type { SpooledSheet } from './spooled-sheet.ts';

/** What all sheets of a volume have in common. */
export interface VolumeFacts {
  readonly batch: string;
  readonly volume: number;
  readonly options: BatchOptions;
  readonly today: string;
  readonly reprint: boolean;
  readonly proof?: boolean;
}

/** Which sheet it is. */
type PlacedSheet = Pick<SpooledSheet, 'sequence' | 'copy' | 'copies' | 'rung'>;

export interface PrintedSheet extends ReadBill {
  /** With what the print house needs in its margins. */
  readonly page: Page;
}

/** It passed the check, so a fault here means that layouts or program changed since. */
export function printSheet(
  text: string,
  { sequence, copy, copies, rung }: PlacedSheet,
  { options, today, ...facts }: VolumeFacts,
  tools: Tools,
): Outcome<PrintedSheet> {
  const read = readBill(text, tools, { today, rung });
  if (!read.ok) return failure(read.faults);
  const sheet = { ...facts, sequence, copy, copies };
  const dressed = dressSheet(read.value.typeset.page, sheet, options, tools.wardrobe);
  return dressed.ok ? success({ ...read.value, page: dressed.value }) : failure(dressed.faults);
}
