// The head of a table: column headings standing on the rule, group headings above theirs.

import type { ColumnGroup, TableBlock } from './block.ts';
import { FormFragment, snapped } from './form-fragment.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import { layInForm } from './recurring.ts';
import { ruleItem } from './rule.ts';
import type { ColumnPlace, Grid } from './table-grid.ts';
import type { RowFragment } from './table-row.ts';
import { headSinks } from './table-structure.ts';

interface GroupFragment {
  readonly group: ColumnGroup;
  readonly fragment: Fragment;
  readonly first: ColumnPlace;
  readonly last: ColumnPlace;
  /** Height of the highest heading below the group's. */
  readonly below: number;
}

/**
 * What the head takes of its table. It is kept for other bills, and would keep all rows of this one
 * with it if it knew the table.
 */
type Headed = Pick<TableBlock, 'source' | 'groups'> & {
  readonly head: NonNullable<TableBlock['head']>;
};

/** What came with a grid before. The head of a layout is one object in one language. */
interface Known {
  readonly groups: TableBlock['groups'];
  readonly pad: number;
  readonly head: RowFragment;
}

/** An entry goes with its grid. */
const known = new WeakMap<Grid, Known>();

/** Where all headings are shared with other bills, the head is one form for each grid. */
export function layoutHead(table: TableBlock, grid: Grid, context: Context): RowFragment {
  const { source, head, groups } = table;
  if (head === undefined) return { height: 0, place: () => {} };
  const headed = { source, head, groups };
  const isForm = !(context.inForm || context.structured);
  const before = isForm ? known.get(grid) : undefined;
  // Headings are the columns' own, and the grid's columns came with these before.
  if (before !== undefined && before.groups === groups && before.pad === head.pad) {
    return before.head;
  }
  if (context.inForm || !isShared(table)) return layoutOnce(headed, grid, context);
  if (context.structured) return snappedHead(layoutOnce(headed, grid, context));
  const { overflows } = context;
  const count = overflows.length;
  const laid = layInForm(context, () => layoutOnce(headed, grid, context));
  const set = headForm(laid, source, grid.width);
  if (overflows.length === count) known.set(grid, { groups, pad: head.pad, head: set });
  return set;
}

function isShared({ columns, groups }: TableBlock): boolean {
  return (
    columns.every(({ heading }) => heading === undefined || heading.shared === true) &&
    groups.every(({ heading }) => heading.shared === true)
  );
}

function snappedHead(laid: RowFragment): RowFragment {
  return { height: laid.height, place: (x, y, sink) => laid.place(snapped(x), snapped(y), sink) };
}

function headForm(laid: RowFragment, source: string, width: number): RowFragment {
  const { height } = laid;
  const place: Fragment['place'] = (x, y, _room, sink) => laid.place(x, y, sink);
  const form = new FormFragment({ width, height, baseline: undefined, place }, { source, width });
  return { height, place: (x, y, sink) => form.place(x, y, height, sink) };
}

function layoutOnce(headed: Headed, grid: Grid, context: Context): RowFragment {
  const { head } = headed;
  const headings = grid.columns.map((column) => {
    const { heading, padRight } = column.spec;
    const width = column.x + column.width - padRight - column.left;
    return { column, fragment: heading && context.layout(heading, width) };
  });
  const groups = headed.groups.flatMap((group) => layoutGroup(group, grid, { headings, context }));
  const highest = Math.max(
    0,
    ...headings.map(({ fragment }) => fragment?.height ?? 0),
    ...groups.map(({ fragment, below }) => fragment.height + below),
  );
  const height = highest + head.pad;
  return {
    height,
    place: (left, y, sink) => {
      const foot = y + height - head.pad / 2;
      placeRules(headed, grid, { x: left, y, height }, sink);
      const sinks = sink.part && headSinks(sink.part, grid, { headings, groups });
      for (const group of groups) {
        placeGroup(group, left, foot, sinks?.ofColumns(group.first) ?? sink);
      }
      for (const { column, fragment } of headings) {
        if (fragment === undefined) continue;
        const into = sinks?.ofColumn(column) ?? sink;
        fragment.place(left + column.left, foot - fragment.height, fragment.height, into);
      }
    },
  };
}

function layoutGroup(
  group: ColumnGroup,
  grid: Grid,
  given: {
    headings: readonly { column: ColumnPlace; fragment: Fragment | undefined }[];
    context: Context;
  },
): GroupFragment[] {
  const wanted = { column: group.from, to: group.to, or: undefined };
  const from = grid.occupancy.first(wanted);
  if (from < 0) return [];
  const inside = given.headings.slice(from, grid.occupancy.last(wanted) + 1);
  const first = inside[0]?.column;
  const last = inside.at(-1)?.column;
  if (first === undefined || last === undefined) return [];
  const width = last.x + last.width - first.left;
  const below = Math.max(0, ...inside.map(({ fragment }) => fragment?.height ?? 0));
  return [{ group, fragment: given.context.layout(group.heading, width), first, last, below }];
}

function placeGroup(placed: GroupFragment, left: number, foot: number, sink: Sink): void {
  const { group, fragment, first, last, below } = placed;
  const x = left + first.left;
  const y = foot - below;
  const length = last.x + last.width - last.spec.padRight - first.left;
  fragment.place(x, y - fragment.height, fragment.height, sink);
  sink(
    ruleItem({ source: group.heading.source }, { x, y, length, vertical: false, ...group.rule }),
  );
}

/** Above and below the head, from edge to edge. */
function placeRules(
  { source, head }: Headed,
  grid: Grid,
  place: { readonly x: number; readonly y: number; readonly height: number },
  sink: Sink,
): void {
  const last = grid.columns.at(-1);
  if (last === undefined) return;
  const rule = { x: place.x, length: last.x + last.width, vertical: false, ...head.rule };
  sink(ruleItem({ source }, { ...rule, y: place.y }));
  sink(ruleItem({ source }, { ...rule, y: place.y + place.height }));
}
