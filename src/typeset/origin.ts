// Where an item comes from, beyond `file:line`: a field of the bill, a label, a place in a table.
// Typesetting hands sources on as they are, so an origin travels inside one. Only pages that are
// traced for the page model have it; it never reaches paper.

export interface Origin {
  /** JSON pointers into the bill. */
  readonly field?: readonly string[];
  readonly label?: string;
  readonly table?: string;
  readonly column?: string;
}

/** Stands in no path of a file. */
const mark = '\u0001';

export function withOrigin(source: string, origin: Origin): string {
  return `${plainSource(source)}${mark}${JSON.stringify(origin)}`;
}

export function plainSource(source: string): string {
  const end = source.indexOf(mark);
  return end === -1 ? source : source.slice(0, end);
}

export function originOf(source: string): Origin {
  const end = source.indexOf(mark);
  return end === -1 ? {} : JSON.parse(source.slice(end + 1));
}
