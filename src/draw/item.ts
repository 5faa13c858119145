// Paints items, one function a kind. It decides nothing: places, sizes and grays are the item's.

import type {
  CodeItem,
  FormItem,
  ImageItem,
  Item,
  LineItem,
  PathItem,
  RectItem,
} from '../typeset/page.ts';
import { buttEnds, roundEnds } from './graphics-state.ts';
import type { Painting } from './painting.ts';
import { paintShape } from './shape.ts';

export function paintItem(painting: Painting, item: Item): void {
  switch (item.kind) {
    case 'text':
      painting.text.run(item);
      break;
    case 'rect':
      paintRect(painting, item);
      break;
    case 'line':
      paintLine(painting, item);
      break;
    case 'path':
      paintPath(painting, item);
      break;
    case 'code':
      paintCode(painting, item);
      break;
    case 'image':
      paintImage(painting, item);
      break;
    case 'form':
      paintForm(painting, item);
      break;
    default:
      item satisfies never;
  }
}

/** Edges are rounded, not sizes, so that boxes that abut on the page abut in the PDF. */
function paintRect({ operators, height }: Painting, item: RectItem): void {
  const { fill, stroke } = item;
  const left = hundredths(item.x);
  const right = hundredths(item.x + item.width);
  const bottom = hundredths(height - item.y - item.height);
  const top = hundredths(height - item.y);
  if (fill !== undefined) {
    operators.fillGray(fill);
    operators.filledRect(left, bottom, right - left, top - bottom);
  }
  if (!stroke) return;
  operators.strokeGray(stroke.gray);
  operators.lineStyle(stroke.width, buttEnds, []);
  const inset = stroke.width * 50;
  operators.strokedRect(
    Math.round(left + inset),
    Math.round(bottom + inset),
    Math.round(right - left - 2 * inset),
    Math.round(top - bottom - 2 * inset),
  );
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}

function paintLine({ operators, height }: Painting, item: LineItem): void {
  operators.strokeGray(item.gray);
  operators.lineStyle(item.width, item.roundCaps ? roundEnds : buttEnds, item.dash);
  operators.strokedLine(
    hundredths(item.x1),
    hundredths(height - item.y1),
    hundredths(item.x2),
    hundredths(height - item.y2),
  );
}

function paintPath({ operators, height }: Painting, item: PathItem): void {
  operators.save();
  const [x, y] = [hundredths(item.x), hundredths(height - item.y)];
  operators.transform(item.scale, -item.scale, x, y);
  paintShape(operators, item.shape);
  operators.restore();
}

/** One path and one fill: modules that touch cannot show a seam between them. */
function paintCode({ operators, height }: Painting, item: CodeItem): void {
  const { rects, columns, rows } = item.symbol;
  operators.fillGray(0);
  operators.save();
  const [x, y] = [hundredths(item.x), hundredths(height - item.y)];
  operators.transform(item.width / columns, -item.height / rows, x, y);
  operators.filledModules(rects);
  operators.restore();
}

function paintImage(painting: Painting, { image, x, y, width, height }: ImageItem): void {
  const { operators } = painting;
  operators.save();
  const [left, bottom] = [hundredths(x), hundredths(painting.height - y - height)];
  operators.transform(width / image.width, height / image.height, left, bottom);
  operators.drawObject(painting.imageName(image));
  operators.restore();
}

function paintForm(painting: Painting, { form, x, y }: FormItem): void {
  const { operators } = painting;
  const [left, bottom] = [hundredths(x), hundredths(painting.height - y - form.height)];
  const inlined = painting.inlined(form);
  if (inlined !== undefined) {
    operators.inline(left, bottom, inlined);
    return;
  }
  operators.moveOrigin(left, bottom);
  operators.drawObject(painting.formName(form));
}
