// Helpers that draw: image, code, chart, digits, field, rule, gap. Encoding is barcode/'s.

import assert from 'node:assert/strict';
import { encodeSymbol } from '../barcode/encode.ts';
import { printRules, type Symbology } from '../barcode/symbology.ts';
import type { Fault } from '../fault.ts';
import { Memo } from '../layout/memo.ts';
import type { Scope } from '../layout/vocabulary.ts';
import type { Block } from '../typeset/block.ts';
import type { Bar, ChartText, DigitsBlock, ImageBlock } from '../typeset/leaf-block.ts';
import { mmToPt, ptToMm } from '../typeset/unit.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';
import { makeSpan, partsOf, typeOf } from './spans.ts';

/** `{{image logo height=6.8 alt=name}}`: a vector image of the layout by its name. */
export function image(call: Call, _: Scope, name: unknown): Block | undefined {
  if (name === null || name === undefined) return undefined;
  const { own, known } = read.attributesOf(call, imageAttributes);
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = call.composer.layout.images.get(String(name));
  if (found === undefined) throw read.mistake(call, `knows no image "${String(name)}".`);
  const made = { ...own, image: found, shared: true };
  known.set(name, made);
  return made;
}

function imageAttributes(call: Call) {
  const own: Omit<ImageBlock, 'image' | 'shared'> = {
    kind: 'image',
    source: call.source,
    height: read.length(call, 'height', 0),
    alt: read.spoken(call, 'alt') ?? '',
    align: read.align(call, 'left'),
  };
  return { own, known: new Memo<unknown, ImageBlock>(picturesKept) };
}

/** Images or boxes that a place keeps, twice. What is kept or not, all of them are shared. */
const picturesKept = 32;

/**
 * `{{code payload kind="qr" size=21 maxSize=25 minModule=0.55 alt="…"}}`,
 * `{{code payload kind="code128" module=0.38 height=10.2 alt="…"}}`.
 * A square grows from `size` up to `maxSize` where its modules would fall below `minModule`, and
 * shrinks where they would exceed `maxModule`: its quiet zone grows with them.
 */
export function code(call: Call, _: Scope, payload: unknown): Block | undefined {
  if (payload === null || payload === '') return undefined;
  if (typeof payload !== 'string') {
    throw read.mistake(call, 'has a payload that is no text; (join …) makes one of figures.');
  }
  const setting = read.attributesOf(call, codeSetting);
  const { symbology } = setting;
  const made = encodeSymbol({ symbology, text: payload });
  if (!made.ok) return refuse(call, made.faults);
  const symbol = made.value;
  const module = setting.moduleFor(symbol.columns);
  const fault = moduleFault(symbology, module);
  if (fault !== undefined) return refuse(call, [fault]);
  return {
    kind: 'code',
    source: call.source,
    shared: undefined,
    recurring: undefined,
    symbol,
    payload,
    alt: read.spoken(call, 'alt') ?? '',
    module,
    barHeight: setting.barHeight,
    align: setting.align,
  };
}

function codeSetting(call: Call) {
  const symbology = symbologyOf(call);
  const { isLinear } = printRules[symbology];
  return {
    symbology,
    align: read.align(call, 'left'),
    barHeight: isLinear ? read.length(call, 'height', mmToPt(10)) : undefined,
    moduleFor: isLinear ? linearModule(call) : squareModule(call),
  };
}

function refuse(call: Call, faults: readonly Fault[]): undefined {
  const pointer = read.word(call, 'pointer');
  const place = { source: call.source, ...(pointer === undefined ? {} : { pointer }) };
  call.composer.faults.push(...faults.map((fault) => ({ ...fault, ...place })));
  return undefined;
}

function symbologyOf(call: Call): Symbology {
  const given = read.word(call, 'kind');
  if (given !== undefined && isSymbology(given)) return given;
  throw read.mistake(call, `takes ${Object.keys(printRules).join(', ')} for kind=.`);
}

function isSymbology(word: string): word is Symbology {
  return Object.hasOwn(printRules, word);
}

/** Scanners need modules of a least size; a longer payload makes them smaller. */
function moduleFault(symbology: Symbology, module: number): Fault | undefined {
  const { leastModuleMm, title } = printRules[symbology];
  const moduleMm = Math.round(ptToMm(module) * 1000) / 1000;
  if (moduleMm >= leastModuleMm) return undefined;
  const message =
    `This payload makes a ${title} with modules of ${moduleMm} mm; scanners need ` +
    `${leastModuleMm} mm. Shorten the payload.`;
  return { code: 'CODE_REFUSED', message, details: { moduleMm, leastModuleMm } };
}

function linearModule(call: Call): () => number {
  const module = read.length(call, 'module', mmToPt(0.38));
  return () => module;
}

