// The shape of a file in fonts/packs/: a face as it was frozen. It holds no code.

/** Raise it when the shape changes; load.ts refuses any other. */
export const frozenFormat = 1;

/** Everything measuring and drawing need of one face. Lengths are font units unless said. */
export interface FrozenFace {
  readonly format: number;
  readonly face: string;
  /** SHA-256 of the TrueType file that was frozen. */
  readonly source: string;
  readonly unitsPerEm: number;
  readonly descriptor: FaceDescriptor;
  /** Pair adjustments by class: `values[left * rightClasses + right]`; class 0 is never kerned. */
  readonly kerning: { readonly rightClasses: number; readonly values: readonly number[] };
  readonly packs: readonly FrozenPack[];
}

/** Entries of the PDF font descriptor (ISO 32000-1, 9.8.1), in thousandths of an em. */
export interface FaceDescriptor {
  readonly bbox: readonly number[];
  readonly italicAngle: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly stemV: number;
}

/** One subset: the four lists run along `letters`. */
export interface FrozenPack {
  readonly id: string;
  /** Six capitals derived from the program, so that equal names mean equal bytes. */
  readonly tag: string;
  readonly letters: string;
  readonly codes: readonly number[];
  readonly advances: readonly number[];
  readonly leftClasses: readonly number[];
  readonly rightClasses: readonly number[];
  /** Bytes of the TrueType program before compression (Length1 of ISO 32000-1, 9.9). */
  readonly programLength: number;
  /** The TrueType program, zlib stream in base64. */
  readonly program: string;
  /** The ToUnicode CMap, zlib stream in base64. */
  readonly toUnicode: string;
}
