// The ZIP format as far as files need it that are stored as they are (APPNOTE 6.3.10): a header in
// front of each, and a directory at the end. Pure; it holds no file, only 70 bytes of each name.

/** One file of the archive. */
export interface ZipEntry {
  /** Printable ASCII, with `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  /** CRC-32 of the content (APPNOTE 4.4.7). */
  readonly crc32: number;
}

/** Above these a field of two or four bytes says so and the number stands in a ZIP64 record. */
const most16 = 0xffff;
const most32 = 0xffff_ffff;

/** APPNOTE 4.4.3: what a reader must be able to do; 4.5 is ZIP64. */
const plainVersion = 10;
const zip64Version = 45;

/** APPNOTE 4.4.2: made under Unix, by version 6.3 of the format; so attributes are a file mode. */
const madeBy = (3 << 8) | 63;
/** A regular file that its owner may write and everybody may read. */
const attributes = 0o100_644 * 0x1_0000;

/** What stands right in front of the content of a file. `date` is YYYY-MM-DD. */
export function localHeader({ name, bytes, crc32 }: ZipEntry, date: string): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(plainVersion, 4);
  header.writeUInt16LE(dosDate(date), 12);
  header.writeUInt32LE(crc32, 14);
  header.writeUInt32LE(bytes, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  header.write(name, 30, 'latin1');
  return header;
}

/** Names, places and check sums of all files, in the order in which they were written. */
export class ZipDirectory {
  readonly #date: number;
  readonly #records = new Pieces();
  #count = 0;
  #offset = 0;

  /** YYYY-MM-DD, of all files: the archive does not tell when it was made. */
  constructor(date: string) {
    this.#date = dosDate(date);
  }

  /** Its header and its content stand behind those of the file before. */
  add({ name, bytes, crc32 }: ZipEntry): void {
    const isFar = this.#offset >= most32;
    const record = Buffer.alloc(46 + name.length + (isFar ? 12 : 0));
    record.writeUInt32LE(0x0201_4b50, 0);
    record.writeUInt16LE(madeBy, 4);
    record.writeUInt16LE(isFar ? zip64Version : plainVersion, 6);
    record.writeUInt16LE(this.#date, 14);
    record.writeUInt32LE(crc32, 16);
    record.writeUInt32LE(bytes, 20);
    record.writeUInt32LE(bytes, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE(attributes, 38);
    record.writeUInt32LE(Math.min(this.#offset, most32), 42);
    record.write(name, 46, 'latin1');
    if (isFar) {
      // APPNOTE 4.5.3: only what does not fit above.
      record.writeUInt16LE(12, 30);
      record.writeUInt16LE(0x0001, 46 + name.length);
      record.writeUInt16LE(8, 48 + name.length);
      record.writeBigUInt64LE(BigInt(this.#offset), 50 + name.length);
    }
    this.#records.add(record);
    this.#count += 1;
    this.#offset += 30 + name.length + bytes;
  }

  /** The end of the archive, in pieces. */
  *finish(): Generator<Uint8Array> {
    yield* this.#records.all();
    const place = { count: this.#count, bytes: this.#records.length, offset: this.#offset };
    if (this.#count >= most16 || this.#offset >= most32) yield zip64End(place);
    yield plainEnd(place);
  }
}

/** Of the directory: its records, their length, where they begin. */
interface DirectoryPlace {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
}

/** APPNOTE 4.3.14 and 4.3.15. */
function zip64End({ count, bytes, offset }: DirectoryPlace): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(madeBy, 12);
  end.writeUInt16LE(zip64Version, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(bytes), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x0706_4b50, 56);
  end.writeBigUInt64LE(BigInt(offset + bytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

/** APPNOTE 4.3.16. */
function plainEnd({ count, bytes, offset }: DirectoryPlace): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, most16), 8);
  end.writeUInt16LE(Math.min(count, most16), 10);
  end.writeUInt32LE(Math.min(bytes, most32), 12);
  end.writeUInt32LE(Math.min(offset, most32), 16);
  return end;
}

/** APPNOTE 4.4.6: years from 1980. The time of the day stays zero. */
function dosDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | day;
}

/** Many small records without an object for each. */
class Pieces {
  readonly #full: Buffer[] = [];
  #last = Buffer.alloc(pieceBytes);
  #used = 0;

  add(record: Buffer): void {
    if (this.#used + record.length > pieceBytes) {
      this.#full.push(this.#last.subarray(0, this.#used));
      this.#last = Buffer.alloc(pieceBytes);
      this.#used = 0;
    }
    record.copy(this.#last, this.#used);
    this.#used += record.length;
  }

  get length(): number {
    return this.#full.reduce((sum, { length }) => sum + length, this.#used);
  }

  *all(): Generator<Buffer> {
    yield* this.#full;
    if (this.#used > 0) yield this.#last.subarray(0, this.#used);
  }
}

const pieceBytes = 65_536;
