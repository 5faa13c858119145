// Half of what rendering keeps from bill to bill, let go. It changes how long the next bills take,
// never what they are.

import { forgetComposers } from '../compose/composer.ts';
import { forgetNils } from '../typeset/table-group.ts';

/** What typesetting and drawing keep goes as well: most of it hangs on what composing made. */
export function forgetBills(): void {
  forgetComposers();
  forgetNils();
}
