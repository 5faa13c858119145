// Modules of a symbol → the rectangles that are drawn. It knows no symbology.

/** Modules as bits: row n has the words from n × `words`; bit b of word w is module 32w + b. */
export interface Matrix {
  readonly columns: number;
  readonly rows: number;
  /** So many that a light module follows the last one of a row. */
  readonly words: number;
  /** 1 for dark. */
  readonly bits: Int32Array;
}

/** `modules` row by row, 1 for dark. */
export function matrixOf(columns: number, rows: number, modules: ArrayLike<number>): Matrix {
  const words = (columns >>> 5) + 1;
  const bits = new Int32Array(rows * words);
  for (let at = 0; at < modules.length; at += 1) {
    const column = at % columns;
    const word = Math.floor(at / columns) * words + (column >>> 5);
    bits[word] = (bits[word] ?? 0) | ((modules[at] ?? 0) << (column & 31));
  }
  return { columns, rows, words, bits };
}

/**
 * x, y, width, height in whole modules: runs of dark modules in a row, each grown downwards while
 * the next row has the very same run. Few rectangles, none overlapping, in a fixed order.
 */
export function rectsOf({ columns, rows, words, bits }: Matrix): readonly number[] {
  let length = 0;
  /** By the column a run starts in: where in `room` the rectangle stands that may still grow. */
  const growing = new Int32Array(columns).fill(-1);
  for (let y = 0; y < rows; y += 1) {
    let start = -1;
    let before = 0;
    for (let word = 0; word < words; word += 1) {
      const row = bits[y * words + word] ?? 0;
      // Where the colour changes from one module to the next.
      let edges = row ^ ((row << 1) | before);
      before = row >>> 31;
      while (edges !== 0) {
        const x = 32 * word + 31 - Math.clz32(edges & -edges);
        edges &= edges - 1;
        if (start < 0) {
          start = x;
          continue;
        }
        const at = growing[start] ?? -1;
        if (at >= 0 && endsAbove(at, x, y)) room[at + 3] = (room[at + 3] ?? 0) + 1;
        else {
          growing[start] = length;
          room[length] = start;
          room[length + 1] = y;
          room[length + 2] = x - start;
          room[length + 3] = 1;
          length += 4;
        }
        start = -1;
      }
    }
  }
  return room.slice(0, length);
}

/** Rectangles of the one symbol that is being cut: a list that grew would be copied many times. */
const room: number[] = [];

/** Whether the rectangle reaches down to the row `y`, and right to the column `x`. */
function endsAbove(at: number, x: number, y: number): boolean {
  const right = (room[at] ?? 0) + (room[at + 2] ?? 0);
  return right === x && (room[at + 1] ?? 0) + (room[at + 3] ?? 0) === y;
}
