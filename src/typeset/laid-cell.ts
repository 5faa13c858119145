// A cell of a table that stands in its columns. No behaviour here.

import type { Cell } from './block.ts';
import type { Sink } from './fragment.ts';

/** Lengths are from the left of the table and from the top of the cell. */
export interface LaidCell {
  readonly cell: Cell;
  /** Where its ink begins and ends. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** `x` is the left of the table, `room` the height of the row. */
  place(x: number, y: number, room: number, sink: Sink): void;
}
