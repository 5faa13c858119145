// The vocabulary between compose and typeset: what stands on a page, not yet where. Lengths are
// points and every style is resolved, so typeset never looks anything up. Blocks that hold no
// others are leaf-block.ts's. No behaviour here.

import type {
  Align,
  BlockBase,
  ChartBlock,
  CodeBlock,
  DigitsBlock,
  FieldBlock,
  GapBlock,
  ImageBlock,
  RuleBlock,
  Stroke,
  TextBlock,
  TextSetting,
} from './leaf-block.ts';
import type { Gray } from './page.ts';
import type { Span } from './span.ts';

/** `comma` sets figures so that their decimal commas stand under each other. */
export type CellAlign = Align | 'comma';

export interface StackBlock extends BlockBase {
  readonly kind: 'stack';
  readonly gap: number;
  readonly children: readonly Block[];
  /** Where the fitting ladder may leave the block out. */
  readonly drop?: Drop | undefined;
}

/** `priority` 9 goes first, 1 last; `pointer` names the part of the bill that goes. */
export interface Drop {
  readonly priority: number;
  readonly pointer: string;
}

export type Track =
  | { readonly kind: 'fixed'; readonly width: number }
  | { readonly kind: 'share'; readonly weight: number }
  | { readonly kind: 'content' };

/** Side by side, the children's tops level. */
export interface ColumnsBlock extends BlockBase {
  readonly kind: 'columns';
  readonly tracks: readonly Track[];
  readonly gap: number;
  /** A rule of this weight in the middle of each gap, `ruleHeight` high from the top. */
  readonly rule?: Stroke | undefined;
  readonly ruleHeight?: number | undefined;
  readonly spread: boolean;
  readonly children: readonly Block[];
}

/** A place in a frame: points plus a share (0…1) of the frame's width or height. */
export interface Offset {
  readonly points: number;
  readonly share: number;
}

/** A child of a frame. `y` is the first baseline of what begins with text, else the top. */
export interface Place {
  readonly x: Offset;
  readonly y: Offset;
  /** Absent: up to the right edge of the frame. */
  readonly width?: number | undefined;
  /** The child's middle stands at `y`. */
  readonly middle: boolean;
  readonly block: Block;
}

/** Children at places of their own; at least `height` high, and `pad` below the lowest child. */
export interface FrameBlock extends BlockBase {
  readonly kind: 'frame';
  readonly height: number;
  readonly pad: number;
  readonly places: readonly Place[];
}

export interface BoxBlock extends BlockBase {
  readonly kind: 'box';
  readonly padX: number;
  readonly padY: number;
  readonly height?: number | undefined;
  readonly fill?: Gray | undefined;
  readonly stroke?: Stroke | undefined;
  /** Take the width of the content instead of all there is. */
  readonly hug: boolean;
  readonly align: Align;
  readonly children: readonly Block[];
}

/** The options stand from the wanted to the most modest; the first that fits is set. */
export interface ChooseBlock extends BlockBase {
  readonly kind: 'choose';
  /** Height that an option may take, where it is limited; the last one may exceed it. */
  readonly maxHeight?: number | undefined;
  readonly options: Options;
}

/** A list of blocks, of which the later ones may be made when they are asked for. */
export interface Options {
  /** Undefined past the last; asked for from 0 upwards. */
  at(index: number): Block | undefined;
}

/** What no bill changes. `id` and width name its form. */
export interface StaticBlock extends BlockBase {
  readonly kind: 'static';
  readonly id: string;
  readonly child: Block;
}

export type Block =
  | TextBlock
  | StackBlock
  | ColumnsBlock
  | FrameBlock
  | BoxBlock
  | FieldBlock
  | RuleBlock
  | GapBlock
  | ImageBlock
  | CodeBlock
  | ChartBlock
  | DigitsBlock
  | ChooseBlock
  | StaticBlock
  | TableBlock;

