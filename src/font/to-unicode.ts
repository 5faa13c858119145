// Writes the ToUnicode CMap of a pack: what a viewer copies and searches. It does not compress it.

/**
 * The CMap of a simple font (ISO 32000-1, 9.10.3). `letters[i]` has the one-byte code `codes[i]`;
 * neighbours in both are written as one range.
 */
export function toUnicodeMap(letters: readonly number[], codes: readonly number[]): string {
  const ranges = joinNeighbours(letters, codes);
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<00> <FF>',
    'endcodespacerange',
    ...blocks(ranges),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

interface Range {
  readonly code: number;
  readonly letter: number;
  readonly length: number;
}

function joinNeighbours(letters: readonly number[], codes: readonly number[]): readonly Range[] {
  const pairs = letters.map((letter, index) => ({ letter, code: codes[index] ?? 0 }));
  pairs.sort((a, b) => a.code - b.code);
  const ranges: Range[] = [];
  for (const { letter, code } of pairs) {
    const last = ranges.at(-1);
    if (last && follows(last, letter, code)) {
      ranges[ranges.length - 1] = { ...last, length: last.length + 1 };
    } else {
      ranges.push({ code, letter, length: 1 });
    }
  }
  return ranges;
}

/** Only the last byte of a target may count up within a range (Adobe TN 5014, bfrange). */
function follows(range: Range, letter: number, code: number): boolean {
  return (
    code === range.code + range.length &&
    letter === range.letter + range.length &&
    letter >> 8 === range.letter >> 8
  );
}

/** A block holds 100 entries at most (Adobe TN 5014). */
function blocks(ranges: readonly Range[]): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < ranges.length; start += 100) {
    const block = ranges.slice(start, start + 100);
    lines.push(`${block.length} beginbfrange`, ...block.map(rangeLine), 'endbfrange');
  }
  return lines;
}

function rangeLine({ code, letter, length }: Range): string {
  return `<${hex(code, 2)}> <${hex(code + length - 1, 2)}> <${hex(letter, 4)}>`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
