// How often properties are tried. A failure prints its seed and path: hand both to fc.assert.

/**
 * Enough to meet every kind of bill, few enough for each change. `PROPERTY_RUNS=2000 npm test`
 * tries more.
 */
export const numRuns = Number(process.env.PROPERTY_RUNS ?? 80);

/** The same for what draws and reads back: without the variable a quarter. */
export const slowRuns = Number(process.env.PROPERTY_RUNS ?? 20);
