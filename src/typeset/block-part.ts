// Which part of the structure a block begins. Containers begin none: what they hold counts as if
// they were not there. Rows and cells are table-structure.ts's.

import type { Block, Cell, Row, TableBlock } from './block.ts';
import type { Fragment, OpenPart, Sink } from './fragment.ts';
import type { ChartBlock, TextBlock } from './leaf-block.ts';
import { cellsOf } from './table-occupancy.ts';

/** The fragment with its items in a part of their own, if the block is one. */
export function inPart(block: Block, fragment: Fragment): Fragment {
  const begin = beginningOf(block);
  if (begin === undefined) return fragment;
  const { width, height, baseline } = fragment;
  return {
    width,
    height,
    baseline,
    place: (x, y, room, sink) =>
      fragment.place(x, y, room, sink.part === undefined ? sink : begin(sink.part)),
  };
}

function beginningOf(block: Block): ((part: OpenPart) => Sink) | undefined {
  switch (block.kind) {
    case 'text':
      return (part) => beginText(block, part);
    case 'image':
    case 'code':
      return (part) => beginFigure(block.alt, part);
    case 'chart':
      return (part) => beginFigure(chartAlt(block), part);
    case 'table':
      return (part) => part.begin({ kind: isList(block) ? 'list' : 'table' });
    default:
      return undefined;
  }
}

/** In cells and entries a heading is a paragraph: headings lead through a page, not a table. */
function beginText({ setting: { role, wrap } }: TextBlock, part: OpenPart): Sink {
  const inTable = part.kind === 'cell' || part.kind === 'entry';
  if ((role === 'title' || role === 'heading') && !inTable) {
    return part.begin({ kind: 'heading', level: part.headingLevel(role) });
  }
  return part.begin({ kind: 'paragraph' }, wrap === 'anywhere');
}

/** A picture that nothing is said of is an ornament. */
function beginFigure(alt: string, part: OpenPart): Sink {
  return alt === '' ? part.aside : part.begin({ kind: 'figure', alt });
}

/** Every bar with its value: what a chart shows is told, not only what it is of. */
function chartAlt({ alt, bars }: ChartBlock): string {
  if (alt === '') return alt;
  const told = bars.flatMap(({ name, valueText }) =>
    name === undefined || valueText === undefined ? [] : `${name}: ${valueText}`,
  );
  return told.length === 0 ? alt : `${alt} – ${told.join('; ')}`;
}

/** A table without any heading has no columns to speak of: its rows are entries. */
function isList(table: TableBlock): boolean {
  return table.head === undefined && !table.rows.some(hasHeader);
}

function hasHeader(row: Row): boolean {
  return cellsOf(row).some(isHeaderCell);
}

export function isHeaderCell({ place, block }: Cell): boolean {
  return block === undefined ? place.setting.role === 'header-cell' : isHeader(block);
}

function isHeader(block: Block): boolean {
  if (block.kind === 'stack') return block.children.length > 0 && block.children.every(isHeader);
  return block.kind === 'text' && block.setting.role === 'header-cell';
}
