// manifest.json read as it was written: the head in its first line, then a sheet a line. Any number
// of sheets takes the memory of one volume.

import { type ManifestHead, manifestSchema } from './manifest-schema.ts';
import { readRows } from './read-rows.ts';
import { type SheetRow, sheetRowSchema } from './sheet-row.ts';

/** The file is none that this version writes. */
export class UnreadableManifest extends Error {}

/** Sheets of one volume that stand together. */
export interface SheetRun {
  readonly volume: number;
  readonly rows: readonly SheetRow[];
}

const headSchema = manifestSchema.omit({ sheets: true });

/** What stands between the head and the sheets, and after them. */
export const manifestJoints = { begin: ',"sheets":[', end: ']}' } as const;

export class ManifestReader {
  readonly head: ManifestHead;
  readonly #lines: Generator<string>;

  constructor(path: string) {
    this.#lines = linesOf(path);
    const first = this.#lines.next().value ?? '';
    if (!first.endsWith(manifestJoints.begin)) throw new UnreadableManifest();
    const reading = headSchema.safeParse(
      parsed(`${first.slice(0, -manifestJoints.begin.length)}}`),
    );
    if (!reading.success) throw new UnreadableManifest();
    this.head = reading.data;
  }

  /** To be read once. */
  *runs(): Generator<SheetRun> {
    let rows: SheetRow[] = [];
    for (const row of this.#rows()) {
      const [first] = rows;
      if (first !== undefined && first.volume !== row.volume) {
        yield { volume: first.volume, rows };
        rows = [];
      }
      rows.push(row);
    }
    const [first] = rows;
    if (first !== undefined) yield { volume: first.volume, rows };
  }

  *#rows(): Generator<SheetRow> {
    let isLast = false;
    for (const line of this.#lines) {
      if (line === manifestJoints.end && isLast) return;
      // An empty batch has an empty line there.
      if (line === '') {
        isLast = true;
        continue;
      }
      isLast = !line.endsWith(',');
      const reading = sheetRowSchema.safeParse(parsed(line.replace(/,$/, '')));
      if (!reading.success) throw new UnreadableManifest();
      yield reading.data;
    }
    // The end is missing.
    throw new UnreadableManifest();
  }
}

function* linesOf(path: string): Generator<string> {
  try {
    for (const { text } of readRows(path)) yield text;
  } catch (error) {
    // Another end than ours.
    if (error instanceof RangeError) throw new UnreadableManifest();
    throw error;
  }
}

/** Undefined has no shape either, so the schema refuses it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
