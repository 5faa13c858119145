// Kerning of a face as classes: which glyphs behave alike, and one small matrix of adjustments.

import type { Font } from 'fontkit';

export interface KerningClasses {
  /** Class of each glyph given, as the left and as the right one of a pair. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly rightClasses: number;
  /** Font units, `values[left * rightClasses + right]`. */
  readonly values: readonly number[];
}

/**
 * No pair is set closer than this share of an em. Readers of PDF take a letter that starts a tenth
 * of an em inside its neighbour for the start of another word or line, so that «Г-» or «Р.» would
 * break a serial number in two when it is copied.
 */
export const closestPairEm = 0.09;

/**
 * Pairs adjusted by less than this share of an em are left alone: 0.04 mm at 8 pt, which nobody
 * sees, but more than half of all shifts in a content stream.
 */
export const leastPairEm = 0.0125;

/**
 * Every pair of `glyphs`, folded: glyphs with equal rows share a left class, with equal columns a
 * right class. Class 0 is the one that is never kerned.
 */
export function kerningClasses(font: Font, glyphs: readonly number[]): KerningClasses {
  const tables = pairTables(font);
  const closest = -Math.floor(closestPairEm * font.unitsPerEm);
  const least = leastPairEm * font.unitsPerEm;
  const rows = glyphs.map((left) =>
    glyphs.map((right) => {
      const adjustment = pairAdjustment(tables, left, right);
      return Math.abs(adjustment) < least ? 0 : Math.max(closest, adjustment);
    }),
  );
  const columns = glyphs.map((_, index) => rows.map((row) => row[index] ?? 0));
  const left = fold(rows);
  const right = fold(columns);
  return {
    left: left.classes,
    right: right.classes,
    rightClasses: right.examples.length,
    values: left.examples.flatMap((row) =>
      right.examples.map((column) => rows[row]?.[column] ?? 0),
    ),
  };
}

interface Folding {
  readonly classes: readonly number[];
  /** One member of each class. Class 0 has none: -1 finds nothing, and nothing is not kerned. */
  readonly examples: readonly number[];
}

function fold(vectors: readonly (readonly number[])[]): Folding {
  const zero = vectors.map(() => 0).join();
  const known = new Map([[zero, 0]]);
  const examples = [-1];
  const classes = vectors.map((vector, index) => {
    const key = vector.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, examples.length);
    return examples.push(index) - 1;
  });
  return { classes, examples };
}

/** What is read of the GPOS table (OpenType, GPOS lookup type 2), in fontkit's own spelling. */
interface GposTable {
  readonly featureList: Iterable<{
    readonly tag: string;
    readonly feature: { readonly lookupListIndexes: readonly number[] };
  }>;
  readonly lookupList: { get(index: number): { readonly subTables: readonly PairSubtable[] } };
}

interface PairSubtable {
  readonly version: number;
  readonly coverage: Coverage;
  readonly pairSets?: { get(index: number): Iterable<PairValue> };
  readonly classDef1?: ClassDef;
  readonly classDef2?: ClassDef;
  readonly classRecords?: { get(left: number): { get(right: number): PairValue } };
}

interface Coverage {
  readonly version: number;
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: Iterable<GlyphRange & { readonly startCoverageIndex: number }>;
}

interface ClassDef {
  readonly version: number;
  readonly startGlyph?: number;
  readonly classValueArray?: readonly number[];
  readonly classRangeRecord?: Iterable<GlyphRange & { readonly class: number }>;
}

interface GlyphRange {
  readonly start: number;
  readonly end: number;
}

interface PairValue {
  readonly secondGlyph?: number;
  readonly value1?: { readonly xAdvance?: number };
}

/** One subtable as two look-ups: is the left glyph covered, and what does the pair get. */
interface PairTable {
  readonly covers: ReadonlyMap<number, number>;
  /** Undefined passes the pair on to the next subtable. */
  readonly adjustment: (left: number, right: number) => number | undefined;
}

/**
 * The subtables of every `kern` lookup, one list a lookup. The scripts of a face must share them:
 * a run that mixes Cyrillic and Latin is then kerned as each alone.
 */
function pairTables(font: Font): readonly (readonly PairTable[])[] {
  // @types/fontkit leaves the OpenType tables out, though every font object has them.
  const gpos = (font as unknown as { readonly GPOS: GposTable }).GPOS;
  const lookups = new Set<number>();
  for (const { tag, feature } of gpos.featureList) {
    if (tag === 'kern') for (const index of feature.lookupListIndexes) lookups.add(index);
  }
  return [...lookups].map((index) => gpos.lookupList.get(index).subTables.map(pairTable));
}

function pairTable(subtable: PairSubtable): PairTable {
  const covers = coverageIndex(subtable.coverage);
  if (subtable.version === 1) return { covers, adjustment: listedPairs(subtable, covers) };
  const leftClass = classIndex(subtable.classDef1);
  const rightClass = classIndex(subtable.classDef2);
  const adjustment = (left: number, right: number) =>
    subtable.classRecords?.get(leftClass.get(left) ?? 0).get(rightClass.get(right) ?? 0).value1
      ?.xAdvance ?? 0;
  return { covers, adjustment };
}

function listedPairs(
  subtable: PairSubtable,
  covers: ReadonlyMap<number, number>,
): PairTable['adjustment'] {
  const listed = new Map<string, number>();
  for (const [glyph, index] of covers) {
    for (const pair of subtable.pairSets?.get(index) ?? []) {
      listed.set(`${glyph} ${pair.secondGlyph}`, pair.value1?.xAdvance ?? 0);
    }
  }
  return (left, right) => listed.get(`${left} ${right}`);
}

function coverageIndex(coverage: Coverage): ReadonlyMap<number, number> {
  if (coverage.version === 1) return new Map((coverage.glyphs ?? []).map((g, i) => [g, i]));
  const index = new Map<number, number>();
  for (const { start, end, startCoverageIndex } of coverage.rangeRecords ?? []) {
    for (let g = start; g <= end; g += 1) index.set(g, startCoverageIndex + g - start);
  }
  return index;
}

/** Glyphs that a class definition leaves out are of class 0. */
function classIndex(definition: ClassDef | undefined): ReadonlyMap<number, number> {
  const start = definition?.startGlyph ?? 0;
  const index = new Map(definition?.classValueArray?.map((value, i) => [start + i, value]));
  for (const range of definition?.classRangeRecord ?? []) {
    for (let g = range.start; g <= range.end; g += 1) index.set(g, range.class);
  }
  return index;
}

/** In each lookup the first subtable that knows the pair decides; lookups add up. */
function pairAdjustment(
  lookups: readonly (readonly PairTable[])[],
  left: number,
  right: number,
): number {
  let sum = 0;
  for (const tables of lookups) {
    for (const { covers, adjustment } of tables) {
      const found = covers.has(left) ? adjustment(left, right) : undefined;
      if (found === undefined) continue;
      sum += found;
      break;
    }
  }
  return sum;
}
