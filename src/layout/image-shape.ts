// One SVG element → a shape of the page: geometry as absolute lines and cubic curves, paint as
// grays. It reads attributes only; which elements exist is image.ts's.

import svgpath from 'svgpath';
import type { Gray, Shape } from '../typeset/page.ts';

export type Attributes = Readonly<Record<string, string>>;

/** The viewBox: what of the drawing's plane the image shows. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `style` is the element's own and inherited paint attributes. */
export interface DrawnElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly style: Attributes;
}

export type Report = (message: string) => void;

export function parseFrame(attributes: Attributes, report: Report): Frame | undefined {
  const numbers = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(decimal);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  const isWhole = numbers.length === 4 && !numbers.some(Number.isNaN);
  if (isWhole && width > 0 && height > 0) return { x, y, width, height };
  report('<svg> needs a viewBox of four numbers, the last two above zero: viewBox="0 0 48 48".');
  return undefined;
}

/** Coordinates are shifted so that the frame's corner is 0 0. Undefined after a report. */
export function shapeOf(
  element: DrawnElement,
  frame: Frame | undefined,
  report: Report,
): Shape | undefined {
  const path = pathOf(element, report);
  const segments = path === undefined ? undefined : segmentsOf(path, frame, report);
  const paint = paintOf(element, report);
  return segments === undefined || paint === undefined ? undefined : { segments, ...paint };
}

/** Every element as path data (SVG 2, 9.3), so that one reader of geometry is enough. */
function pathOf({ name, attributes }: DrawnElement, report: Report): string | undefined {
  if (name === 'path') return attributes.d ?? '';
  const read = (attribute: string): number => {
    const value = decimal(attributes[attribute] ?? (sizes.has(attribute) ? undefined : '0'));
    const wrong = Number.isNaN(value) || (sizes.has(attribute) && value <= 0);
    if (wrong) report(`<${name}> needs a number in "${attribute}", above zero for a size.`);
    return wrong ? Number.NaN : value;
  };
  const [a = 0, b = 0, c = 0, d = 0] = (geometry.get(name) ?? []).map(read);
  if (Number.isNaN(a + b + c + d)) return undefined;
  if (name === 'line') return `M${a} ${b}L${c} ${d}`;
  if (name === 'rect') return `M${a} ${b}h${c}v${d}h${-c}z`;
  return `M${a - c} ${b}a${c} ${c} 0 1 0 ${2 * c} 0a${c} ${c} 0 1 0 ${-2 * c} 0z`;
}

const geometry: ReadonlyMap<string, readonly string[]> = new Map([
  ['line', ['x1', 'y1', 'x2', 'y2']],
  ['rect', ['x', 'y', 'width', 'height']],
  ['circle', ['cx', 'cy', 'r']],
]);

const sizes: ReadonlySet<string> = new Set(['width', 'height', 'r']);

/** Plain decimal numbers; anything else, a unit included, is NaN. */
function decimal(text: string | undefined): number {
  return text !== undefined && /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

type Segment = Shape['segments'][number];

function segmentsOf(path: string, frame: Frame | undefined, report: Report): Segment[] | undefined {
  const parsed = svgpath(path);
  // The package's types leave `err` out; without the check a broken path is drawn up to the error.
  const wrong = 'err' in parsed && typeof parsed.err === 'string' ? parsed.err : '';
  const segments: Segment[] = [];
  const shifted = parsed.translate(-(frame?.x ?? 0), -(frame?.y ?? 0));
  shifted
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      segments.push(absoluteSegment(segment, x, y));
    });
  if (wrong === '' && segments.length > 1) return segments;
  const reason = wrong === '' ? 'it has no line' : wrong.replace('SvgPath: ', '');
  report(`The path "${path.slice(0, 20)}" cannot be read: ${reason}.`);
  return undefined;
}

/** `x` and `y` are the current point. Quadratic curves rise to cubic (exact for both). */
function absoluteSegment(segment: readonly (string | number)[], x: number, y: number): Segment {
  const [command, ...rest] = segment;
  const [a = 0, b = 0, c = 0, d = 0] = rest.map(Number);
  switch (command) {
    case 'Z':
    case 'z':
      return ['Z'];
    case 'H':
      return ['L', rounded(a), rounded(y)];
    case 'V':
      return ['L', rounded(x), rounded(a)];
    case 'Q': {
      const controls = [x + (2 * (a - x)) / 3, y + (2 * (b - y)) / 3];
      controls.push(c + (2 * (a - c)) / 3, d + (2 * (b - d)) / 3);
      return ['C', ...[...controls, c, d].map(rounded)];
    }
    case 'C':
      return ['C', ...rest.map(Number).map(rounded)];
    default:
      return [command === 'M' ? 'M' : 'L', rounded(a), rounded(b)];
  }
}

/** A thousandth of a unit: a quarter of a micrometre in an emblem, and fewer digits to print. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

type Paint = Pick<Shape, 'fill' | 'stroke'>;

/** SVG's defaults: black fill, no stroke, stroke width 1 (SVG 2, 13). */
function paintOf({ name, style }: DrawnElement, report: Report): Paint | undefined {
  const fill = grayOf(style.fill ?? '#000');
  const gray = grayOf(style.stroke ?? 'none');
  const width = decimal(style['stroke-width'] ?? '1');
  const problems: string[] = [];
  if (fill === undefined || gray === undefined) {
    problems.push('has a colour; use black, white, a gray such as #777, or none');
  }
  if (fill === 'none' && gray === 'none') problems.push('has neither fill nor stroke; remove it');
  if (!(width > 0)) problems.push('needs a stroke-width above zero');
  if (typeof gray === 'number' && !hasRoundStroke(style)) {
    problems.push('needs stroke-linecap="round" and stroke-linejoin="round": so strokes are drawn');
  }
  for (const problem of problems) report(`<${name}> ${problem}.`);
  if (problems.length > 0) return undefined;
  return {
    ...(typeof fill === 'number' && { fill }),
    ...(typeof gray === 'number' && { stroke: { width, gray } }),
  };
}

function hasRoundStroke(style: Attributes): boolean {
  return style['stroke-linecap'] === 'round' && style['stroke-linejoin'] === 'round';
}

function grayOf(colour: string): Gray | 'none' | undefined {
  if (colour === 'none') return 'none';
  const hex = named.get(colour) ?? colour;
  const level = /^#(?:([\da-f])\1\1|([\da-f]{2})\2\2)$/i.exec(hex);
  if (level === null) return undefined;
  const byte = Number.parseInt(level[1] === undefined ? (level[2] ?? '') : level[1] + level[1], 16);
  return rounded(byte / 255);
}

const named: ReadonlyMap<string, string> = new Map([
  ['black', '#000'],
  ['white', '#fff'],
  ['gray', '#808080'],
  ['grey', '#808080'],
]);
