// Blocks that no bill changes: typeset once, placed as one form wherever they stand.

import type { StaticBlock } from './block.ts';
import type { Context, Fragment } from './fragment.ts';
import type { Form, Item } from './page.ts';
import { paintOrder } from './paint-order.ts';

/**
 * Forms by block and width. The composer hands out the same block object for the same layout,
 * language and rung, so the map holds as many entries as templates have statics.
 */
const forms = new WeakMap<StaticBlock, Map<number, { form: Form; fragment: Fragment }>>();

export function layoutStatic(block: StaticBlock, width: number, context: Context): Fragment {
  let byWidth = forms.get(block);
  if (byWidth === undefined) {
    byWidth = new Map();
    forms.set(block, byWidth);
  }
  let known = byWidth.get(width);
  if (known === undefined) {
    const overflowing = context.overflows.length;
    const fragment = context.layout(block.child, width);
    known = { form: formOf(block, fragment, width), fragment };
    // An overflowing form is a fault of the layout; it must be reported at every use.
    if (context.overflows.length === overflowing) byWidth.set(width, known);
  }
  const { form, fragment } = known;
  return {
    ...fragment,
    place: ({ x, y }, sink) => {
      sink({ kind: 'form', x, y, form, source: block.source, role: 'decoration' });
    },
  };
}

function formOf(block: StaticBlock, fragment: Fragment, width: number): Form {
  const items: Item[] = [];
  fragment.place({ x: 0, y: 0, room: fragment.height }, (item) => items.push(item));
  return {
    id: `${block.id}:${width.toFixed(2)}`,
    width,
    height: fragment.height,
    items: paintOrder(items),
  };
}
