// Bytes as they arrive → lines, however the pieces are cut. A line that is too long is not kept,
// only counted. Pure; it reads no line.

export interface SplitLine {
  /** From 1; empty lines count too. */
  readonly line: number;
  /** Without line end; undefined if the line was longer than the limit. */
  readonly bytes: Uint8Array | undefined;
}

const lineFeed = 0x0a;

export class LineSplitter {
  readonly #limitBytes: number;
  #pieces: Uint8Array[] = [];
  #length = 0;
  #line = 1;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** The lines that end in this piece. */
  *push(piece: Uint8Array): Generator<SplitLine> {
    let start = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, start)) {
      this.#keep(piece.subarray(start, end));
      yield this.#take();
      start = end + 1;
    }
    this.#keep(piece.subarray(start));
  }

  /** The last line, if it has no line end. */
  *finish(): Generator<SplitLine> {
    if (this.#length > 0) yield this.#take();
  }

  #keep(bytes: Uint8Array): void {
    this.#length += bytes.byteLength;
    if (this.#length > this.#limitBytes) this.#pieces = [];
    else if (bytes.byteLength > 0) this.#pieces.push(bytes);
  }

  #take(): SplitLine {
    const [first, ...others] = this.#pieces;
    const whole = others.length === 0 && first !== undefined ? first : Buffer.concat(this.#pieces);
    const bytes = this.#length > this.#limitBytes ? undefined : whole;
    const taken = { line: this.#line, bytes };
    this.#pieces = [];
    this.#length = 0;
    this.#line += 1;
    return taken;
  }
}

/** Spaces, tabs and line ends only: between bills they mean nothing. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
