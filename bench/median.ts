// The two statistics of the benchmark. It sorts copies; nothing given is changed.

/** The value below which `share` of all values lie, by the nearest rank; NaN of no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}

/** The middle: one slow round, on a machine that others use too, does not move it. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
