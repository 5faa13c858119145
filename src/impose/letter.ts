// Letters that no font has, in texts that impose sets itself.

import type { Fault } from '../fault.ts';
import type { Measure } from '../typeset/measure.ts';
import type { Item } from '../typeset/page.ts';

/** One fault for each text; the text itself is not repeated. */
export function lettersMissing(items: readonly Item[], measure: Measure): readonly Fault[] {
  return items.flatMap((item): readonly Fault[] => {
    if (item.kind !== 'text') return [];
    const missing = measure.missing(item.face, item.text);
    if (missing === undefined) return [];
    const codePoint = `U+${missing.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `${codePoint} is in no font of this service. Replace the letter.`;
    return [{ code: 'GLYPH_MISSING', message, details: { codePoint, face: item.face } }];
  });
}
