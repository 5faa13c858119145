// Blocks that no bill changes: placed as one form wherever they stand. That they are typeset once
// is layout-block.ts's doing.

import type { StaticBlock } from './block.ts';
import type { Context, Fragment } from './fragment.ts';
import type { Form, Item } from './page.ts';
import { paintOrder } from './paint-order.ts';

export function layoutStatic(block: StaticBlock, width: number, context: Context): Fragment {
  const fragment = context.layout(block.child, width);
  const form = formOf(block, fragment, width);
  return {
    width: fragment.width,
    height: fragment.height,
    baseline: fragment.baseline,
    place: (x, y, _room, sink) => {
      sink({ kind: 'form', x, y, form, source: block.source, role: 'decoration' });
    },
  };
}

function formOf(block: StaticBlock, fragment: Fragment, width: number): Form {
  const items: Item[] = [];
  fragment.place(0, 0, fragment.height, (item) => items.push(item));
  return {
    id: `${block.id}:${width.toFixed(2)}`,
    width,
    height: fragment.height,
    items: paintOrder(items),
  };
}
