// A rendering thread whose layouts are broken.

import { startError } from '../../../src/worker/start-error.ts';

throw startError([
  { code: 'LAYOUT_BROKEN', message: 'town/layout.json: the file is missing.', source: 'town' },
  { code: 'LAYOUT_BROKEN', message: 'town/bill.hbs: the file is missing.' },
]);
