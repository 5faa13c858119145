// The pages of a PDF file that draw wrote, as digests of their content streams in the order of the
// page tree. It reads just enough of the format to tell whether pages were moved.

import { hash } from 'node:crypto';
import { ObjectTable, UnreadablePdf } from './object-table.ts';

/** SHA-256 of each page's content stream as it stands in the file, hexadecimal. */
export function contentDigests(file: Uint8Array): readonly string[] {
  const objects = new ObjectTable(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  const tree = numberIn(objects.dictionary(objects.root), /\/Pages\s+(\d+) 0 R/);
  return leavesOf(objects, tree, mostLevels).map((page) => {
    const content = numberIn(objects.dictionary(page), /\/Contents\s+(\d+) 0 R/);
    return hash('sha256', objects.stream(content), 'hex');
  });
}

/** Deeper than any tree of ours, so that a tree that bites its tail ends. */
const mostLevels = 16;

/** Numbers of the page objects, in the order in which they are shown. */
function leavesOf(objects: ObjectTable, id: number, levels: number): readonly number[] {
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(objects.dictionary(id))?.[1];
  if (kids === undefined) return [id];
  if (levels === 0) throw new UnreadablePdf('its page tree has no end');
  const ids = Array.from(kids.matchAll(/(\d+) 0 R/g), ([, kid]) => Number(kid));
  return ids.flatMap((kid) => leavesOf(objects, kid, levels - 1));
}

function numberIn(dictionary: string, pattern: RegExp): number {
  return Number(pattern.exec(dictionary)?.[1] ?? Number.NaN);
}
