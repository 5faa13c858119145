// A separator sheet: what follows in the pile, read from two metres. It counts nothing itself.

import assert from 'node:assert/strict';
import type { Money } from '../bill/money.ts';
import { failure, type Outcome, success } from '../fault.ts';
import { languageTag } from '../format/language.ts';
import { formatDecimal, formatMoneyWithSign } from '../format/number.ts';
import type { Item, Page, RectItem, TextItem } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { lettersMissing } from './letter.ts';
import { made, type Type } from './mark.ts';
import type { SeparatorLabel, SeparatorLabels } from './separator-labels.ts';
import { fitLines } from './separator-lines.ts';

export interface SeparatorFacts {
  readonly kind: 'house' | 'route';
  /** Absent for bills without delivery. */
  readonly address?:
    | {
        readonly postcode: string;
        readonly route?: string | undefined;
        readonly street?: string | undefined;
        readonly house?: string | undefined;
      }
    | undefined;
  readonly billCount: number;
  readonly sheetCount: number;
  readonly amount: Money;
  /** Those of the group in this volume. */
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** The group began in the volume before. */
  readonly continued: boolean;
  readonly batch: string;
  readonly volume: number;
}

/** A4 upright; what is smaller has all of it smaller. */
const sheet = { width: mmToPt(210), height: mmToPt(297) };
const leftMm = 18;
const rightMm = 30;
const roomMm = 210 - leftMm - rightMm;

/**
 * GLYPH_MISSING, or DOES_NOT_FIT for a street that fills half a sheet. A `height` in points other
 * than that of A4 makes a sheet of the same proportions.
 */
export function separatorPage(
  facts: SeparatorFacts,
  labels: SeparatorLabels,
  type: Type,
  height = sheet.height,
): Outcome<Page> {
  const page = pageOf(facts, labels, type);
  return page.ok && height !== sheet.height
    ? success(scaled(page.value, height / sheet.height, type))
    : page;
}

function pageOf(facts: SeparatorFacts, labels: SeparatorLabels, type: Type): Outcome<Page> {
  const head = headOf(facts, labels, type);
  if (!head.ok) return head;
  const table = tableOf(facts, labels, type);
  if (!table.ok) return table;
  const items: Item[] = [edge, ...head.value, ...table.value];
  if (facts.continued) items.push(...labelAt(labels.continued, headPlace(valueMm), type));
  const faults = lettersMissing(items, type.measure);
  return faults.length > 0 ? failure(faults) : success({ ...sheet, items });
}

/** Sizes of type are rounded as they are drawn, so that a line is as long as it says. */
function scaled({ width, height, items }: Page, scale: number, type: Type): Page {
  const smaller = items.map((item): Item => {
    if (item.kind === 'text') {
      const size = Math.round(item.size * scale * 100) / 100;
      const width = type.measure.width(item.face, size, item.text);
      return { ...item, x: item.x * scale, y: item.y * scale, size, width };
    }
    assert(item.kind === 'rect', 'a separator has texts and rectangles');
    const place = { x: item.x * scale, y: item.y * scale };
    return { ...item, ...place, width: item.width * scale, height: item.height * scale };
  });
  return { width: width * scale, height: height * scale, items: smaller };
}

/** A black edge: from the side of the pile, every group is seen to begin. */
const edge: RectItem = {
  ...made,
  kind: 'rect',
  x: sheet.width - mmToPt(14),
  y: 0,
  width: mmToPt(14),
  height: sheet.height,
  fill: 0,
};

/** The largest of these that fits: capitals of 56 mm down to 7 mm, by the size of the type. */
const largeSizes = [220, 180, 150, 120, 96, 76, 60, 48, 36, 28] as const;
const streetSizes = [60, 48, 40, 34, 28] as const;

function headOf(facts: SeparatorFacts, labels: SeparatorLabels, type: Type): Outcome<Item[]> {
  const { kind, address } = facts;
  const items: Item[] = labelAt(labels[kind], headPlace(leftMm), type);
  if (address === undefined) {
    const place = { xMm: leftMm, topMm: 60, size: 40 };
    return success([...items, ...labelAt(labels.undelivered, place, type)]);
  }
  const { street, house, route = '' } = address;
  const large = kind === 'house' ? (house ?? '') : route;
  const lines: Large[] = [{ text: large, sizes: largeSizes, most: 220, topMm: 76 }];
  if (kind === 'house') {
    lines.unshift({ text: street ?? '', sizes: streetSizes, most: 84, topMm: 38 });
  }
  for (const line of lines) {
    const fitted = setLarge(line, type);
    if (!fitted.ok) return fitted;
    items.push(...fitted.value);
  }
  return success(items);
}

