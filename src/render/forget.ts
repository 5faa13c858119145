// What rendering keeps from bill to bill, let go. It changes how long the next bills take, never
// what they are.

import type { Resources } from './resources.ts';

/**
 * The same resources with layouts that have met no bill yet. What composing learns hangs on
 * compiled templates, place by place, so compiling them anew is what lets go of it.
 */
export function forgetBills({ catalogue, ...rest }: Resources): Resources {
  return { ...rest, catalogue: { layouts: catalogue.layouts.map((layout) => layout.renewed()) } };
}
