// Where the bits of a Data Matrix stand (ISO/IEC 16022, annex F). It knows no texts and no edges.

/** Places that hold no bit: the corner pattern of some sizes. */
const dark = -1;
const light = -2;
const free = -3;

const known = new Map<string, Int16Array>();

/**
 * Row by row: eight times the codeword plus the bit in it, or −1 and −2 for a module that is dark
 * or light in every symbol. `rows` and `columns` are without the edges.
 */
export function mappingOf(rows: number, columns: number): Int16Array {
  const name = `${rows} ${columns}`;
  let mapping = known.get(name);
  if (mapping === undefined) {
    mapping = new Walk(rows, columns).walk();
    known.set(name, mapping);
  }
  return mapping;
}

/** Rows and columns of the eight bits beside the place of the last one, the highest bit first. */
const codewordShape = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

class Walk {
  private readonly rows: number;
  private readonly columns: number;
  private readonly places: Int16Array;
  private codeword = 0;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.places = new Int16Array(rows * columns).fill(free);
  }

  /** Up and down the diagonals, from the upper left to the lower right. */
  walk(): Int16Array {
    const { rows, columns } = this;
    let row = 4;
    let column = 0;
    while (row < rows || column < columns) {
      this.corner(row, column);
      for (; row >= 0 && column < columns; row -= 2, column += 2) this.place(row, column);
      row += 1;
      column += 3;
      for (; row < rows && column >= 0; row += 2, column -= 2) this.place(row, column);
      row += 3;
      column += 1;
    }
    this.lastCorner();
    return this.places;
  }

  private place(row: number, column: number): void {
    const isInside = row >= 0 && row < this.rows && column >= 0 && column < this.columns;
    if (!isInside || this.places[row * this.columns + column] !== free) return;
    codewordShape.forEach(([down, right], bit) => {
      this.set(row + down, column + right, bit);
    });
    this.codeword += 1;
  }

  /** What leaves the field on one side comes in again at the other, somewhat shifted. */
  private set(row: number, column: number, bit: number): void {
    const { rows, columns } = this;
    let [y, x] = [row, column];
    if (y < 0) [y, x] = [y + rows, x + 4 - ((rows + 4) % 8)];
    if (x < 0) [y, x] = [y + 4 - ((columns + 4) % 8), x + columns];
    this.places[y * columns + x] = 8 * this.codeword + bit;
  }

  /** Figures F.3 to F.6: four codewords that are divided between corners. */
  private corner(row: number, column: number): void {
    const { rows, columns } = this;
    const [bottom, right] = [rows - 1, columns - 1];
    let shape: readonly (readonly [number, number])[] | undefined;
    if (row === rows && column === 0) {
      shape = [
        [bottom, 0],
        [bottom, 1],
        [bottom, 2],
        [0, right - 1],
        [0, right],
        [1, right],
        [2, right],
        [3, right],
      ];
    } else if (row === rows - 2 && column === 0 && columns % 4 !== 0) {
      shape = [
        [bottom - 2, 0],
        [bottom - 1, 0],
        [bottom, 0],
        [0, right - 3],
        [0, right - 2],
        [0, right - 1],
        [0, right],
        [1, right],
      ];
    } else if (row === rows - 2 && column === 0 && columns % 8 === 4) {
      shape = [
        [bottom - 2, 0],
        [bottom - 1, 0],
        [bottom, 0],
        [0, right - 1],
        [0, right],
        [1, right],
        [2, right],
        [3, right],
      ];
    } else if (row === rows + 4 && column === 2 && columns % 8 === 0) {
      shape = [
        [bottom, 0],
        [bottom, right],
        [0, right - 2],
        [0, right - 1],
        [0, right],
        [1, right - 2],
        [1, right - 1],
        [1, right],
      ];
    }
    if (shape === undefined) return;
    shape.forEach(([y, x], bit) => {
      this.places[y * columns + x] = 8 * this.codeword + bit;
    });
    this.codeword += 1;
  }

  /** Two by two modules that no codeword reaches in some sizes: dark on one diagonal. */
  private lastCorner(): void {
    const { places, columns } = this;
    const last = places.length - 1;
    if (places[last] !== free) return;
    for (const place of [last, last - columns - 1]) places[place] = dark;
    for (const place of [last - 1, last - columns]) places[place] = light;
  }
}
