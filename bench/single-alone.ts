// A process of its own that measures bills on one thread and tells its parent the figures: what the
// benchmark did before (a service, pools, other layouts) has no part in them. Its only argument is
// the effort as JSON.

import { measureSingle, type SingleEffort } from './single.ts';
import { openBills, openResources } from './subject.ts';

// One cast: its parent is bench.ts.
const effort = JSON.parse(process.argv[2] ?? '') as SingleEffort;
const figures = await measureSingle(effort, await openResources(), openBills());
process.send?.(JSON.stringify(figures));
process.disconnect?.();
