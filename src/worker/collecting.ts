// How V8 collects garbage where bills are rendered. Its flags are those of the process: but for the
// first they hold for the main thread as well. It bounds no memory: whoever starts threads does.

import { setFlagsFromString } from 'node:v8';

/**
 * A bill leaves half a megabyte of objects that are gone with it. See
 * docs/decisions/0034-collecting-less.md.
 */
export const collectingFlags = [
  // The image bounds young objects of the main thread by this flag, which would go before the room
  // that threads are given. The main thread has its own by now.
  '--max-semi-space-size=0',
  // So few young objects outlive a collection that waking threads to share them takes longer than
  // copying them, and in production every core has a bill of its own.
  '--no-parallel-scavenge',
  // V8 learns which objects live long while it has little room for young ones, and from then on
  // made a third of a bill's figures among the old: for the great collection to find.
  '--no-allocation-site-pretenuring',
  // It would begin to look for old garbage as soon as less room is left for old objects than young
  // ones have, which is always the case in a thread as small as ours.
  '--incremental-marking-soft-trigger=40',
  '--incremental-marking-hard-trigger=80',
];

/**
 * A heap grows by half or more before V8 collects it. In a service next to nothing that is old ever
 * dies, so it may as well collect early; batches of many layouts would do so all the time.
 */
export const servingFlags = ['--heap-growing-percent=15'];

/** Before the first thread of a pool starts. */
export function collectLess(): void {
  for (const flag of collectingFlags) setFlagsFromString(flag);
}

/** Before the first thread of a service starts. */
export function growLittle(): void {
  for (const flag of servingFlags) setFlagsFromString(flag);
}
