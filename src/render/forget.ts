// Half of what rendering keeps from bill to bill, let go. It changes how long the next bills take,
// never what they are.

import { forgetComposers } from '../compose/composer.ts';

/** What typesetting and drawing keep of it goes as well, as it hangs on what composing made. */
export function forgetBills(): void {
  forgetComposers();
}
