// A process of its own that writes one volume and tells its parent how it went: what the benchmark
// did before has no part in its time or its memory. Its only argument is the effort as JSON.

import { openBills, openResources } from './subject.ts';
import { measureVolume, type VolumeEffort } from './volume.ts';

// One cast: its parent is bench.ts.
const effort = JSON.parse(process.argv[2] ?? '') as VolumeEffort;
const given = { resources: await openResources(), bills: openBills() };
const rssMb: number[] = [];
const figures = measureVolume(effort, given, () => {
  rssMb.push(process.memoryUsage.rss() / 1024 ** 2);
});
process.send?.(JSON.stringify({ ...figures, rssMb }));
process.disconnect?.();
