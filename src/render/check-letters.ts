// Whether the fonts of a layout have every letter that a bill would print. A missing letter is said
// by code point; which letters a font has is the affair of font/.

import { commonLetters, hasOnlyCommonLetters } from '../bill/common-letters.ts';
import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Measure } from '../typeset/measure.ts';

/**
 * Every text in every face: which face a text is set in is the template's affair. Of payment codes
 * only the captions are set; what they encode may hold any letter.
 */
export function checkLetters(bill: Bill, layout: LayoutPackage, measure: Measure): Fault[] {
  // Almost no bill has such a letter, and then no place has to be found.
  const letters = letterSetOf(layout, measure);
  if ((letters.hasCommon && hasOnlyCommonLetters(bill)) || letters.covers(bill)) return [];
  const faults: Fault[] = [];
  const printed = { ...bill, paymentCodes: bill.paymentCodes.map(({ caption }) => ({ caption })) };
  walkTexts(printed, '', (text, pointer) => {
    for (const face of layout.faces.values()) {
      const missing = measure.missing(face, text);
      if (missing === undefined) continue;
      const codePoint = nameCodePoint(missing);
      const message = `${codePoint} is in no font of this service. Replace the letter.`;
      faults.push({ code: 'GLYPH_MISSING', pointer, message, details: { codePoint, face } });
      return;
    }
  });
  return faults;
}

/** `U+04D9`, as Unicode writes it. */
export function nameCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function walkTexts(
  value: unknown,
  pointer: string,
  visit: (text: string, pointer: string) => void,
): void {
  if (typeof value === 'string') visit(value, pointer);
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) walkTexts(one, `${pointer}/${index}`, visit);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) walkTexts(one, `${pointer}/${key}`, visit);
  }
}

/** The letters that all faces of a layout have, asked of the fonts once for each letter. */
class LetterSet {
  readonly #layout: LayoutPackage;
  readonly #measure: Measure;
  /** By UTF-16 code unit; halves of pairs are in no font. */
  readonly #known = new Uint8Array(0x10000);
  /** Then bills of common letters need not be walked. */
  readonly hasCommon: boolean;

  constructor(layout: LayoutPackage, measure: Measure) {
    this.#layout = layout;
    this.#measure = measure;
    this.hasCommon = this.covers(commonLetters);
  }

  /** Whether it has every letter of a JSON value, be it printed or not. */
  covers(value: unknown): boolean {
    if (typeof value === 'string') return this.#coversText(value);
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) if (!this.covers(value[i])) return false;
      return true;
    }
    for (const key in value) {
      // A key of the value, in a type that says nothing of its fields.
      if (!this.covers((value as Record<string, unknown>)[key])) return false;
    }
    return true;
  }

  #coversText(text: string): boolean {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      const known = this.#known[code];
      if (known === isThere) continue;
      if (known === isMissing || !this.#ask(code)) return false;
    }
    return true;
  }

  #ask(code: number): boolean {
    const letter = String.fromCharCode(code);
    const faces = [...this.#layout.faces.values()];
    const has = faces.every((face) => this.#measure.missing(face, letter) === undefined);
    this.#known[code] = has ? isThere : isMissing;
    return has;
  }
}

const isThere = 1;
const isMissing = 2;

const letterSets = new WeakMap<Measure, WeakMap<LayoutPackage, LetterSet>>();

/** Neither fonts nor layouts change once they are loaded. */
function letterSetOf(layout: LayoutPackage, measure: Measure): LetterSet {
  const ofFonts = letterSets.get(measure) ?? new WeakMap<LayoutPackage, LetterSet>();
  const known = ofFonts.get(layout);
  if (known !== undefined) return known;
  const letterSet = new LetterSet(layout, measure);
  letterSets.set(measure, ofFonts.set(layout, letterSet));
  return letterSet;
}
