// Paints shapes: the parts of vector images. It knows no places on a page.

import type { Shape } from '../typeset/page.ts';
import { roundEnds } from './graphics-state.ts';
import type { Operators } from './operators.ts';

/** In the coordinates of the shape; the caller has turned the y axis. */
export function paintShape(operators: Operators, { segments, fill, stroke }: Shape): void {
  if (fill !== undefined) operators.fillGray(fill);
  if (stroke) {
    operators.strokeGray(stroke.gray);
    operators.lineStyle(stroke.width, roundEnds, []);
  }
  for (const [kind, ...points] of segments) {
    const [x = 0, y = 0] = points;
    if (kind === 'M') operators.moveTo(x, y);
    else if (kind === 'L') operators.lineTo(x, y);
    else if (kind === 'C') operators.curveTo(points);
    else operators.closePath();
  }
  if (fill !== undefined) operators.paint(stroke ? 'B' : 'f');
  else if (stroke) operators.paint('S');
  else operators.paint('n');
}
