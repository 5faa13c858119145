// Breaks a list into rows that are as full as each other: seven in rows of at most five are four
// and three, not five and two.

/** Rows of at most `upTo` elements in their order; the first row is never the shorter one. */
export function evenRows<T>(list: readonly T[], upTo: number): readonly (readonly T[])[] {
  const rows = Math.ceil(list.length / Math.max(1, Math.floor(upTo)));
  const perRow = Math.ceil(list.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => list.slice(row * perRow, (row + 1) * perRow));
}
