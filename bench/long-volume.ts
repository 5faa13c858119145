// A process of its own that writes one long volume and tells its parent how it went. Its only
// argument says how many pages.

import { openBills, openResources } from './subject.ts';
import { measureVolume } from './volume.ts';

const given = { resources: await openResources(), bills: openBills() };
const rssMb: number[] = [];
const figures = measureVolume(Number(process.argv[2]), given, () => {
  rssMb.push(process.memoryUsage.rss() / 1024 ** 2);
});
process.send?.(JSON.stringify({ ...figures, rssMb }));
process.disconnect?.();
