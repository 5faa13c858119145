// A page as stable, readable lines, for golden files and for eyes. Not a format for callers.

import type { Item, Page } from './page.ts';
import { ptToMm } from './unit.ts';

/** One line an item: kind, position in mm, what it is, where it comes from. */
export function describePage(page: Page): string {
  const head = `page ${mm(page.width)} × ${mm(page.height)}`;
  const lines = page.items.flatMap((item) => describeItem(item, 0, 0));
  return `${[head, ...lines].join('\n')}\n`;
}

function describeItem(item: Item, dx: number, dy: number): string[] {
  const from = `← ${item.role} ${item.source}`;
  switch (item.kind) {
    case 'text': {
      const face = item.face.replace(/^.*-/, '');
      const where = at(item.x + dx, item.y + dy);
      return [`text ${where} ${face} ${short(item.size)} "${visible(item.text)}" ${from}`];
    }
    case 'rect': {
      const fill = item.fill === undefined ? '' : ` fill ${item.fill}`;
      const stroke = item.stroke === undefined ? '' : ` stroke ${item.stroke.width}`;
      const size = `${mm(item.width)} × ${mm(item.height)}`;
      return [`rect ${at(item.x + dx, item.y + dy)} ${size}${fill}${stroke} ${from}`];
    }
    case 'line':
      return [
        `line ${at(item.x1 + dx, item.y1 + dy)} to ${at(item.x2 + dx, item.y2 + dy)} ${from}`,
      ];
    case 'path':
      return [`path ${at(item.x + dx, item.y + dy)} ${from}`];
    case 'image': {
      const size = `${mm(item.width)} × ${mm(item.height)}`;
      return [`image ${at(item.x + dx, item.y + dy)} ${size} ${item.image.name} ${from}`];
    }
    case 'code': {
      const { symbology, columns, rows } = item.symbol;
      const size = `${mm(item.width)} × ${mm(item.height)}`;
      const what = `${symbology} ${columns}×${rows} "${visible(item.payload)}"`;
      return [`code ${at(item.x + dx, item.y + dy)} ${size} ${what} ${from}`];
    }
    case 'form':
      return item.form.items.flatMap((inner) => describeItem(inner, item.x + dx, item.y + dy));
  }
}

/** Spaces that do not break and hyphens that do not print would hide a change. */
function visible(text: string): string {
  return text.replaceAll('\u00A0', '␣').replaceAll('\u2011', '‑').replaceAll('\u00AD', '¬');
}

function at(x: number, y: number): string {
  return `${mm(x)} ${mm(y)}`;
}

function mm(points: number): string {
  return ptToMm(points).toFixed(2);
}

function short(points: number): string {
  return String(Math.round(points * 100) / 100);
}
