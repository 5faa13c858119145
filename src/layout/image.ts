// A layout's SVG file → vector image. It reads a small safe subset and refuses the rest: no
// styles, transforms, references, text, pictures or scripts; no colours, since bills print black.

import { SaxesParser } from 'saxes';
import { type Fault, failure, type Outcome, success } from '../fault.ts';
import type { Shape, VectorImage } from '../typeset/page.ts';
import { type Attributes, type Frame, parseFrame, shapeOf } from './image-shape.ts';

/**
 * `name` is the file's name without `.svg`; the image's size is that of its viewBox. All that
 * the subset lacks is reported, each with `name.svg:line`, as LAYOUT_BROKEN.
 */
export function parseVectorImage(name: string, svg: string): Outcome<VectorImage> {
  const reading: Reading = { name, line: 1, faults: [], shapes: [], open: [], frame: undefined };
  readElements(svg, reading);
  const { frame, shapes, faults } = reading;
  if (faults.length === 0 && shapes.length === 0) report(reading, 'The image draws nothing.');
  if (faults.length > 0 || frame === undefined) return failure(faults);
  return success({ name, width: frame.width, height: frame.height, shapes });
}

/** What has been read so far. `open` holds the elements not yet closed, the innermost last. */
interface Reading {
  readonly name: string;
  line: number;
  readonly faults: Fault[];
  readonly shapes: Shape[];
  readonly open: OpenElement[];
  frame: Frame | undefined;
}

/** `style` is what the element's children inherit. */
interface OpenElement {
  readonly name: string;
  readonly style: Attributes;
}

function report(reading: Reading, message: string): void {
  const source = `${reading.name}.svg:${reading.line}`;
  reading.faults.push({ code: 'LAYOUT_BROKEN', message, source });
}

function readElements(svg: string, reading: Reading): void {
  const parser = new SaxesParser();
  const refuse = (what: string): void => {
    reading.line = parser.line;
    report(reading, `${what} is not read in images: remove it. ${subset}`);
  };
  parser.on('doctype', () => refuse('A DOCTYPE'));
  parser.on('processinginstruction', () => refuse('A processing instruction'));
  parser.on('cdata', () => refuse('A CDATA section'));
  parser.on('text', (text) => {
    if (text.trim() !== '') refuse('Text');
  });
  parser.on('error', (error) => {
    reading.line = parser.line;
    const reason = error.message.replace(/^[\d:]+ /, '');
    report(reading, `The file is not well-formed XML: ${reason}`);
  });
  parser.on('opentagstart', () => {
    reading.line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => openElement(reading, name, attributes));
  parser.on('closetag', () => {
    reading.open.pop();
  });
  parser.write(svg).close();
}

const subset =
  'An image is one <svg viewBox> with path, rect, circle, line and g, in black, white and grays.';

const styleAttributes = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'];

/** The subset: elements, and the attributes of each besides those of style. */
const elements: ReadonlyMap<string, readonly string[]> = new Map([
  ['svg', ['xmlns', 'viewBox']],
  ['g', []],
  ['path', ['d']],
  ['rect', ['x', 'y', 'width', 'height']],
  ['circle', ['cx', 'cy', 'r']],
  ['line', ['x1', 'y1', 'x2', 'y2']],
]);

function openElement(reading: Reading, name: string, attributes: Attributes): void {
  const parent = reading.open.at(-1);
  const style: Record<string, string> = { ...parent?.style };
  reading.open.push({ name, style });
  const own = elements.get(name);
  if (own === undefined || !mayStandIn(parent?.name, name)) {
    report(reading, `<${name}> is not read ${placeOf(parent)}. ${subset}`);
    return;
  }
  for (const [attribute, value] of Object.entries(attributes)) {
    if (styleAttributes.includes(attribute)) style[attribute] = value;
    else if (!own.includes(attribute)) {
      report(reading, `Attribute "${attribute}" of <${name}> is not read: remove it. ${subset}`);
    }
  }
  const fail = (message: string): void => report(reading, message);
  if (name === 'svg') {
    reading.frame = parseFrame(attributes, fail);
  } else if (name !== 'g') {
    const shape = shapeOf({ name, attributes, style }, reading.frame, fail);
    if (shape !== undefined) reading.shapes.push(shape);
  }
}

function mayStandIn(parent: string | undefined, name: string): boolean {
  return parent === undefined ? name === 'svg' : name !== 'svg' && /^(?:svg|g)$/.test(parent);
}

function placeOf(parent: OpenElement | undefined): string {
  return parent === undefined ? 'as the root of an image' : `inside <${parent.name}>`;
}
