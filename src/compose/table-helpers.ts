// Helpers for tables: table, row, subrow, cell, note. Columns are the layout's, rows the
// template's.

import type { TableEdition } from '../layout/edition-table.ts';
import { Memo } from '../layout/memo.ts';
import type { Scope } from '../layout/vocabulary.ts';
import type { Block, Cell, CellPlace, ColumnSpec, Row, TableBlock } from '../typeset/block.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { type Collector, type Composer, collect } from './composer.ts';
import { blocksOf, bodyOf, ownDrop } from './container-helpers.ts';
import { asOne } from './place.ts';
import { figureSpan } from './spans.ts';
import { labelBlock, newText, type TextPlace, textPlace } from './text-helpers.ts';
import { Figure, mayRecur } from './value.ts';

type RowCollector = Extract<Collector, { kind: 'row' }>;

type Head = Pick<TableBlock, 'columns' | 'groups'>;

/** Headings are the same for every bill of a setting, so they are built once for it. */
const heads = new WeakMap<Composer, Map<TableEdition, Head>>();

/** `{{#table "charges"}} rows {{/table}}`: columns as layout.json has them. */
export function table(call: Call, scope: Scope, name: unknown): Block | undefined {
  const { composer, source } = call;
  const edition = composer.edition.tables.get(String(name));
  if (edition === undefined) throw read.mistake(call, `knows no table "${String(name)}".`);
  const own = { kind: 'table' as const, table: edition, rows: [] };
  const { rows }: { rows: Row[] } = collect(own, bodyOf(call), scope);
  if (rows.length === 0) return undefined;
  const { headRule, endRule, shrink, floor } = edition;
  const { columns, groups } = headOf(composer, edition, source);
  const isHeaded = read.flag(call, 'head', headRule !== undefined) && headRule !== undefined;
  return {
    kind: 'table',
    source,
    shared: undefined,
    recurring: undefined,
    columns,
    groups,
    head: isHeaded ? { pad: edition.headPad, rule: headRule } : undefined,
    rows,
    shrink,
    size: edition.style.size,
    floor,
    endRule,
  };
}

function headOf(composer: Composer, edition: TableEdition, source: string): Head {
  let byTable = heads.get(composer);
  if (byTable === undefined) {
    byTable = new Map();
    heads.set(composer, byTable);
  }
  let head = byTable.get(edition);
  if (head === undefined) {
    head = buildHead(composer, edition, source);
    byTable.set(edition, head);
  }
  return head;
}

function buildHead(composer: Composer, edition: TableEdition, source: string): Head {
  const style = edition.headStyle ?? edition.style;
  const rule = edition.groupRule;
  return {
    columns: [...edition.columns.values()].map((column): ColumnSpec => {
      const { label, headingAlign, headStyle, band } = column;
      const heading =
        label === undefined
          ? undefined
          : labelBlock(composer, label, { style: headStyle ?? style, source, align: headingAlign });
      return {
        id: column.id,
        align: column.align,
        width: column.width,
        padLeft: column.padLeft,
        padRight: column.padRight,
        inlineUpTo: column.inlineUpTo,
        always: column.always,
        headingAlign,
        ...(heading === undefined ? {} : { heading }),
        ...(band === undefined ? {} : { band }),
      };
    }),
    groups: edition.groups.flatMap(({ from, to, label }) => {
      const heading = labelBlock(composer, label, { style, source, align: 'left' });
      if (heading === undefined || rule === undefined) return [];
      return [{ from: placeIn(edition, from), to: placeIn(edition, to), heading, rule }];
    }),
  };
}

/** `{{#row rule="hairline" ruleFrom="service" pad="rowPad"}} cells {{/row}}` */
export function row(call: Call, scope: Scope): void {
  const { collector } = call.composer;
  if (collector.kind !== 'table') throw read.mistake(call, 'stands directly in {{#table}}.');
  collector.rows.push(rowOf(call, scope, collector.table));
}

/** `{{#subrow}}`: lines that belong to the row around it, in the same columns. */
export function subrow(call: Call, scope: Scope): void {
  const { collector } = call.composer;
  if (collector.kind !== 'row') throw read.mistake(call, 'stands directly in {{#row}}.');
  collector.subrows.push(rowOf(call, scope, collector.table));
}

function rowOf(call: Call, scope: Scope, edition: TableEdition): Row {
  const own: RowCollector = {
    kind: 'row',
    table: edition,
    cells: [],
    groups: [],
    subrows: [],
    notes: [],
  };
  const { pad, minHeight, middle, rule, fill, drop } = read.attributesOf(call, rowAttributes);
  const { cells, groups, subrows, notes } = collect(own, bodyOf(call), scope);
  // Field by field: copying what is known of a row took longer than its cells.
  return {
    source: call.source,
    cells,
    groups,
    subrows,
    notes,
    pad,
    minHeight,
    middle,
    rule,
    fill,
    drop: ownDrop(drop),
  };
}

