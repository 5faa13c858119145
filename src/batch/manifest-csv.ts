// manifest.csv: the rows of a manifest for a spreadsheet, written and held against their source. It
// knows no files.

import { csvLine } from './csv.ts';
import { type SheetRow, sheetRowSchema } from './sheet-row.ts';

const columns = Object.keys(sheetRowSchema.shape);

export const csvHead = csvLine(columns);

export function csvRow(row: SheetRow): string {
  const cells: Readonly<Record<string, unknown>> = row;
  return csvLine(columns.map((column) => String(cells[column] ?? '')));
}

/** Takes the rows in order; what it was given to read are the lines without their line feeds. */
export class CsvCheck {
  readonly #lines: Iterator<string>;
  #line = 0;
  /** The first line that is not as it should be. */
  #wrong: number | undefined;

  constructor(lines: Iterable<string>) {
    this.#lines = lines[Symbol.iterator]();
    this.#expect(csvHead);
  }

  take(rows: readonly SheetRow[]): void {
    for (const row of rows) this.#expect(csvRow(row));
  }

  /** The first line that differs from the rows, if one does. */
  finish(): number | undefined {
    this.#line += 1;
    if (this.#lines.next().done !== true) this.#wrong ??= this.#line;
    return this.#wrong;
  }

  #expect(line: string): void {
    this.#line += 1;
    const { value, done } = this.#lines.next();
    if (done === true || `${value}\n` !== line) this.#wrong ??= this.#line;
  }
}