function squareModule(call: Call): (columns: number) => number {
  const size = read.length(call, 'size', mmToPt(21));
  const largest = read.length(call, 'maxSize', size);
  const least = read.length(call, 'minModule', 0);
  const most = read.length(call, 'maxModule', Number.POSITIVE_INFINITY);
  return (columns) => Math.min(Math.max(size, least * columns), largest, most * columns) / columns;
}

/** `{{chart bars pitch=3.05 barWidth=2 height=6.6 alt="…"}}`; bars come from the bill's view. */
export function chart(call: Call, _: Scope, bars: unknown): Block | undefined {
  if (!isBars(bars) || bars.length === 0) return undefined;
  const setting = read.attributesOf(call, chartSetting);
  return {
    kind: 'chart',
    source: call.source,
    shared: undefined,
    recurring: undefined,
    bars,
    pitch: setting.pitch,
    barWidth: setting.barWidth,
    height: setting.height,
    fills: setting.fills,
    outline: setting.outline,
    baseline: setting.baseline,
    text: setting.text,
    alt: read.spoken(call, 'alt') ?? '',
  };
}

function chartSetting(call: Call) {
  const plain = read.word(call, 'style');
  return {
    pitch: read.length(call, 'pitch', 0),
    barWidth: read.length(call, 'barWidth', 0),
    height: read.length(call, 'height', 0),
    fills: {
      plain: read.tone(call, 'plain') ?? 0,
      current: read.tone(call, 'current') ?? 0,
      compared: read.tone(call, 'compared') ?? 1,
    },
    outline: read.neededStroke(call, 'outline'),
    baseline: read.stroke(call, 'baseline'),
    text: plain === undefined ? undefined : chartText(call),
  };
}

function chartText(call: Call): ChartText {
  const style = read.style(call);
  const { faces, leading } = style;
  const plain = makeSpan('', faces.plain, style);
  return { plain, strong: { ...plain, face: faces.first }, leading };
}

function isBars(value: unknown): value is readonly Bar[] {
  return Array.isArray(value);
}

/** `{{digits 5 2 boxWidth=4.6 leastWidth=3.6 boxHeight=6.3 stroke="fine" style="comma"}}` */
export function digits(call: Call, _: Scope, count: unknown, decimals: unknown): Block {
  const { own, known } = read.attributesOf(call, digitsAttributes);
  const key = `${String(count)} ${String(decimals)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const numbers = { digits: Number(count), decimals: Number(decimals ?? 0) };
  const made = { ...own, ...numbers, shared: true };
  known.set(key, made);
  return made;
}

function digitsAttributes(call: Call) {
  const own = digitsBlock(call);
  return { own, known: new Memo<string, DigitsBlock>(picturesKept) };
}

function digitsBlock(call: Call): Omit<DigitsBlock, 'digits' | 'decimals' | 'shared'> {
  const [comma] = partsOf(',', typeOf(read.style(call), call.composer)).flat();
  assert(comma !== undefined, 'A comma is a text.');
  return {
    kind: 'digits',
    source: call.source,
    boxWidth: read.length(call, 'boxWidth', 0),
    leastWidth: read.length(call, 'leastWidth', read.length(call, 'boxWidth', 0)),
    boxHeight: read.length(call, 'boxHeight', 0),
    stroke: read.neededStroke(call, 'stroke'),
    comma,
    commaGap: read.length(call, 'commaGap', 0),
  };
}

/** `{{field width=14 inset=0.6 maxHeight=5.4 fillBelow=5 stroke="box"}}`: a box to write in. */
export function field(call: Call): Block | undefined {
  const fill = read.tone(call, 'fill');
  return {
    kind: 'field',
    source: call.source,
    width: read.length(call, 'width', 0),
    height: read.length(call, 'height', 0),
    inset: read.length(call, 'inset', 0),
    maxHeight: read.length(call, 'maxHeight', Number.POSITIVE_INFINITY),
    fillBelow: read.length(call, 'fillBelow', 0),
    stroke: read.neededStroke(call, 'stroke'),
    align: read.align(call, 'left'),
    ...(fill === undefined ? {} : { fill }),
  };
}

/** `{{rule stroke="hairline"}}`, `vertical=true length=6`, `dash="0 2.6"` in points. */
export function rule(call: Call): Block | undefined {
  const dash = read.word(call, 'dash');
  return {
    kind: 'rule',
    source: call.source,
    stroke: read.neededStroke(call, 'stroke'),
    vertical: read.flag(call, 'vertical'),
    length: read.length(call, 'length', 0),
    dash: dash === undefined ? [] : dash.split(' ').map(Number),
  };
}

/** `{{gap 2}}` or `{{gap "regionGap"}}` */
export function gap(call: Call, _: Scope, height: unknown): Block | undefined {
  const points = read.length({ ...call, hash: { height } }, 'height', 0);
  if (points < 0) throw read.mistake(call, `is negative: ${ptToMm(points)} mm.`);
  return { kind: 'gap', source: call.source, height: points };
}
