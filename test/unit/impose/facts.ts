// Facts and type for tests of imposing; invented.

import { readFileSync } from 'node:fs';
import type { SheetFacts, Type } from '../../../src/impose/mark.ts';
import type { SeparatorFacts } from '../../../src/impose/separator.ts';
import { separatorLabelsSchema } from '../../../src/impose/separator-labels.ts';
import type { Page } from '../../../src/typeset/page.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { bold, measure, regular } from '../draw/sample.ts';

export const type: Type = { regular, bold, measure };

export const facts: SheetFacts = {
  batch: 'K7M2Q9',
  volume: 12,
  sequence: 12345,
  copy: 1,
  copies: 1,
  reprint: false,
};

export const house: SeparatorFacts = {
  kind: 'house',
  address: { postcode: '050000', street: 'Үлгі көшесі', house: '12к2' },
  billCount: 120,
  sheetCount: 121,
  amount: 123_456_789,
  firstSequence: 1201,
  lastSequence: 1321,
  continued: false,
  batch: 'K7M2Q9',
  volume: 12,
};

export const labels = separatorLabelsSchema.parse(
  JSON.parse(readFileSync(new URL('../../../layouts/_print/labels.json', import.meta.url), 'utf8')),
);

export function blank(widthMm: number, heightMm: number): Page {
  return { width: mmToPt(widthMm), height: mmToPt(heightMm), items: [] };
}
