// How often properties are tried. A failure prints its seed and path: hand both to fc.assert.

/** Enough to meet every kind of bill, few enough for each change; nightly runs raise it. */
export const numRuns = Number(process.env.TOLEM_PROPERTY_RUNS ?? 80);
