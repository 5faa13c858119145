// Every kind of block to its own file: the table of contents of this folder.

import type { Block } from './block.ts';
import { inPart } from './block-part.ts';
import { boxExtent, layoutBox, layoutField } from './box.ts';
import { chartWidth, layoutChart } from './chart.ts';
import { chooseExtent, layoutChoose } from './choose.ts';
import { columnsExtent, layoutColumns } from './columns.ts';
import { digitsWidth, layoutDigits } from './digits.ts';
import type { Context, Fragment, Overflow, Reduction } from './fragment.ts';
import { frameExtent, layoutFrame } from './frame.ts';
import type { TextBlock } from './leaf-block.ts';
import type { Measure } from './measure.ts';
import { imageWidth, layoutCode, layoutImage } from './picture.ts';
import { recurringExtent, recurringFragment } from './recurring.ts';
import { layoutRule } from './rule.ts';
import { layoutGap, layoutStack, stackExtent } from './stack.ts';
import { layoutTable } from './table.ts';
import { layoutText, textExtent } from './text.ts';

/** A context with no findings yet; one serves one attempt at one page. */
export function createContext(measure: Measure, structured = false): Context {
  return new PageContext(measure, structured);
}

class PageContext implements Context {
  readonly measure: Measure;
  readonly structured: boolean;
  readonly overflows: Overflow[] = [];
  readonly reductions: Reduction[] = [];
  inForm = false;

  constructor(measure: Measure, structured: boolean) {
    this.measure = measure;
    this.structured = structured;
  }

  // Most blocks are texts, and asking whether one is takes as long as setting some of them: there
  // are blocks of some fifteen shapes. So it is asked once.
  layout(block: Block, width: number): Fragment {
    if (block.kind === 'text' && !isRecurringText(block)) {
      const fragment = layoutText(block, width, this);
      return this.structured ? inPart(block, fragment) : fragment;
    }
    if (isRecurring(block)) return recurringFragment(block, width, this, layoutBlock);
    return layoutBlock(block, width, this);
  }

  extent(block: Block): number {
    if (block.kind === 'text' && !isRecurringText(block)) return textExtent(block, this.measure);
    if (isRecurring(block)) return recurringExtent(block, this, blockExtent);
    return blockExtent(block, this);
  }
}

/** Other texts remember what they measure themselves (measured.ts). */
function isRecurringText({ fixed, shared }: TextBlock): boolean {
  return fixed === true && shared === true;
}

function isRecurring({ shared, kind }: Block): boolean {
  return shared === true || kind === 'static';
}

function layoutBlock(block: Block, width: number, context: Context): Fragment {
  const fragment = layoutKind(block, width, context);
  return context.structured ? inPart(block, fragment) : fragment;
}

function layoutKind(block: Block, width: number, context: Context): Fragment {
  switch (block.kind) {
    case 'text':
      return layoutText(block, width, context);
    case 'stack':
      return layoutStack(block, width, context);
    case 'columns':
      return layoutColumns(block, width, context);
    case 'frame':
      return layoutFrame(block, width, context);
    case 'box':
      return layoutBox(block, width, context);
    case 'field':
      return layoutField(block, width);
    case 'rule':
      return layoutRule(block, width);
    case 'gap':
      return layoutGap(block);
    case 'image':
      return layoutImage(block, width, context);
    case 'code':
      return layoutCode(block, width, context);
    case 'chart':
      return layoutChart(block, width, context);
    case 'digits':
      return layoutDigits(block, width, context);
    case 'choose':
      return layoutChoose(block, width, context);
    case 'static':
      return context.layout(block.child, width);
    case 'table':
      return layoutTable(block, width, context);
  }
}

function blockExtent(block: Block, context: Context): number {
  switch (block.kind) {
    case 'text':
      return textExtent(block, context.measure);
    case 'stack':
      return stackExtent(block, context);
    case 'columns':
      return columnsExtent(block, context);
    case 'frame':
      return frameExtent(block, context);
    case 'box':
      return boxExtent(block, context);
    case 'choose':
      return chooseExtent(block, context);
    case 'static':
      return context.extent(block.child);
    default:
      return ownWidth(block);
  }
}

/** Of blocks that come in one width only; rules, gaps and tables take what they are given. */
function ownWidth(block: Block): number {
  switch (block.kind) {
    case 'field':
      return block.width;
    case 'image':
      return imageWidth(block);
    case 'code':
      return block.symbol.columns * block.module;
    case 'chart':
      return chartWidth(block);
    case 'digits':
      return digitsWidth(block);
    default:
      return 0;
  }
}
