// The waist: a finished page as plain data. Left of it nobody knows pdfkit, right of it nobody
// knows bills. It holds no rules and draws nothing.

/** Points (1/72 inch) from the top left corner, y growing downwards, as everywhere in typeset. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  /** What belongs to what, for those who hear the page; there only if it was asked for. */
  readonly structure?: Part;
}

/**
 * A part of the page and what it holds, in reading order: parts, and items by their index in
 * `Page.items`. Items in no part are there for the eye alone.
 */
export type Part =
  | (PartBase & { readonly kind: 'sheet' | 'region' | 'paragraph' | 'table' | 'row' })
  | (PartBase & { readonly kind: 'list' | 'entry' })
  | (PartBase & { readonly kind: 'heading'; readonly level: number })
  | (PartBase & {
      readonly kind: 'cell';
      readonly span: CellSpan;
      readonly heads?: 'row' | 'column';
    })
  | (PartBase & { readonly kind: 'figure'; readonly alt: string });

interface PartBase {
  readonly children: readonly (Part | number)[];
}

/** How many columns and rows of its table a cell takes. */
export interface CellSpan {
  readonly columns: number;
  readonly rows: number;
}

export type Item = TextItem | RectItem | LineItem | PathItem | ImageItem | CodeItem | FormItem;

/** What an item is for the reader; the tag structure of accessible PDFs derives from it. */
export type Role =
  | 'title'
  | 'heading'
  | 'label'
  | 'text'
  | 'cell'
  | 'header-cell'
  | 'figure'
  | 'field'
  | 'decoration';

/** Ink: 0 is full black, 1 is paper white; printed as DeviceGray (ISO 32000-1, 8.6.4.2). */
export type Gray = number;

interface Placed {
  /** `file:line` of the layout that made the item. */
  readonly source: string;
  readonly role: Role;
}

/** One run in one face and one language. `y` is the baseline; `width` is the measured advance. */
export interface TextItem extends Placed {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Face name, a key of fonts/fonts.json, e.g. `RobotoCondensed-Bold`. */
  readonly face: string;
  readonly size: number;
  readonly gray: Gray;
  readonly text: string;
  /** BCP 47 tag, e.g. `kk-KZ`; absent for figures and identifiers. */
  readonly lang?: string | undefined;
  /** What a screen reader says instead, where it differs from `text`. */
  readonly spoken?: string | undefined;
}

/** A filled or outlined rectangle. `x`,`y` is its top left corner; a stroke runs inside it. */
export interface RectItem extends Placed {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Gray | undefined;
  readonly stroke?: { readonly width: number; readonly gray: Gray } | undefined;
}

/** A dotted or dashed line; solid rules are filled rectangles (sharper on press). */
export interface LineItem extends Placed {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly gray: Gray;
  /** Lengths in points, on/off alternating; a zero-length dash with round caps makes dots. */
  readonly dash: readonly number[];
  readonly roundCaps: boolean;
}

/** A shape drawn at a place of its own; images proper are `ImageItem`. */
export interface PathItem extends Placed {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly shape: Shape;
}

/**
 * Segments in absolute coordinates, y downwards: M x y, L x y, C x1 y1 x2 y2 x y, Z.
 * `fill` and `stroke` are grays; strokes have round caps and joins.
 */
export interface Shape {
  readonly segments: readonly (readonly ['M' | 'L' | 'C' | 'Z', ...number[]])[];
  readonly fill?: Gray;
  readonly stroke?: { readonly width: number; readonly gray: Gray };
}

/** A vector image of a layout package, shared by reference: the same object is drawn once. */
export interface VectorImage {
  /** Unique within a layout, e.g. `water`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** `width` and `height` are the printed size; the image scales to them. */
export interface ImageItem extends Placed {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly image: VectorImage;
  readonly alt: string;
}

/** Dark rectangles of a code in whole modules: x, y, width, height, four numbers each. */
export interface CodeSymbol {
  readonly symbology: string;
  /** Size in modules without the quiet zone. A linear code is one module high. */
  readonly columns: number;
  readonly rows: number;
  readonly rects: readonly number[];
}

/** `x`,`y`,`width`,`height` is the printed symbol without its quiet zone. */
export interface CodeItem extends Placed {
  readonly kind: 'code';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly symbol: CodeSymbol;
  /** The decoded text, which tests compare with what scanners read. */
  readonly payload: string;
  readonly alt: string;
}

/**
 * Items that no bill changes, typeset once and drawn as one Form XObject (ISO 32000-1, 8.10).
 * Same `id`, same form within a file; its items are relative to `x`,`y`.
 */
export interface FormItem extends Placed {
  readonly kind: 'form';
  readonly x: number;
  readonly y: number;
  readonly form: Form;
}

export interface Form {
  /** Stable over runs: layout@revision, language, rung, place in the template. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}
