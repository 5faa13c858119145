// Leaves out what a layout allows to be left out, least important first. Amounts, deadlines and
// debts are never marked as droppable by the composer, so they cannot go.

import type { Block, Drop, Row, Sheet } from './block.ts';

export interface Dropped {
  readonly sheet: Sheet;
  readonly drop: Drop;
}

/** The sheet without its least important droppable block, the last of equals; else undefined. */
export function dropLeast(sheet: Sheet): Dropped | undefined {
  const drops: Drop[] = [];
  for (const region of sheet.regions) for (const child of region.children) collect(child, drops);
  let least: Drop | undefined;
  for (const drop of drops)
    if (least === undefined || drop.priority >= least.priority) least = drop;
  if (least === undefined) return undefined;
  const gone = least;
  const regions = sheet.regions.map((region) => ({
    ...region,
    children: region.children.flatMap((child) => without(child, gone)),
  }));
  return { sheet: { ...sheet, regions }, drop: gone };
}

function collect(block: Block, drops: Drop[]): void {
  if (block.kind === 'stack') {
    if (block.drop !== undefined) drops.push(block.drop);
    for (const child of block.children) collect(child, drops);
  } else if (block.kind === 'table') {
    for (const row of block.rows) if (row.drop !== undefined) drops.push(row.drop);
  }
}

/** An emptied table goes with its last row: a head over nothing says nothing. */
function without(block: Block, drop: Drop): Block[] {
  if (block.kind === 'stack') {
    if (block.drop === drop) return [];
    return [{ ...block, children: block.children.flatMap((child) => without(child, drop)) }];
  }
  if (block.kind !== 'table') return [block];
  const rows = block.rows.filter((row: Row) => row.drop !== drop);
  return rows.length === 0 ? [] : [{ ...block, rows }];
}