export interface ColumnSpec {
  readonly id: string;
  readonly align: CellAlign;
  readonly width: ColumnWidth;
  readonly padLeft: number;
  readonly padRight: number;
  /** Widest one-line form of a two-language cell that still counts as content width. */
  readonly inlineUpTo: number;
  /** Stays even if no cell has anything to say. */
  readonly always: boolean;
  readonly heading?: Block;
  readonly headingAlign: Align;
  readonly band?: Gray;
}

/**
 * `content` columns take the widest cell and heading word, and up to `grow` more if the sheet has
 * room. `flex` columns share the rest: the first is served up to `want` before others grow.
 * `optional` columns appear only if the flex column keeps its `want`, `spare` included.
 */
export type ColumnWidth =
  | { readonly kind: 'fixed'; readonly width: number }
  | { readonly kind: 'content'; readonly grow: number; readonly max: number }
  | { readonly kind: 'flex'; readonly min: number; readonly want: number }
  | { readonly kind: 'optional'; readonly max: number; readonly spare: number };

/** A heading over several columns, by their places in the table's list. */
export interface ColumnGroup {
  readonly from: number;
  readonly to: number;
  readonly heading: Block;
  readonly rule: Stroke;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly columns: readonly ColumnSpec[];
  readonly groups: readonly ColumnGroup[];
  readonly head?: { readonly pad: number; readonly rule: Stroke } | undefined;
  readonly rows: readonly Row[];
  /** Type sizes to try for all cells if the flex column falls below its minimum; `floor` holds. */
  readonly shrink: readonly number[];
  readonly size: number;
  readonly floor: number;
  readonly endRule?: Stroke | undefined;
}

export interface Row {
  readonly source: string;
  readonly cells: readonly Cell[];
  /** More cells, those that other rows have as well. */
  readonly groups?: readonly CellGroup[];
  readonly subrows: readonly Row[];
  readonly notes: readonly Note[];
  readonly pad: number;
  readonly minHeight: number;
  readonly rule?: RowRule | undefined;
  readonly fill?: Gray | undefined;
  readonly middle: boolean;
  readonly drop?: Drop | undefined;
}

/** Above a row, from edge to edge unless columns are named. */
export interface RowRule {
  readonly stroke: Stroke;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One object for all rows that have these cells, so that they are laid out once. */
export interface CellGroup {
  readonly source: string;
  readonly cells: readonly Cell[];
  /** False where it reported something, which every page has to. */
  readonly shared: boolean;
  /** Typeset's own: what it asks of columns (table-content.ts) and where it was laid out. */
  asks?: unknown;
  laid?: unknown;
}

/** Right-aligned to a column, on the row's last line if nothing stands in its way, else below. */
export interface Note {
  readonly column: string;
  readonly block: Block;
}

/** Holds any block, or a figure: half of the cells of a bill do, and need no block around it. */
export type Cell = BlockCell | FigureCell;

export interface BlockCell {
  readonly place: CellPlace;
  readonly block: Block;
  readonly figure: undefined;
}

/** In one column, which sets figures by their commas; its texts are blocks there as well. */
export interface FigureCell {
  readonly place: CellPlace;
  readonly block: undefined;
  readonly figure: Span;
}

/**
 * Spans `column` to `to`, places in the table's list of columns. If none of those is shown the
 * cell moves to `or`; a column named by `or` exists only then. One object for all cells of a place
 * in a template.
 */
export interface CellPlace {
  readonly source: string;
  readonly column: number;
  readonly to: number;
  readonly or: number | undefined;
  readonly indent: number;
  /** How a figure is set; a block has its own setting. */
  readonly setting: TextSetting;
  /** Stands in the row without making it higher: emblems, boxes to write in. */
  readonly floats: boolean;
}

/** A part of the page that flows; the last ones may stand on the bottom margin instead. */
export interface Region {
  readonly source: string;
  readonly name: string;
  readonly gap: number;
  readonly anchor: 'flow' | 'bottom';
  readonly children: readonly Block[];
}

export interface Sheet {
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Kept free above regions that stand on the bottom margin. */
  readonly clearance: number;
  readonly regions: readonly Region[];
}
