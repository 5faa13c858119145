// The layout language: every helper and what it takes. This table is what docs/layouts.md describes
// and what templates are checked against.

import type { Helper, Naming, Vocabulary } from '../layout/vocabulary.ts';
import type { Block } from '../typeset/block.ts';
import type { Call } from './call.ts';
import * as container from './container-helpers.ts';
import * as logic from './logic-helpers.ts';
import * as picture from './picture-helpers.ts';
import { add } from './place.ts';
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
  choose: block(container.choose, { ...placed, maxHeight: 'length' }),
  remember: block(container.remember, { '*': 'any' }),
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
  code: block(picture.code, {
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
  label: { kind: 'value', run: values.label, hash: { '*': 'any' }, first: 'label', pure: true },
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
  payload: { ...value(values.payload), pure: false },
  lead: value(values.lead),
  first: value(values.first),
  second: value(values.second),
  last: value(values.last),
  list: value(values.list),
  columnsOf: value(values.columnsOf),
  either: value(logic.either),
  eq: logicHelper(logic.eq),
  gt: logicHelper(logic.gt),
  and: logicHelper(logic.and),
  or: logicHelper(logic.or),
  not: logicHelper(logic.not),
  bilingual: logicHelper(logic.bilingual),
  switch: { kind: 'logic', run: logic.switchOn, hash: {}, first: 'switch', pure: true },
};

/** Puts what `build` gives where the template is; a constant block is built once per setting. */
function block(
  build: (call: Call) => Block | undefined,
  hash: Readonly<Record<string, Naming>>,
  first?: Naming,
): Helper {
  const run = (call: Call): void => {
    const built = call.site.constant ? rememberedBlock(call, build) : build(call);
    if (built !== undefined && built !== null) add(call, built);
  };
  return { kind: 'block', run, hash, pure: true, ...(first === undefined ? {} : { first }) };
}

/** Shared blocks let typeset remember what it made of them. Faults must be found for each bill. */
function rememberedBlock(
  call: Call,
  build: (call: Call) => Block | undefined,
): Block | undefined | null {
  const { memo } = call.site;
  const { setting, faults } = call.composer;
  // One cast: only this function writes the memo of a block's site.
  const known = memo[setting] as Block | undefined | null;
  if (known !== undefined) return known;
  const before = faults.length;
  const built = build(call);
  const shared = built === undefined ? null : { ...built, shared: true };
  if (faults.length === before) memo[setting] = shared;
  return shared;
}

/** Rows, cells, regions and spans: they go where their kind belongs, and build no block. */
function part(
  run: (call: Call) => void,
  hash: Readonly<Record<string, Naming>>,
  first?: Naming,
): Helper {
  return { kind: 'block', run, hash, pure: false, ...(first === undefined ? {} : { first }) };
}

function value(run: (call: Call) => unknown): Helper {
  return { kind: 'value', run, hash: {}, pure: true };
}

function logicHelper(run: (call: Call) => boolean): Helper {
  return { kind: 'logic', run, hash: {}, pure: true };
}

export const vocabulary: Vocabulary = new Map(Object.entries(helpers));
