// A font pack as the four objects of a PDF font. It chooses no letters and sets no text.

import type { Pack } from '../font/face.ts';
import { Literal } from './literal.ts';
import type { ObjectKeeper, Reference } from './reference.ts';

/** ISO 32000-1, table 123: the font has letters outside the standard Latin set. */
const symbolicFlag = 4;

/**
 * A simple symbolic TrueType font (ISO 32000-1, 9.6.3 and 9.6.6.4): no Encoding entry, so viewers
 * go by the program's own cmap, and by ToUnicode when they copy.
 */
export function embedPack(document: ObjectKeeper, pack: Pack, toUnicode: Reference): Reference {
  const { fontName, descriptor, widths, firstCode, programLength } = pack;
  // The name holds a digest of the program, so it stands for it.
  document.identify(fontName);
  const program = document.addStream({ Length1: programLength }, pack.program);
  const fontDescriptor = document.addDictionary({
    Type: 'FontDescriptor',
    FontName: fontName,
    Flags: symbolicFlag,
    FontBBox: descriptor.bbox,
    ItalicAngle: descriptor.italicAngle,
    Ascent: descriptor.ascent,
    Descent: descriptor.descent,
    CapHeight: descriptor.capHeight,
    XHeight: descriptor.xHeight,
    StemV: descriptor.stemV,
    FontFile2: program,
  });
  return document.addDictionary({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: fontName,
    FirstChar: firstCode,
    LastChar: firstCode + widths.length - 1,
    Widths: spelledWidths(pack),
    FontDescriptor: fontDescriptor,
    ToUnicode: toUnicode,
  });
}

const knownWidths = new WeakMap<Pack, Literal>();

function spelledWidths(pack: Pack): Literal {
  const known = knownWidths.get(pack);
  if (known) return known;
  const spelled = new Literal(`[${pack.widths.join(' ')}]`);
  knownWidths.set(pack, spelled);
  return spelled;
}
