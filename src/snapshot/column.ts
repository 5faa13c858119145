// Tables before and after → columns that came, went or have another width. One column that changes
// moves every figure of the table; this is where that is said once.

import type { PageTable } from '../draw/page-schema.ts';
import type { Finding } from './finding.ts';
import type { Box } from './piece.ts';
import { growth } from './words.ts';

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
  const chosen = changes.filter(({ takesRest }) => !takesRest);
  // Where nothing else changed, the column that takes the rest shows a table of another width.
  const told = chosen.length > 0 ? chosen : changes;
  const rest = changes.filter((change) => !told.includes(change));
  const area = { x: before.x, y: before.y, width: before.width, height: before.height };
  const breaks = rest.concat(told).some(({ wider }) => wider < 0);
  return told.map((change, index) => ({
    area,
    breaks,
    finding: {
      kind: 'column',
      sentence: sentenceOf(change, explained(before.table, change.column)),
      consequences:
        index > 0 ? [] : rest.map((one) => `${sentenceOf(one, false)}, as it takes the rest`),
      source: before.source,
      fields: [],
      before: change.before === undefined ? [] : [change.before],
      after: change.after === undefined ? [] : [change.after],
      weight: columnWeight,
    },
  }));
}

const columnWeight = 5;

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
