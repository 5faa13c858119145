// Printable ASCII → Code 128 (ISO/IEC 15417), code sets B and C. Our own, because the account's
// number stands on every bill in it. No control characters, no FNC1, no GS1.

import assert from 'node:assert/strict';

/** Widths of bars and spaces in modules, bar first; the text must be printable ASCII. */
export function code128Widths(text: string): readonly number[] {
  assert(/^[\x20-\x7e]+$/.test(text), 'Code 128 takes printable ASCII here.');
  const values = valuesOf(text);
  // The check character weighs the start as 1 and then each symbol by its place, from 1.
  let sum = values[0] ?? 0;
  for (let place = 1; place < values.length; place += 1) sum += place * (values[place] ?? 0);
  values.push(sum % 103, stop);
  const widths: number[] = [];
  for (const value of values) for (const width of patterns[value] ?? []) widths.push(width);
  return widths;
}

const stop = 106;

interface CodeSet {
  readonly start: number;
  /** The symbol that changes into this set from the other. */
  readonly change: number;
  /** Characters a symbol holds. */
  readonly step: 1 | 2;
}

const setB: CodeSet = { start: 104, change: 100, step: 1 };
const setC: CodeSet = { start: 105, change: 99, step: 2 };

/** The start character and the text, in the fewest symbols; where two ways tie, the set stays. */
function valuesOf(text: string): number[] {
  const { inB, inC } = symbolsLeft(text);
  let set = (inC[0] ?? 0) < (inB[0] ?? 0) ? setC : setB;
  const values = [set.start];
  let position = 0;
  while (position < text.length) {
    const stays =
      set === setB
        ? inB[position] === 1 + (inB[position + 1] ?? 0)
        : isPair(text, position) && inC[position] === 1 + (inC[position + 2] ?? 0);
    if (!stays) {
      set = set === setB ? setC : setB;
      values.push(set.change);
    }
    const unit = text.charCodeAt(position);
    const pair = (): number => 10 * (unit - zero) + text.charCodeAt(position + 1) - zero;
    values.push(set === setC ? pair() : unit - 0x20);
    position += set.step;
  }
  return values;
}

/**
 * How many symbols the text from each position on takes at least, by the set in force there: B
 * holds one character a symbol, C two digits, and a change costs a symbol.
 */
function symbolsLeft(text: string): { readonly inB: Uint16Array; readonly inC: Uint16Array } {
  const inB = new Uint16Array(text.length + 2);
  const inC = new Uint16Array(text.length + 2);
  for (let position = text.length - 1; position >= 0; position -= 1) {
    const single = 1 + (inB[position + 1] ?? 0);
    const pair = isPair(text, position) ? 1 + (inC[position + 2] ?? 0) : Number.POSITIVE_INFINITY;
    inB[position] = Math.min(single, pair + 1);
    inC[position] = Math.min(pair, single + 1);
  }
  return { inB, inC };
}

function isPair(text: string, position: number): boolean {
  return isDigit(text.charCodeAt(position)) && isDigit(text.charCodeAt(position + 1));
}

function isDigit(unit: number): boolean {
  return unit >= zero && unit <= zero + 9;
}

const zero = 0x30;

/** Bar, space, bar, space, bar, space of values 0 to 105, then the stop with its last bar. */
const patterns = `
  212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232
  122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122
  321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311
  211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113
  213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422
  121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111
  241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121
  412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412
  211214 211232 2331112`
  .trim()
  .split(/\s+/)
  .map((widths) => Array.from(widths, Number));
