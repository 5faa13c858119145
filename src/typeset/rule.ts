// Rules: thin filled rectangles, and dashed lines. Where they stand is the caller's affair.

import type { Fragment } from './fragment.ts';
import type { RuleBlock } from './leaf-block.ts';
import type { Gray, LineItem, RectItem } from './page.ts';
import { rectItem } from './rect.ts';

interface RuleSpec {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly vertical: boolean;
  readonly width: number;
  readonly gray: Gray;
}

/** A solid rule centred on `x`,`y`: a filled rectangle stays sharp where a stroke may blur. */
export function ruleItem(block: { readonly source: string }, rule: RuleSpec): RectItem {
  const half = rule.width / 2;
  const area = {
    x: rule.vertical ? rule.x - half : rule.x,
    y: rule.vertical ? rule.y : rule.y - half,
    width: rule.vertical ? rule.width : rule.length,
    height: rule.vertical ? rule.length : rule.width,
  };
  return rectItem(area, { fill: rule.gray }, { source: block.source, role: 'decoration' });
}

/** Takes no height: a rule stands on the border between two blocks. */
export function layoutRule(block: RuleBlock, width: number): Fragment {
  const length = block.vertical ? block.length : width;
  return {
    width: block.vertical ? 0 : width,
    height: 0,
    baseline: undefined,
    place: (x, y, _room, sink) => {
      if (block.dash.length > 0) sink(dashedItem(block, { x, y, length }));
      else {
        const { vertical, stroke } = block;
        sink(ruleItem(block, { x, y, length, vertical, width: stroke.width, gray: stroke.gray }));
      }
    },
  };
}

function dashedItem(block: RuleBlock, from: { x: number; y: number; length: number }): LineItem {
  return {
    kind: 'line',
    x1: from.x,
    y1: from.y,
    x2: block.vertical ? from.x : from.x + from.length,
    y2: block.vertical ? from.y + from.length : from.y,
    width: block.stroke.width,
    gray: block.stroke.gray,
    dash: block.dash,
    roundCaps: true,
    source: block.source,
    role: 'decoration',
  };
}
