// Freezes a face: TrueType file in, packs and look-up tables out. Runs when fonts are built, never
// in the service. It reads and writes no files.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import { type FaceDescriptor, type FrozenFace, type FrozenPack, frozenFormat } from './frozen.ts';
import { type KerningClasses, kerningClasses } from './kerning.ts';
import { codePointLimit, invisibleLetters, packPlans } from './repertoire.ts';
import { toUnicodeMap } from './to-unicode.ts';
import { cutTrueType } from './truetype.ts';

/** The same file gives the same face, bit for bit, as long as zlib is the same. */
export function freezeFace(face: string, source: Uint8Array): FrozenFace {
  const font = openFont(source);
  const plans = planLetters(font);
  const letters = plans.flatMap((plan) => plan.letters);
  const kerning = kerningClasses(font, glyphsOf(font, letters));
  const classes = new Map(
    letters.map((letter, i) => [letter, [kerning.left[i] ?? 0, kerning.right[i] ?? 0] as const]),
  );
  return {
    format: frozenFormat,
    face,
    source: createHash('sha256').update(source).digest('hex'),
    unitsPerEm: font.unitsPerEm,
    descriptor: describe(font),
    kerning: foldedValues(kerning),
    packs: plans.map((plan) => freezePack(font, source, plan, classes)),
  };
}

interface LetterPlan {
  readonly id: string;
  readonly letters: readonly number[];
}

function openFont(source: Uint8Array): Font {
  const font = create(Buffer.from(source));
  assert('layout' in font, 'a font collection cannot be frozen, take one face of it');
  return font;
}

function foldedValues({ rightClasses, values }: KerningClasses): FrozenFace['kerning'] {
  return { rightClasses, values };
}

/** Letters that the face has, each in the first pack that lists it. */
function planLetters(font: Font): readonly LetterPlan[] {
  const taken = new Set(codePoints(invisibleLetters));
  return packPlans.map(({ id, letters }) => {
    const own = codePoints(letters).filter(
      (letter) => !taken.has(letter) && font.hasGlyphForCodePoint(letter),
    );
    for (const letter of own) taken.add(letter);
    assert(Math.max(...own) < codePointLimit, `${id} holds a letter beyond the look-up table`);
    return { id, letters: [...new Set(own)] };
  });
}

function codePoints(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}

function glyphsOf(font: Font, letters: readonly number[]): readonly number[] {
  return letters.map((letter) => font.glyphForCodePoint(letter).id);
}

function freezePack(
  font: Font,
  source: Uint8Array,
  plan: LetterPlan,
  classes: ReadonlyMap<number, readonly [number, number]>,
): FrozenPack {
  const codes = assignCodes(plan);
  const program = cutTrueType(source, glyphsOf(font, plan.letters), codes);
  const toUnicode = Buffer.from(toUnicodeMap(plan.letters, codes), 'latin1');
  return {
    id: plan.id,
    tag: subsetTag(program),
    letters: String.fromCodePoint(...plan.letters),
    codes,
    advances: plan.letters.map((letter) => font.glyphForCodePoint(letter).advanceWidth),
    leftClasses: plan.letters.map((letter) => classes.get(letter)?.[0] ?? 0),
    rightClasses: plan.letters.map((letter) => classes.get(letter)?.[1] ?? 0),
    programLength: program.length,
    program: deflateSync(program, { level: 9 }).toString('base64'),
    toUnicode: deflateSync(toUnicode, { level: 9 }).toString('base64'),
  };
}

/**
 * Bytes that need no escape in a PDF string and that no viewer treats specially: not the control
 * codes, not `(`, `)` and `\`, not DEL, and not the places of Latin-1's no-break space and soft
 * hyphen.
 */
function isPlainCode(code: number): boolean {
  return code >= 0x20 && ![0x28, 0x29, 0x5c, 0x7f, 0xa0, 0xad].includes(code);
}

/** ASCII keeps its codes, so that figures stay readable in a content stream; the rest follows. */
function assignCodes({ id, letters }: LetterPlan): readonly number[] {
  const isAscii = (letter: number) => letter < 0x7f && isPlainCode(letter);
  const taken = new Set(letters.filter(isAscii));
  const free = Array.from({ length: 256 }, (_, code) => code)
    .filter((code) => isPlainCode(code) && !taken.has(code))
    // High codes first, so that ASCII places are used up last.
    .sort((a, b) => Number(a < 0x80) - Number(b < 0x80) || a - b);
  const rest = letters.filter((letter) => !isAscii(letter));
  assert(rest.length <= free.length, `${id} has more letters than one byte can name`);
  const assigned = new Map(rest.map((letter, index) => [letter, free[index] ?? 0]));
  return letters.map((letter) => assigned.get(letter) ?? letter);
}

/** ISO 32000-1, 9.6.4: six capitals, different for different subsets of one font. */
function subsetTag(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join(
    '',
  );
}

function describe(font: Font): FaceDescriptor {
  const thousandths = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    bbox: [minX, minY, maxX, maxY].map(thousandths),
    italicAngle: font.italicAngle,
    ascent: thousandths(font.ascent),
    descent: thousandths(font.descent),
    capHeight: thousandths(font.capHeight),
    xHeight: thousandths(font.xHeight),
    stemV: stemWidth(font['OS/2'].usWeightClass),
  };
}

/**
 * TrueType does not record the stem width, though the descriptor demands one. The customary
 * estimate from the weight; only a viewer that has to replace the font would look at it.
 */
function stemWidth(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}
