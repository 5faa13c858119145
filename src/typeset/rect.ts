// The one place that makes rectangles: all of one shape, since a page has some hundred of them and
// whoever draws objects of ten shapes looks each field up anew.

import type { Gray, RectItem, Role } from './page.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Ink {
  readonly fill?: Gray | undefined;
  readonly stroke?: RectItem['stroke'];
}

export function rectItem(
  { x, y, width, height }: Area,
  { fill, stroke }: Ink,
  { source, role }: { readonly source: string; readonly role: Role },
): RectItem {
  return { kind: 'rect', x, y, width, height, fill, stroke, source, role };
}
