// A finished page with what the print house needs in its margins: number, Data Matrix, OMR bars.
// The bill itself is not touched, and nothing is put where the page has something.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Item, Page, TextItem } from '../typeset/page.ts';
import { mmToPt, ptToMm } from '../typeset/unit.ts';
import { dataMatrixMark } from './data-matrix-mark.ts';
import { lettersMissing } from './letter.ts';
import { type MarkOptions, made, type SheetFacts, type Type, type Zone } from './mark.ts';
import { markPayload } from './mark-payload.ts';
import { type Collision, collisionOn, cornerZone } from './mark-place.ts';
import { omrMark } from './omr-mark.ts';

interface Addition {
  readonly items: readonly Item[];
  /** What must be free. */
  readonly zone: Zone;
}

/** CODE_REFUSED, GLYPH_MISSING, or DOES_NOT_FIT where a layout uses its margins itself. */
export function markSheet(
  page: Page,
  facts: SheetFacts,
  options: MarkOptions,
  type: Type,
): Outcome<Page> {
  const marks = marksOf(page, facts, options);
  if (!marks.ok) return marks;
  const additions = [...marks.value];
  const beside = options.mark === 'datamatrix' ? (marks.value[0]?.zone.width ?? 0) : 0;
  if (options.numbers) additions.push(numberOf(page, facts, { options, beside, type }));
  const collision = collisionOn(
    page,
    additions.map(({ zone }) => zone),
  );
  const faults = [
    ...(collision === undefined ? [] : [occupied(collision)]),
    ...additions.flatMap(({ items }) => lettersMissing(items, type.measure)),
  ];
  if (faults.length > 0) return failure(faults);
  const items = [...page.items, ...additions.flatMap((addition) => addition.items)];
  return success({ ...page, items });
}

function marksOf(page: Page, facts: SheetFacts, options: MarkOptions): Outcome<Addition[]> {
  switch (options.mark) {
    case 'none':
      return success([]);
    case 'omr':
      return success([omrMark(facts)]);
    case 'datamatrix': {
      const payload = markPayload(facts);
      if (!payload.ok) return payload;
      const mark = dataMatrixMark(payload.value, options.corner, page);
      if (!mark.ok) return mark;
      return success([{ items: [mark.value.item], zone: mark.value.zone }]);
    }
  }
}

const numberSize = 7;
/** From the mark to the number beside it. */
const gapMm = 1;
/** From the baseline to the bill: digits do not hang below it. */
const liftMm = 0.9;

/** `K7M2Q9 12/12345 1/1`: what a person types in to have the sheet printed again. */
function numberOf(
  page: Page,
  facts: SheetFacts,
  given: { readonly options: MarkOptions; readonly beside: number; readonly type: Type },
): Addition {
  const { options, beside, type } = given;
  const { batch, volume, sequence, copy, copies, reprint, proof = false } = facts;
  const flag = proof ? ' P' : reprint ? ' R' : '';
  const text = `${batch} ${volume}/${sequence} ${copy}/${copies}${flag}`;
  const size = numberSize;
  const width = type.measure.width(type.regular, size, text);
  const height = size + mmToPt(liftMm);
  const zone = cornerZone(options.corner, { width, height }, page);
  const step = beside === 0 ? 0 : beside + mmToPt(gapMm);
  const x = options.corner.endsWith('left') ? zone.x + step : zone.x - step;
  const baseline = options.corner.startsWith('top')
    ? zone.y + zone.height - mmToPt(liftMm)
    : zone.y + mmToPt(liftMm) + 0.72 * size;
  const face = type.regular;
  const item: TextItem = {
    ...made,
    kind: 'text',
    x,
    y: baseline,
    width,
    face,
    size,
    gray: 0,
    text,
  };
  return { items: [item], zone: { ...zone, x } };
}

function occupied({ item, zone }: Collision): Fault {
  const [x, y, width, height] = [zone.x, zone.y, zone.width, zone.height].map((length) =>
    ptToMm(length).toFixed(1),
  );
  const message =
    `The mark needs ${width} × ${height} mm at ${x}, ${y} mm from the upper left corner, ` +
    'where the page has something. Choose another corner.';
  return { code: 'DOES_NOT_FIT', message, source: item.source };
}