function rowAttributes(call: Call): Omit<Row, 'source' | 'cells' | 'subrows' | 'notes'> {
  const stroke = read.stroke(call, 'rule');
  const from = read.word(call, 'ruleFrom');
  const to = read.word(call, 'ruleTo');
  const priority = read.number(call, 'priority', 0);
  return {
    pad: read.length(call, 'pad', 0),
    minHeight: read.length(call, 'height', 0),
    middle: read.flag(call, 'middle'),
    rule: stroke && { stroke, from, to },
    fill: read.tone(call, 'fill'),
    drop: priority > 0 ? { priority, pointer: read.word(call, 'pointer') ?? '' } : undefined,
  };
}

/**
 * `{{cell "due" (money due)}}` sets text in the column's style and alignment;
 * `{{#cell "service" to="unit" indent=2.2}} blocks {{/cell}}` takes any blocks.
 */
export function cell(call: Call, scope: Scope, id: unknown, value: unknown): void {
  const { collector } = call.composer;
  if (collector.kind !== 'row') throw read.mistake(call, 'stands directly in {{#row}}.');
  const setting = settingFor(call, collector.table, id);
  const made = call.body === undefined ? textCell(value, setting) : blockCell(call, scope, setting);
  if (made !== undefined) collector.cells.push(made);
}

interface CellSetting {
  readonly table: TableEdition;
  readonly id: string;
  /** Of boxes to write in, and of everything else. */
  readonly fieldPlace: CellPlace;
  readonly place: CellPlace;
  /** Whether it stands in one column, which sets figures by their commas. */
  readonly isFigures: boolean;
  readonly text: TextPlace;
  /** Cells with texts that came before, by what they say. */
  readonly known: Memo<unknown, Cell>;
}

/** A partial may stand in two tables, and a column may be named by a value. */
function settingFor(call: Call, table: TableEdition, id: unknown): CellSetting {
  // One cast: only this function keeps the place of a cell.
  const known = call.placement as CellSetting | undefined;
  if (known !== undefined && known.table === table && known.id === id) return known;
  const setting = cellSetting(call, table, id);
  call.placement = setting;
  return setting;
}

/** Cells that a place keeps, twice. */
const cellsKept = 64;

function cellSetting(call: Call, table: TableEdition, given: unknown): CellSetting {
  const id = columnId(call, table, given);
  const to = read.word(call, 'to');
  const or = read.word(call, 'or');
  const column = table.columns.get(id);
  const style = read.style(call, column?.style ?? table.style);
  const align = column?.align ?? 'left';
  const own = to !== undefined ? style.align : align === 'comma' ? 'right' : align;
  const text = textPlace(call, style, own);
  const place = {
    source: call.source,
    column: placeIn(table, id),
    to: placeIn(table, columnId(call, table, to ?? id)),
    or: or === undefined ? undefined : placeIn(table, columnId(call, table, or)),
    indent: read.length(call, 'indent', 0),
    setting: text.setting,
    floats: read.flag(call, 'floats'),
  };
  return {
    table,
    id,
    fieldPlace: { ...place, floats: read.flag(call, 'floats', true) },
    place,
    isFigures: align === 'comma' && place.column === place.to && or === undefined,
    text,
    known: new Memo(cellsKept),
  };
}

/** Nearly all cells are these: one text or figure, which may well be one that came before. */
function textCell(value: unknown, setting: CellSetting): Cell | undefined {
  const recurs = mayRecur(value);
  const before = recurs ? setting.known.get(value) : undefined;
  if (before !== undefined) return before;
  const kept = recurs && setting.known.keeps;
  const made = newTextCell(value, setting, kept);
  if (kept && made !== undefined) setting.known.set(value, made);
  return made;
}

function newTextCell(value: unknown, setting: CellSetting, shared: boolean): Cell | undefined {
  const { place, text } = setting;
  if (setting.isFigures && value instanceof Figure) {
    return { place, block: undefined, figure: figureSpan(value, text.type) };
  }
  const block = newText(value, text, shared);
  return block && { place, block, figure: undefined };
}

function blockCell(call: Call, scope: Scope, setting: CellSetting): Cell | undefined {
  const blocks = blocksOf(call, scope);
  return blocks.length === 0 ? undefined : cellAround(asOne(blocks, call.source), setting);
}

function cellAround(block: Block, { place, fieldPlace }: CellSetting): Cell {
  return { place: block.kind === 'field' ? fieldPlace : place, block, figure: undefined };
}

/** `{{#note "recalculation"}} blocks {{/note}}`: see Note of the blocks. */
export function note(call: Call, scope: Scope, id: unknown): void {
  const { collector } = call.composer;
  if (collector.kind !== 'row') throw read.mistake(call, 'stands directly in {{#row}}.');
  const column = columnId(call, collector.table, id);
  const blocks = blocksOf(call, scope);
  if (blocks.length > 0) collector.notes.push({ column, block: asOne(blocks, call.source) });
}

/** Of a column in the list that heads and cells count by. */
function placeIn({ columns }: TableEdition, id: string): number {
  return [...columns.keys()].indexOf(id);
}

function columnId(call: Call, edition: TableEdition, id: unknown): string {
  if (typeof id === 'string' && edition.columns.has(id)) return id;
  throw read.mistake(call, `names a column "${String(id)}" that the table does not have.`);
}
