// A sheet of a plan and where its bill is, as plans and tasks hold it. Types only.

import type { SpoolPlace } from './places.ts';
import type { PlannedSheet } from './plan-page.ts';

/** A sheet of a volume and where its bill is in the spool. */
export interface SpooledSheet extends Omit<PlannedSheet, 'entry'>, SpoolPlace {}

/** One that is drawn outside of its volume. */
export interface PickedSheet {
  readonly sheet: SpooledSheet;
  readonly volume: number;
  /** Its line in the outline. */
  readonly bookmark?: string;
}
