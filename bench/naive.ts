// The same page as most people draw it with pdfkit: a fresh document a bill, fonts by path, one
// doc.text a run, codes as PNG from bwip-js. Slow on purpose, but not made slower than usual.

import { join } from 'node:path';
import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import type { FaceCatalogue } from '../src/font/load.ts';
import type { CodeItem, Item, Page, RectItem, Shape, TextItem } from '../src/typeset/page.ts';

/** Where the TrueType files of the faces are. */
export interface NaiveFonts {
  readonly folder: string;
  readonly catalogue: FaceCatalogue;
}

/** The bytes of a PDF that looks like ours; the page arrives laid out, which ours has to do. */
export async function drawNaively(page: Page, fonts: NaiveFonts): Promise<Buffer> {
  const doc = new PDFDocument({ size: [page.width, page.height], margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  for (const [name, { file }] of Object.entries(fonts.catalogue)) {
    doc.registerFont(name, join(fonts.folder, file));
  }
  await drawItems(doc, page.items, { x: 0, y: 0 });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** With the items of its forms at hand: ours makes them when asked, naive drawing need not. */
export function laidOut(page: Page): Page {
  return { ...page, items: page.items.map(withItems) };
}

function withItems(item: Item): Item {
  if (item.kind !== 'form') return item;
  const { id, width, height, items } = item.form;
  return { ...item, form: { id, width, height, items: items.map(withItems) } };
}

type Doc = PDFKit.PDFDocument;

interface Origin {
  readonly x: number;
  readonly y: number;
}

async function drawItems(doc: Doc, items: readonly Item[], origin: Origin): Promise<void> {
  for (const item of items) await drawItem(doc, item, origin);
}

async function drawItem(doc: Doc, item: Item, origin: Origin): Promise<void> {
  switch (item.kind) {
    case 'text':
      return drawText(doc, item, origin);
    case 'rect':
      return drawRect(doc, item, origin);
    case 'line': {
      const { x, y } = origin;
      doc.moveTo(x + item.x1, y + item.y1).lineTo(x + item.x2, y + item.y2);
      doc.lineWidth(item.width).lineCap(item.roundCaps ? 'round' : 'butt');
      // pdfkit refuses dashes of no length, and a point of a hundredth looks the same.
      const lengths = item.dash.map((length) => Math.max(length, 0.01));
      if (lengths.length > 0) doc.dash(lengths[0] ?? 0, { space: lengths[1] ?? lengths[0] ?? 0 });
      doc.stroke(colour(item.gray)).undash();
      return;
    }
    case 'path':
      return placed(doc, { ...at(item, origin), scale: item.scale }, [item.shape]);
    case 'image': {
      const scale = item.width / item.image.width;
      return placed(doc, { ...at(item, origin), scale }, item.image.shapes);
    }
    case 'code':
      return drawCode(doc, item, origin);
    case 'form':
      return drawItems(doc, item.form.items, at(item, origin));
    default:
      item satisfies never;
  }
}

function at(item: Origin, origin: Origin): Origin {
  return { x: origin.x + item.x, y: origin.y + item.y };
}

function drawText(doc: Doc, item: TextItem, origin: Origin): void {
  const { x, y } = at(item, origin);
  doc.font(item.face).fontSize(item.size).fillColor(colour(item.gray));
  doc.text(item.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

function drawRect(doc: Doc, { fill, stroke, width, height, ...item }: RectItem, origin: Origin) {
  const { x, y } = at(item, origin);
  if (fill !== undefined) doc.rect(x, y, width, height).fill(colour(fill));
  if (stroke === undefined) return;
  const inset = stroke.width / 2;
  doc.rect(x + inset, y + inset, width - stroke.width, height - stroke.width);
  doc.lineWidth(stroke.width).lineCap('butt').stroke(colour(stroke.gray));
}

/** As SVG paths, which is how emblems reach most programs. */
function placed(doc: Doc, at: Origin & { readonly scale: number }, shapes: readonly Shape[]) {
  doc.save().translate(at.x, at.y).scale(at.scale);
  for (const { segments, fill, stroke } of shapes) {
    doc.path(segments.map((segment) => segment.join(' ')).join(' '));
    if (stroke !== undefined) doc.lineWidth(stroke.width).lineCap('round').lineJoin('round');
    if (fill !== undefined && stroke !== undefined) {
      doc.fillAndStroke(colour(fill), colour(stroke.gray));
    } else if (fill !== undefined) doc.fill(colour(fill));
    else if (stroke !== undefined) doc.stroke(colour(stroke.gray));
  }
  doc.restore();
}

const generators: ReadonlyMap<string, string> = new Map([
  ['qr', 'qrcode'],
  ['datamatrix', 'datamatrix'],
  ['code128', 'code128'],
  ['interleaved2of5', 'interleaved2of5'],
]);

async function drawCode(doc: Doc, item: CodeItem, origin: Origin): Promise<void> {
  const { symbology, rows } = item.symbol;
  const bcid = generators.get(symbology) ?? symbology;
  // A linear code is one module high; its picture is stretched anyway.
  const height = rows === 1 ? { height: 8 } : {};
  const picture = await toBuffer({ bcid, text: item.payload, scale: 3, ...height });
  const { x, y } = at(item, origin);
  doc.image(picture, x, y, { width: item.width, height: item.height });
}

function colour(gray: number): string {
  const level = Math.round(gray * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${level}${level}${level}`;
}
