// The layout language: every helper, what it takes, and how Handlebars calls it. This table is
// what docs/layouts.md describes and what templates are checked against.

import type { HelperFunction, HelperSignature, Naming, Vocabulary } from '../layout/vocabulary.ts';
import type { Call } from './call.ts';
import type { Composer } from './composer.ts';
import * as container from './container-helpers.ts';
import * as logic from './logic-helpers.ts';
import * as picture from './picture-helpers.ts';
import * as tables from './table-helpers.ts';
import * as texts from './text-helpers.ts';
import * as values from './value-helpers.ts';
import { wordings } from './wordings.ts';

interface Helper extends HelperSignature {
  readonly run: (call: Call) => unknown;
}

/** Any block may stand in a frame, so all of them take its coordinates. */
const placed = { x: 'length', y: 'length', width: 'length', middle: 'any' } as const;

const ofText = {
  ...placed,
  style: 'style',
  face: 'face',
  tone: 'tone',
  align: 'any',
  join: 'any',
  wrap: 'any',
  balance: 'any',
  sizes: 'any',
  role: 'any',
  spoken: 'any',
  leading: 'length',
} as const;

const ofRow = {
  rule: 'stroke',
  ruleFrom: 'column',
  ruleTo: 'column',
  pad: 'length',
  height: 'length',
  fill: 'tone',
  middle: 'any',
  priority: 'any',
  pointer: 'any',
} as const;

const helpers: Readonly<Record<string, Helper>> = {
  page: block(container.page, {}),
  region: block(container.region, { gap: 'length', anchor: 'any' }),
  stack: block(container.stack, { ...placed, gap: 'length', priority: 'any', pointer: 'any' }),
  columns: block(container.columns, {
    ...placed,
    widths: 'any',
    gap: 'length',
    spread: 'any',
    rule: 'stroke',
    ruleHeight: 'length',
  }),
  frame: block(container.frame, { ...placed, height: 'length', pad: 'length' }),
  box: block(container.box, {
    ...placed,
    padX: 'length',
    padY: 'length',
    height: 'length',
    fill: 'tone',
    stroke: 'stroke',
    hug: 'any',
    align: 'any',
  }),
  choose: block(container.choose, placed),
  static: block(container.staticPart, placed),
  text: block(texts.text, ofText),
  span: block(texts.span, ofText),
  table: block(tables.table, { ...placed, head: 'any' }, 'table'),
  row: block(tables.row, ofRow),
  subrow: block(tables.subrow, ofRow),
  cell: block(
    tables.cell,
    { ...ofText, to: 'column', or: 'column', indent: 'length', floats: 'any' },
    'column',
  ),
  note: block(tables.note, {}, 'column'),
  image: block(picture.image, { ...placed, height: 'length', alt: 'any', align: 'any' }, 'image'),
  code: block(picture.code, {
    ...placed,
    kind: 'any',
    size: 'length',
    maxSize: 'length',
    minModule: 'length',
    module: 'length',
    height: 'length',
    alt: 'any',
    align: 'any',
    pointer: 'any',
  }),
  chart: block(picture.chart, {
    ...placed,
    pitch: 'length',
    barWidth: 'length',
    height: 'length',
    plain: 'tone',
    current: 'tone',
    compared: 'tone',
    outline: 'stroke',
    baseline: 'stroke',
    style: 'style',
    alt: 'any',
  }),
  digits: block(picture.digits, {
    ...placed,
    boxWidth: 'length',
    leastWidth: 'length',
    boxHeight: 'length',
    stroke: 'stroke',
    style: 'style',
    commaGap: 'length',
  }),
  field: block(picture.field, {
    ...placed,
    height: 'length',
    inset: 'length',
    maxHeight: 'length',
    fillBelow: 'length',
    fill: 'tone',
    stroke: 'stroke',
    align: 'any',
  }),
  rule: block(picture.rule, {
    ...placed,
    stroke: 'stroke',
    vertical: 'any',
    length: 'length',
    dash: 'any',
  }),
  gap: block(picture.gap, {}, 'length'),
  label: { kind: 'value', run: values.label, hash: { '*': 'any' }, first: 'label' },
  money: value(values.money),
  amount: value(values.amount),
  moneyWithSign: value(values.moneyWithSign),
  figure: value(values.figure),
  figures: value(values.figures),
  date: value(values.date),
  dateUpTo: value(values.dateUpTo),
  month: value(values.month),
  shortMonth: value(values.shortMonth),
  monthWords: value(values.monthWords),
  chargePeriod: value(values.chargePeriod),
  dayUntil: value(values.dayUntil),
  days: value(values.days),
  words: value(values.words),
  unit: value(values.unit),
  iban: value(values.iban),
  join: value(values.joinValues),
  payload: value(values.payload),
  lead: value(values.lead),
  first: value(values.first),
  second: value(values.second),
  last: value(values.last),
  list: value(values.list),
  either: value(logic.either),
  eq: logicHelper(logic.eq),
  gt: logicHelper(logic.gt),
  and: logicHelper(logic.and),
  or: logicHelper(logic.or),
  not: logicHelper(logic.not),
  bilingual: logicHelper(logic.bilingual),
  switch: { kind: 'logic', run: logic.switchOn, hash: {}, first: 'switch' },
};

function block(
  run: (call: Call) => void,
  hash: Readonly<Record<string, Naming>>,
  first?: Naming,
): Helper {
  return { kind: 'block', run, hash, ...(first === undefined ? {} : { first }) };
}

function value(run: (call: Call) => unknown): Helper {
  return { kind: 'value', run, hash: {} };
}

function logicHelper(run: (call: Call) => boolean): Helper {
  return { kind: 'logic', run, hash: {} };
}

export const vocabulary: Vocabulary = {
  signatures: new Map(Object.entries(helpers)),
  functions: Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [name, adapt(name, helper.run)]),
  ),
  wordings,
};

/** The part of Handlebars' options that a call needs. */
interface HandlebarsOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly composer: Composer };
  readonly loc: { readonly start: { readonly line: number } };
  readonly fn?: (context: unknown) => string;
  readonly inverse?: (context: unknown) => string;
}

function adapt(name: string, run: (call: Call) => unknown): HelperFunction {
  return function helper(this: unknown, ...args: readonly unknown[]) {
    // Handlebars always hands its options over last; its types do not say so.
    const options = args.at(-1) as HandlebarsOptions;
    const { composer } = options.data;
    const { fn, inverse } = options;
    const context = name === 'static' ? labelsOnly : this;
    return run({
      name,
      args: args.slice(0, -1),
      hash: options.hash,
      composer,
      source: `${composer.file}:${options.loc.start.line}`,
      body: fn === undefined ? undefined : () => void fn(context),
      otherwise: inverse === undefined ? undefined : () => void inverse(context),
    });
  };
}

/** What a static part sees instead of the bill: in strict mode any field of it is an error. */
const labelsOnly = Object.freeze({});
