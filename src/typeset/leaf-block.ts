// Blocks that hold no others, and what all blocks have in common. Those that hold blocks, and the
// sheet, are block.ts's. No behaviour here.

import type { Measured } from './line.ts';
import type { CodeSymbol, Gray, Role, VectorImage } from './page.ts';
import type { Span } from './span.ts';

export type Align = 'left' | 'right' | 'center';

export interface BlockBase {
  /** `file:line` of the template. */
  readonly source: string;
  /** The same object for every bill, so that what it measures may be remembered. */
  readonly shared?: boolean | undefined;
  /** Typeset's own: what it remembers of a shared block (recurring.ts). */
  recurring?: unknown;
}

/** How the language versions of one text stand: under each other, on a line, or as space allows. */
export type Join = 'stack' | 'inline' | 'auto';

/** Where a line may end: nowhere, between words, or in a word that is too wide on its own. */
export type Wrap = 'none' | 'words' | 'anywhere';

/** How a text is set, whatever it says: one object for all texts of a place in a template. */
export interface TextSetting {
  readonly join: Join;
  /** Set between parts on one line. */
  readonly separator: Span;
  readonly leading: number;
  readonly align: Align;
  readonly role: Role;
  readonly wrap: Wrap;
  /** Make lines of one part equally long. */
  readonly balance: boolean;
  /** Sizes to try, largest first; the first that needs no second line is taken. */
  readonly sizes: readonly number[];
}

/** Each part is one language's (or one value's) spans; parts are joined by `setting.join`. */
export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  readonly setting: TextSetting;
  readonly parts: readonly (readonly Span[])[];
  /**
   * Shared whatever is kept from bill to bill, as a label of the layout is: so it may be a form.
   * Of other texts that would hang on what was rendered before.
   */
  readonly fixed?: boolean | undefined;
  /** Typeset's own: what it measured. Of a copy with other texts it must be undefined. */
  measured?: Measured | undefined;
}

export interface Stroke {
  readonly width: number;
  readonly gray: Gray;
}

/** An empty box to write in; in a table row it grows with the row up to `maxHeight`. */
export interface FieldBlock extends BlockBase {
  readonly kind: 'field';
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly maxHeight: number;
  /** Rows lower than this become the box themselves. */
  readonly fillBelow: number;
  readonly stroke: Stroke;
  readonly fill?: Gray;
  readonly align: Align;
}

export interface RuleBlock extends BlockBase {
  readonly kind: 'rule';
  readonly stroke: Stroke;
  readonly vertical: boolean;
  /** Length of a vertical rule. */
  readonly length: number;
  readonly dash: readonly number[];
}

export interface GapBlock extends BlockBase {
  readonly kind: 'gap';
  readonly height: number;
}

export interface ImageBlock extends BlockBase {
  readonly kind: 'image';
  readonly image: VectorImage;
  /** Printed height; the width follows from the image. */
  readonly height: number;
  readonly alt: string;
  readonly align: Align;
}

export interface CodeBlock extends BlockBase {
  readonly kind: 'code';
  readonly symbol: CodeSymbol;
  readonly payload: string;
  readonly alt: string;
  /** Side of one module. For a square of given size the composer divides. */
  readonly module: number;
  /** Height of the bars of a linear code; a matrix code is `rows` modules high. */
  readonly barHeight?: number | undefined;
  readonly align: Align;
}

export interface Bar {
  readonly value: number;
  readonly kind: 'plain' | 'compared' | 'current';
  /** Above the bar, where the chart shows values. */
  readonly valueText?: string;
  readonly label?: string;
  /** What the bar stands for, for those who cannot see where it stands: `10.2026`. */
  readonly name?: string;
}

/** How values and months stand above and below the bars. */
export interface ChartText {
  readonly plain: Span;
  /** Of the bars that are not plain. */
  readonly strong: Span;
  readonly leading: number;
}

/** Bars from zero to the largest value; `pitch` is the distance from one bar to the next. */
export interface ChartBlock extends BlockBase {
  readonly kind: 'chart';
  readonly bars: readonly Bar[];
  readonly pitch: number;
  readonly barWidth: number;
  readonly height: number;
  readonly fills: { readonly plain: Gray; readonly current: Gray; readonly compared: Gray };
  readonly outline: Stroke;
  readonly baseline?: Stroke | undefined;
  readonly text?: ChartText | undefined;
  readonly alt: string;
}

/** One box per digit, a comma, one per decimal. */
export interface DigitsBlock extends BlockBase {
  readonly kind: 'digits';
  readonly digits: number;
  readonly decimals: number;
  readonly boxWidth: number;
  /** Boxes may become this narrow where many digits have little room. */
  readonly leastWidth: number;
  readonly boxHeight: number;
  readonly stroke: Stroke;
  readonly comma: Span;
  readonly commaGap: number;
}
