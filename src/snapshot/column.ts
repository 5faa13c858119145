// Tables before and after → columns that came, went or have another width. One column that changes
// moves every figure of the table; this is where that is said once.

import type { PageTable } from '../draw/page-schema.ts';
import type { Finding } from './finding.ts';
import type { Box } from './piece.ts';
import { growth, mm } from './words.ts';

export interface ColumnCause {
  readonly finding: Finding;
  /** The whole table: everything in it may move. */
  readonly area: Box;
  /** A column that became narrower breaks texts, so that rows become higher. */
  readonly breaks: boolean;
}

type Tables = readonly PageTable[];

/** `explained` names columns whose texts changed: their width follows from that. */
export function columnCauses(
  before: Tables,
  after: Tables,
  explained: (table: string, column: string) => boolean,
): readonly ColumnCause[] {
  const later = new Map([...Map.groupBy(after, ({ table }) => table)].map(([k, v]) => [k, [...v]]));
  return before.flatMap((table) => {
    const same = later.get(table.table)?.shift();
    return same === undefined ? [] : causesIn(table, same, explained);
  });
}

interface Change {
  readonly column: string;
  readonly wider: number;
  readonly takesRest: boolean;
  readonly before?: Box;
  readonly after?: Box;
}

function causesIn(
  before: PageTable,
  after: PageTable,
  explained: (table: string, column: string) => boolean,
): readonly ColumnCause[] {
  const changes = changesOf(before, after);
  if (changes.length === 0) return [];
  const told = changedFirst(changes);
  const rest = changes.filter((change) => !told.includes(change));
  const area = { x: before.x, y: before.y, width: before.width, height: before.height };
  const breaks = rest.concat(told).some(({ wider }) => wider < 0);
  return told.map((change, index) => ({
    area,
    breaks,
    finding: {
      kind: 'column',
      sentence: sentenceOf(change, explained(before.table, change.column)),
      consequences: index > 0 ? [] : restSentences(rest),
      source: before.source,
      fields: [],
      before: change.before === undefined ? [] : [change.before],
      after: change.after === undefined ? [] : [change.after],
      weight: columnWeight,
    },
  }));
}

const columnWeight = 5;

/**
 * A table keeps its width: one column that became wider makes all others narrower. Where none
 * stands alone, all that do not take the rest are told; where only those changed, the table has
 * another width.
 */
function changedFirst(changes: readonly Change[]): readonly Change[] {
  const chosen = changes.filter(({ takesRest }) => !takesRest);
  const alone = [1, -1].flatMap((sign) => {
    const same = chosen.filter(({ wider }) => Math.sign(wider) === sign);
    return same.length === 1 && chosen.length > 2 ? same : [];
  });
  if (alone.length === 1) return alone;
  return chosen.length > 0 ? chosen : changes;
}

function restSentences(rest: readonly Change[]): readonly string[] {
  const [first, ...others] = rest;
  if (first === undefined) return [];
  if (others.length === 0) return [`${sentenceOf(first, false)}, as it takes the rest`];
  const most = Math.max(...rest.map(({ wider }) => Math.abs(wider)));
  const word = first.wider < 0 ? 'narrower' : 'wider';
  return [`${rest.length} columns are up to ${mm(most)} ${word}, as they share the rest`];
}

/** Points: widths are rounded to thousandths, and shares of a rest add up to a little more. */
const tolerance = 0.01;

function changesOf(before: PageTable, after: PageTable): readonly Change[] {
  const earlier = new Map(before.columns.map((column) => [column.column, column]));
  const later = new Map(after.columns.map((column) => [column.column, column]));
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((name) => {
    const [a, b] = [earlier.get(name), later.get(name)];
    const wider = (b?.width ?? 0) - (a?.width ?? 0);
    if (Math.abs(wider) <= tolerance) return [];
    return [
      {
        column: name,
        wider,
        takesRest: (b ?? a)?.takesRest === true,
        ...(a === undefined ? {} : { before: boxOf(a, before) }),
        ...(b === undefined ? {} : { after: boxOf(b, after) }),
      },
    ];
  });
}

function boxOf({ x, width }: PageTable['columns'][number], { y, height }: PageTable): Box {
  return { x, y, width, height };
}

function sentenceOf({ column, wider, before, after }: Change, explained: boolean): string {
  if (before === undefined) return `column "${column}" is new`;
  if (after === undefined) return `column "${column}" is gone`;
  const because = explained ? ', as its texts are' : '';
  return `column "${column}" is ${growth(wider, 0)}${because}`;
}
