// Modules of a symbol → the rectangles that are drawn. It knows no symbology.

/** One byte a module, 1 for dark, row by row. */
export interface Matrix {
  readonly columns: number;
  readonly rows: number;
  readonly modules: Uint8Array;
}

/**
 * x, y, width, height in whole modules: runs of dark modules in a row, each grown downwards while
 * the next row has the very same run. Few rectangles, none overlapping, in a fixed order.
 */
export function rectsOf({ columns, rows, modules }: Matrix): readonly number[] {
  const rects: number[] = [];
  /** By the column a run starts in: where in `rects` the rectangle stands that may still grow. */
  const growing = new Int32Array(columns).fill(-1);
  for (let y = 0; y < rows; y += 1) {
    let x = 0;
    while (x < columns) {
      const start = x;
      const dark = modules[y * columns + x];
      while (x < columns && modules[y * columns + x] === dark) x += 1;
      if (dark === 0) continue;
      const at = growing[start] ?? -1;
      const grows =
        at >= 0 && rects[at + 2] === x - start && (rects[at + 1] ?? 0) + (rects[at + 3] ?? 0) === y;
      if (grows) {
        rects[at + 3] = (rects[at + 3] ?? 0) + 1;
      } else {
        growing[start] = rects.length;
        rects.push(start, y, x - start, 1);
      }
    }
  }
  return rects;
}
