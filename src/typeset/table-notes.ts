// Notes to a row of a table: on its last line if nothing stands in their way, else below.

import type { Note } from './block.ts';
import type { Context, Fragment } from './fragment.ts';
import type { LaidCell } from './laid-cell.ts';
import type { Grid } from './table-grid.ts';
import type { LaidGroup } from './table-group.ts';

/** The cells of a row, and the height of its lines. */
export interface Lines {
  readonly cells: readonly LaidCell[];
  readonly groups: readonly LaidGroup[];
  readonly height: number;
}

export interface NoteFragment {
  readonly note: Note;
  readonly fragment: Fragment;
  /** Left and right edge from the left of the table. */
  readonly left: number;
  readonly right: number;
  /** From the top of the row's lines. */
  readonly y: number;
}

export interface Notes {
  readonly placed: readonly NoteFragment[];
  /** Of the row's lines and the lines that notes took below them. */
  readonly height: number;
}

/** Each ends where the lines end so far, or takes a line below where it would meet other ink. */
export function layoutNotes(
  notes: readonly Note[],
  main: Lines,
  { grid, context }: { grid: Grid; context: Context },
): Notes {
  const placed: NoteFragment[] = [];
  let { height } = main;
  for (const note of notes) {
    const column = grid.named(note.column) ?? grid.columns.at(-1);
    const right = column === undefined ? 0 : column.x + column.width - column.spec.padRight;
    const fragment = context.layout(note.block, right);
    const left = right - fragment.width;
    const y = height - fragment.height;
    const isBlocked = y < noteSlack || isMet({ left, right, y }, main, placed);
    placed.push({ note, fragment, left, right, y: isBlocked ? height : y });
    if (isBlocked) height += fragment.height;
  }
  return { placed, height };
}

type Spot = Pick<NoteFragment, 'left' | 'right' | 'y'>;

/** Whether a cell or a note before it stands where a note would. */
function isMet(spot: Spot, { cells, groups }: Lines, placed: readonly NoteFragment[]): boolean {
  for (const group of groups) if (isMetByCell(spot, group.cells)) return true;
  if (isMetByCell(spot, cells)) return true;
  for (const { left, right, y, fragment } of placed) {
    if (isMetByInk(spot, { left, right, foot: y + fragment.height })) return true;
  }
  return false;
}

function isMetByCell(spot: Spot, cells: readonly LaidCell[]): boolean {
  for (const { cell, left, right, height } of cells) {
    if (!cell.place.floats && isMetByInk(spot, { left, right, foot: height })) return true;
  }
  return false;
}

interface Ink {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
}

function isMetByInk({ left, right, y }: Spot, ink: Ink): boolean {
  return ink.foot > y + noteSlack && ink.right + noteGap > left && ink.left < right;
}

/** Lines of unlike leading may overlap by this much (points) and still be clear of each other. */
const noteSlack = 1;
/** Space left of a note, in points, about a word space at 7 pt. */
const noteGap = 3;
