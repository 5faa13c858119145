// Where marks stand, and whether that place is free on a page. The page itself is not moved.

import type { Form, Item, Page } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import type { MarkCorner, Zone } from './mark.ts';

/**
 * The layouts have margins of 8.6 mm above and below, into which logos reach by 0.3 mm. Marks stand
 * against that line from outside, since printers leave up to 4 mm at the edges blank.
 */
const sideMm = 8;
const topMm = 8.2;

/** A zone of this size in a corner of the margins above and below the bill. */
export function cornerZone(
  corner: MarkCorner,
  { width, height }: Pick<Zone, 'width' | 'height'>,
  page: Pick<Page, 'width' | 'height'>,
): Zone {
  const [vertical, side] = corner.split('-');
  const x = side === 'left' ? mmToPt(sideMm) : page.width - mmToPt(sideMm) - width;
  const y = vertical === 'top' ? mmToPt(topMm) - height : page.height - mmToPt(topMm);
  return { x, y, width, height };
}

/** The first item of the page that reaches into the zone, if there is one. */
export function itemIn(zone: Zone, { items }: Pick<Page, 'items'>): Item | undefined {
  return items.find((item) => reaches(item, 0, 0, zone));
}

function reaches(item: Item, dx: number, dy: number, zone: Zone): boolean {
  if (item.kind === 'form') return formReaches(item.form, dx + item.x, dy + item.y, zone);
  const { left, top, right, bottom } = boxOf(item);
  return (
    left + dx < zone.x + zone.width &&
    right + dx > zone.x &&
    top + dy < zone.y + zone.height &&
    bottom + dy > zone.y
  );
}

function formReaches({ items }: Form, dx: number, dy: number, zone: Zone): boolean {
  return items.some((item) => reaches(item, dx, dy, zone));
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Generous for text: no letter of a bill is higher than its size or hangs lower than a quarter. */
function boxOf(item: Exclude<Item, { kind: 'form' }>): Box {
  switch (item.kind) {
    case 'text': {
      const { x, y, width, size } = item;
      return { left: x, top: y - 0.8 * size, right: x + width, bottom: y + 0.25 * size };
    }
    case 'line': {
      const { x1, y1, x2, y2 } = item;
      const half = item.width / 2;
      return {
        left: Math.min(x1, x2) - half,
        top: Math.min(y1, y2) - half,
        right: Math.max(x1, x2) + half,
        bottom: Math.max(y1, y2) + half,
      };
    }
    case 'path':
      return pathBox(item);
    case 'rect':
    case 'image':
    case 'code': {
      const { x, y, width, height } = item;
      return { left: x, top: y, right: x + width, bottom: y + height };
    }
  }
}

/** Of all points, control points too, which a curve never passes. */
function pathBox({ x, y, scale, shape }: Extract<Item, { kind: 'path' }>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const half = ((shape.stroke?.width ?? 0) * scale) / 2;
  for (const [, ...numbers] of shape.segments) {
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [px, py] = [x + scale * (numbers[at] ?? 0), y + scale * (numbers[at + 1] ?? 0)];
      box.left = Math.min(box.left, px - half);
      box.right = Math.max(box.right, px + half);
      box.top = Math.min(box.top, py - half);
      box.bottom = Math.max(box.bottom, py + half);
    }
  }
  return box;
}
