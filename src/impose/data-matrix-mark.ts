// The Data Matrix of a sheet: low and wide, in the margin above or below the bill. What it says is
// in mark-payload.ts.

import { wideDataMatrix } from '../barcode/data-matrix.ts';
import { printRules } from '../barcode/symbology.ts';
import { failure, type Outcome, success } from '../fault.ts';
import type { CodeItem } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { type MarkCorner, made, type Zone } from './mark.ts';
import { cornerZone } from './mark-place.ts';

/** Sixteen modules are 5.3 mm: with the quiet zone they leave 2.9 mm to the edge of the sheet. */
const mostRows = 16;

const { leastModuleMm, quietZone } = printRules.datamatrix;

/** The symbol and the zone that must be free for it, its quiet zone included. */
export function dataMatrixMark(
  payload: string,
  corner: MarkCorner,
  page: { readonly width: number; readonly height: number },
): Outcome<{ readonly item: CodeItem; readonly zone: Zone }> {
  const symbol = wideDataMatrix(payload, mostRows);
  if (symbol === undefined) {
    const message = `The text of a mark has ${payload.length} signs; its Data Matrix holds 32.`;
    return failure([{ code: 'CODE_REFUSED', message, details: { length: payload.length } }]);
  }
  const module = mmToPt(leastModuleMm);
  const quiet = quietZone * module;
  const width = symbol.columns * module;
  const height = symbol.rows * module;
  const zone = cornerZone(corner, { width: width + 2 * quiet, height: height + 2 * quiet }, page);
  const place = { x: zone.x + quiet, y: zone.y + quiet, width, height };
  const item: CodeItem = { ...made, kind: 'code', ...place, symbol, payload, alt: payload };
  return success({ item, zone });
}
