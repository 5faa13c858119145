// The layout language: every helper and what it takes. This table is what docs/layouts.md describes
// and what templates are checked against.

import type {
  BlockHelper,
  Helper,
  Naming,
  Scope,
  ValueHelper,
  Vocabulary,
} from '../layout/vocabulary.ts';
import type { Block } from '../typeset/block.ts';
import type { Call } from './call.ts';
import * as container from './container-helpers.ts';
import * as logic from './logic-helpers.ts';
import * as picture from './picture-helpers.ts';
import { add, asShared } from './place.ts';
import { remember } from './remember.ts';
import * as tables from './table-helpers.ts';
import * as texts from './text-helpers.ts';
import * as values from './value-helpers.ts';

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
  page: part(container.page, {}),
  region: part(container.region, { gap: 'length', anchor: 'any' }),
  stack: block(container.stack, { ...placed, gap: 'length', priority: 'any', pointer: 'any' }),
  columns: block(container.columns, {
    ...placed,
    widths: 'any',
    gap: 'length',
    spread: 'any',
    rule: 'stroke',
    ruleHeight: 'length',
    upTo: 'any',
    rowGap: 'length',
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
  choose: { ...block(container.choose, { ...placed, maxHeight: 'length' }), inSteps: true },
  // It keeps what it made itself, so it has no `runOnce`.
  remember: { kind: 'block', run: remember, put, hash: { '*': 'any' }, pure: true, alone: true },
  static: { ...block(container.staticPart, placed), constantOnly: true },
  text: block(texts.text, ofText),
  span: part(texts.span, ofText),
  table: block(tables.table, { ...placed, head: 'any' }, 'table'),
  row: part(tables.row, ofRow),
  subrow: part(tables.subrow, ofRow),
  cell: part(
    tables.cell,
    { ...ofText, to: 'column', or: 'column', indent: 'length', floats: 'any' },
    'column',
  ),
  note: part(tables.note, {}, 'column'),
  image: block(picture.image, { ...placed, height: 'length', alt: 'any', align: 'any' }, 'image'),
  code: {
    ...block(picture.code, {
      ...placed,
      kind: 'any',
      size: 'length',
      maxSize: 'length',
      minModule: 'length',
      maxModule: 'length',
      module: 'length',
      height: 'length',
      alt: 'any',
      align: 'any',
      pointer: 'any',
    }),
    own: ['alt', 'pointer'],
  },
  chart: {
    ...block(picture.chart, {
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
    own: ['alt'],
  },
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
  label: { ...recurring(values.label), hash: { '*': 'any' }, first: 'label' },
  money: placeless(values.money),
  amount: value(values.amount),
  moneyWithSign: placeless(values.moneyWithSign),
  figure: placeless(values.figure),
  figures: value(values.figures),
  date: recurring(values.date),
  dateUpTo: recurring(values.dateUpTo),
  month: recurring(values.month),
  shortMonth: recurring(values.shortMonth),
  monthWords: recurring(values.monthWords),
  chargePeriod: recurring(values.chargePeriod),
  dayUntil: recurring(values.dayUntil),
  days: recurring(values.days),
  words: value(values.words),
  unit: recurring(values.unit),
  iban: recurring(values.iban),
  join: value(values.joinValues),
  payload: { ...value(values.payload), pure: false },
  lead: recurring(values.lead),
  first: recurring(values.first),
  second: recurring(values.second),
  last: recurring(values.last),
  list: placeless(values.list),
  columnsOf: value(values.columnsOf),
  either: { ...placeless(logic.either), chooses: true },
  eq: { ...logicHelper(logic.eq), placeless: true },
  gt: { ...logicHelper(logic.gt), placeless: true },
  and: { ...logicHelper(logic.and), placeless: true },
  or: { ...logicHelper(logic.or), placeless: true },
  not: { ...logicHelper(logic.not), placeless: true },
  bilingual: logicHelper(logic.bilingual),
  switch: { kind: 'logic', run: logic.switchOn, hash: {}, first: 'switch', pure: true },
};

type Build = (call: Call, scope: Scope, first: unknown, second: unknown) => Block | undefined;

/** Puts what `build` gives where the template is; what is the same for other bills is made once. */
function block(build: Build, hash: Readonly<Record<string, Naming>>, naming?: Naming): BlockHelper {
  const runOnce = (call: Call, scope: Scope, first: unknown, second: unknown) => {
    const before = call.composer.faults.length;
    return keep(call, build(call, scope, first, second), before);
  };
  const own = { run: build, runOnce, put, hash, pure: true };
  return { kind: 'block', ...own, ...(naming && { first: naming }) };
}

/** Of a helper of blocks, and only `keep` and {{#remember}} write what one made: hence the cast. */
function put(call: Call, built: unknown): void {
  if (built !== undefined && built !== nothing) add(call, built as Block);
}

/** What is kept where a helper had nothing to put. */
const nothing = Symbol('nothing');

/** Shared blocks let typeset remember what it made of them. Faults must be found for each bill. */
function keep(call: Call, built: Block | undefined, faultsBefore: number): Block | undefined {
  const shared = built && asShared(built);
  if (call.composer.faults.length === faultsBefore) call.made = shared ?? nothing;
  return shared;
}

/** Rows, cells, regions and spans: they go where their kind belongs, and build no block. */
function part(
  run: BlockHelper['run'],
  hash: Readonly<Record<string, Naming>>,
  first?: Naming,
): BlockHelper {
  return { kind: 'block', run, hash, pure: false, ...(first && { first }) };
}

type Evaluate = (call: Call, ...values: readonly unknown[]) => unknown;

function value(run: Evaluate): ValueHelper {
  return { kind: 'value', run, hash: {}, pure: true };
}

/** Of its call it asks nothing. */
function placeless(run: Evaluate): ValueHelper {
  return { ...value(run), placeless: true };
}

/** Its values come again with other bills: dates, units, names. */
function recurring(run: Evaluate): ValueHelper {
  return { ...value(run), recurs: true };
}

function logicHelper(run: (call: Call, ...values: readonly unknown[]) => boolean): ValueHelper {
  return { kind: 'logic', run, hash: {}, pure: true };
}

export const vocabulary: Vocabulary = new Map(Object.entries(helpers));
