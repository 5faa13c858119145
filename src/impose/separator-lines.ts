// One text as large as it goes: the largest size at which its lines have room. No word is divided
// and nothing is left out.

interface Room {
  readonly width: number;
  /** Points of type of all lines together. */
  readonly most: number;
  measure(size: number, line: string): number;
}

/** Undefined if it does not fit at the smallest size. Sizes fall. */
export function fitLines(
  text: string,
  sizes: readonly number[],
  room: Room,
): { readonly size: number; readonly lines: readonly string[] } | undefined {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (const size of sizes) {
    const lines = filled(words, size, room);
    if (lines !== undefined && lines.length * size <= room.most) return { size, lines };
  }
  return undefined;
}

/** Undefined if a single word is wider than the room. */
function filled(words: readonly string[], size: number, room: Room): string[] | undefined {
  const lines: string[] = [];
  for (const word of words) {
    if (room.measure(size, word) > room.width) return undefined;
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && room.measure(size, longer) <= room.width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
