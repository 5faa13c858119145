// A page with one of everything that draw must know. It stands for no real layout.

import type { DocumentMetadata } from '../../../src/draw/metadata.ts';
import type { FontSet } from '../../../src/font/face.ts';
import { loadFonts } from '../../../src/font/load.ts';
import { measureWith } from '../../../src/font/measure.ts';
import type {
  CodeItem,
  Form,
  Item,
  Page,
  RectItem,
  TextItem,
  VectorImage,
} from '../../../src/typeset/page.ts';

export const fonts: FontSet = loadFonts(new URL('../../../fonts', import.meta.url).pathname);
export const measure = measureWith(fonts);

export const regular = 'RobotoCondensed-Regular';
export const bold = 'RobotoCondensed-Bold';

export const metadata: DocumentMetadata = {
  title: 'Төлем құжаты A & B <c>',
  languageTag: 'kk-KZ',
  createdOn: '2026-11-01',
  layout: 'sample@1',
  producer: 'tolem 0.1.0',
};

const made = { source: 'sample.hbs:1', role: 'text' } as const;

export function text(
  x: number,
  y: number,
  content: string,
  more: Partial<TextItem> = {},
): TextItem {
  const { face = regular, size = 8 } = more;
  const width = measure.width(face, size, content);
  return { ...made, kind: 'text', x, y, face, size, gray: 0, text: content, width, ...more };
}

export function rect(
  [x, y, width, height]: readonly [number, number, number, number],
  more: Partial<RectItem> = { fill: 0 },
): RectItem {
  return { ...made, kind: 'rect', x, y, width, height, role: 'decoration', ...more };
}

export const drop: VectorImage = {
  name: 'water',
  width: 64,
  height: 64,
  shapes: [
    {
      fill: 0.5,
      stroke: { width: 3, gray: 0 },
      segments: [
        ['M', 32, 4],
        ['C', 32, 4, 54, 30, 54, 42],
        ['C', 54, 54, 44, 60, 32, 60],
        ['C', 20, 60, 10, 54, 10, 42],
        ['C', 10, 30, 32, 4, 32, 4],
        ['Z'],
      ],
    },
    { fill: 1, segments: [['M', 28, 40], ['L', 36, 40], ['L', 32, 52], ['Z']] },
  ],
};

/** Modules in a fixed pattern that only looks like a symbol. */
export function code(x: number, y: number, size: number): CodeItem {
  const columns = 29;
  const rects: number[] = [];
  for (let row = 0; row < columns; row += 1) {
    for (let column = row % 2; column < columns; column += 2 + ((row * column) % 5)) {
      rects.push(column, row, Math.min(1 + ((row + column) % 3), columns - column), 1);
    }
  }
  const symbol = { symbology: 'qrcode', columns, rows: columns, rects };
  const place = { x, y, width: size, height: size };
  return { ...made, ...place, kind: 'code', role: 'figure', symbol, payload: 'P', alt: 'QR' };
}

export const staticForm: Form = {
  id: 'sample@1/kk-ru/0/head',
  width: 200,
  height: 40,
  items: [
    rect([0, 0, 200, 40], { stroke: { width: 0.5, gray: 0 } }),
    text(6, 14, 'Тұрақты бөлік', { face: bold }),
    { ...made, kind: 'image', x: 170, y: 5, width: 20, height: 20, image: drop, alt: 'су' },
    code(140, 5, 20),
  ],
};

export const lines = {
  kazakh: 'Әкім Ғани Қаңтар Өмір Ұлы Үміт Һәм іңір, жеті — ай; й ё Й Ё',
  russian: 'Объём энергии, льгота №5 — «Щит» подъезд',
  english: 'The quick brown fox jumps over IBAN KZ12 AVAILABLE',
  figures: '1\u00a0234\u00a0567,89\u00a0₸  \u2212305,10  21.11.2026',
  hyphen: '25\u2011іне дейін · м³ · 5×3 · 20°',
  german: 'Müller & Söhne Ğ',
} as const;

export const samplePage: Page = {
  width: 595.275591,
  height: 841.889764,
  items: [
    rect([40, 40, 515, 16], { fill: 0.93 }),
    text(44, 52, lines.kazakh, { face: bold, size: 10, lang: 'kk-KZ' }),
    text(44, 72, lines.russian, { lang: 'ru-KZ' }),
    text(44, 92, lines.english, { size: 9 }),
    text(44, 112, lines.figures, { face: bold, size: 12 }),
    text(44, 132, lines.hyphen),
    text(44, 152, lines.german, { gray: 0.47 }),
    rect([40, 170, 100, 30], { fill: 0.93, stroke: { width: 0.75, gray: 0 } }),
    rect([160, 170, 100, 30], { stroke: { width: 2, gray: 0.5 } }),
    { ...made, kind: 'image', x: 300, y: 160, width: 48, height: 48, image: drop, alt: 'су' },
    { ...made, kind: 'image', x: 360, y: 160, width: 24, height: 24, image: drop, alt: 'су' },
    code(400, 150, 58),
    dashedLine(220, [3, 2], false),
    dashedLine(226, [0, 3], true),
    { ...made, kind: 'path', x: 480, y: 160, scale: 0.75, shape: triangle() },
    { ...made, kind: 'form', x: 40, y: 240, form: staticForm },
    { ...made, kind: 'form', x: 300, y: 240, form: staticForm },
  ],
};

function dashedLine(y: number, dash: readonly number[], roundCaps: boolean): Item {
  const ends = { x1: 40, y1: y, x2: 555, y2: y };
  return { ...made, ...ends, kind: 'line', width: 1, gray: 0, dash, roundCaps, role: 'decoration' };
}

function triangle(): VectorImage['shapes'][number] {
  return {
    stroke: { width: 2, gray: 0 },
    segments: [['M', 0, 0], ['L', 60, 0], ['L', 30, 50], ['Z']],
  };
}