interface Large {
  readonly text: string;
  readonly sizes: readonly number[];
  /** Of all lines together, in points of type: what the sheet has between its neighbours. */
  readonly most: number;
  readonly topMm: number;
}

function setLarge({ text, sizes, most, topMm }: Large, type: Type): Outcome<Item[]> {
  const measure = (size: number, line: string) => type.measure.width(type.bold, size, line);
  const fitted = fitLines(text, sizes, { measure, width: mmToPt(roomMm), most });
  if (fitted === undefined) {
    const message =
      'A name is too long for a separator: it has no room in ' +
      `${Math.floor(most / (sizes.at(-1) ?? 1))} lines of the smallest type.`;
    return failure([{ code: 'DOES_NOT_FIT', message }]);
  }
  const { size, lines } = fitted;
  const items = lines.map((line, index) => {
    const y = mmToPt(topMm) + 0.75 * size + index * 1.1 * size;
    return textAt(line, { x: mmToPt(leftMm), y, size, face: type.bold }, type);
  });
  return success(items);
}

/** The first line of the table stands so far from the top, each next one so far below. */
const tableMm = 168;
const rowMm = 15;
const valueMm = 92;
/** As far as the black edge, and a little less. */
const valueRoomMm = 102;
const valueSizes = [26, 22, 18, 14] as const;

function tableOf(facts: SeparatorFacts, labels: SeparatorLabels, type: Type): Outcome<Item[]> {
  const { address, kind, batch, volume, firstSequence, lastSequence } = facts;
  const count = (value: number) => formatDecimal(String(value));
  const rows: (readonly [SeparatorLabel, string | undefined])[] = [
    [labels.postcode, address?.postcode],
    [labels.route, kind === 'house' ? address?.route : undefined],
    [labels.bills, count(facts.billCount)],
    [labels.sheets, count(facts.sheetCount)],
    [labels.total, formatMoneyWithSign(facts.amount)],
    [labels.sequence, `${firstSequence} – ${lastSequence}`],
    [labels.volume, String(volume)],
    [labels.batch, batch],
  ];
  const items: Item[] = [];
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  for (const [index, [label, value = '']] of shown.entries()) {
    const topMm = tableMm + index * rowMm;
    const set = setValue(value, mmToPt(topMm) + 18, type);
    if (!set.ok) return set;
    items.push(...labelAt(label, { xMm: leftMm, topMm, size: 13 }, type), set.value);
  }
  return success(items);
}

/** On one line, in smaller type if it has to be. */
function setValue(value: string, y: number, type: Type): Outcome<Item> {
  const widthAt = (size: number) => type.measure.width(type.bold, size, value);
  const size = valueSizes.find((one) => widthAt(one) <= mmToPt(valueRoomMm));
  if (size === undefined) {
    const message =
      'A postcode or a route is too long for a separator: ' +
      `it has ${valueRoomMm} mm at ${valueSizes.at(-1)} pt.`;
    return failure([{ code: 'DOES_NOT_FIT', message }]);
  }
  const place = { x: mmToPt(valueMm), y, size, face: type.bold };
  return success(textAt(value, place, type));
}

interface LabelPlace {
  readonly xMm: number;
  readonly topMm: number;
  readonly size: number;
}

/** On the first line of the sheet. */
function headPlace(xMm: number): LabelPlace {
  return { xMm, topMm: 18, size: 16 };
}

/** Kazakh above Russian, both of one size. */
function labelAt(label: SeparatorLabel, place: LabelPlace, type: Type): TextItem[] {
  const { xMm, topMm, size } = place;
  return (['kk', 'ru'] as const).map((language, index) => {
    const y = mmToPt(topMm) + 0.75 * size + index * 1.15 * size;
    const run = textAt(label[language], { x: mmToPt(xMm), y, size, face: type.regular }, type);
    return { ...run, lang: languageTag(language) };
  });
}

function textAt(
  text: string,
  place: Pick<TextItem, 'x' | 'y' | 'size' | 'face'>,
  { measure }: Type,
): TextItem {
  const width = measure.width(place.face, place.size, text);
  return { kind: 'text', ...place, width, gray: 0, text, source: made.source, role: 'text' };
}
