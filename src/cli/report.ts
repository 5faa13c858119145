// Faults and warnings as lines: file: place: message. It prints nothing.

import { type Fault, faultTable, type Warning } from '../fault.ts';
import { type Exit, exit } from './command.ts';

export function faultLines(file: string, faults: readonly Fault[]): string[] {
  return faults.map((fault) => `${file}: ${placeOf(fault)}${fault.message} [${fault.code}]`);
}

export function warningLines(file: string, warnings: readonly Warning[]): string[] {
  return warnings.map((one) => `${file}: ${placeOf(one)}warning: ${one.message} [${one.code}]`);
}

/** The worst of several: what a script has to act upon. */
export function worst(exits: readonly Exit[]): Exit {
  return exits.toSorted((a, b) => a - b).at(-1) ?? exit.ok;
}

export function exitOf(faults: readonly Fault[]): Exit {
  if (faults.length === 0) return exit.ok;
  return faults.some(({ code }) => faultTable[code].status >= 500) ? exit.machine : exit.bills;
}

/** Columns wide enough for their longest cell, two spaces apart. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Messages about layouts begin with their place already, because logs have nothing but them. */
function placeOf({ pointer, source, message }: Fault | Warning): string {
  const place = pointer ?? source ?? '';
  return place === '' || message.startsWith(`${place}: `) ? '' : `${place}: `;
}
