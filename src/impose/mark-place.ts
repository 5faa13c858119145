// Where marks stand, and whether that place is free on a page. The page itself is not moved.

import type { Form, FormItem, Item, Page } from '../typeset/page.ts';
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

/** An item of the page that reaches into one of the zones, with that zone. */
export interface Collision {
  readonly item: Item;
  readonly zone: Zone;
}

/** The first of them, if there is one. Quick, since every sheet of a batch is looked through. */
export function collisionOn({ items }: Pick<Page, 'items'>, zones: readonly Zone[]) {
  return collisionIn(items, { x: 0, y: 0 }, zones);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function collisionIn(
  items: readonly Item[],
  origin: Point,
  zones: readonly Zone[],
): Collision | undefined {
  for (const item of items) {
    if (item.kind === 'form') {
      const found = collisionInForm(item, origin, zones);
      if (found !== undefined) return found;
    } else {
      const zone = zoneHit(boxOf(item), origin, zones);
      if (zone !== undefined) return { item, zone };
    }
  }
  return undefined;
}

function collisionInForm({ x, y, form }: FormItem, origin: Point, zones: readonly Zone[]) {
  const place = { x: origin.x + x, y: origin.y + y };
  // Most forms are nowhere near, and their items need no look.
  if (zoneHit(boundsOf(form), place, zones) === undefined) return undefined;
  return collisionIn(itemsOf(form), place, zones);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function zoneHit(box: Box, origin: Point, zones: readonly Zone[]): Zone | undefined {
  for (const zone of zones) {
    if (box.right + origin.x <= zone.x || box.left + origin.x >= zone.x + zone.width) continue;
    if (box.bottom + origin.y <= zone.y || box.top + origin.y >= zone.y + zone.height) continue;
    return zone;
  }
  return undefined;
}

/** Of the few forms that reach into a zone: a form makes its items whenever it is asked. */
const formItems = new WeakMap<Form, readonly Item[]>();

function itemsOf(form: Form): readonly Item[] {
  const items = formItems.get(form) ?? form.items;
  formItems.set(form, items);
  return items;
}

/** Forms come again on every sheet. */
const formBounds = new WeakMap<Form, Box>();

function boundsOf(form: Form): Box {
  let bounds = formBounds.get(form);
  if (bounds === undefined) {
    bounds = around(form.items.map((item) => (item.kind === 'form' ? formBox(item) : boxOf(item))));
    formBounds.set(form, bounds);
  }
  return bounds;
}

function formBox({ x, y, form }: FormItem): Box {
  const { left, top, right, bottom } = boundsOf(form);
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
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
  const half = ((shape.stroke?.width ?? 0) * scale) / 2;
  const points = shape.segments.flatMap(([, ...numbers]) =>
    numbers.flatMap((number, at) =>
      at % 2 === 0 ? [[number, numbers[at + 1] ?? 0] as const] : [],
    ),
  );
  return around(
    points.map(([px, py]) => ({
      left: x + scale * px - half,
      top: y + scale * py - half,
      right: x + scale * px + half,
      bottom: y + scale * py + half,
    })),
  );
}
