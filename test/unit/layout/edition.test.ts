// Rungs of the ladder: what each changes of what it stands on, and names that resolve to nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../../../src/layout/edition.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { aLayout, builtLayout, checkFaults } from '../../support/a-layout.ts';

function editionsOf(settings: object): readonly Edition[] {
  return aLayout({ settings }).editions;
}

function check(settings: object, ...reasons: readonly RegExp[]): void {
  const built = builtLayout({ settings });
  checkFaults(
    built.ok ? [] : built.faults,
    reasons.map((reason) => ['plain/layout.json', reason]),
  );
}

const rung = { changes: 'rows are tighter' };
const normal = { ...rung, id: 'normal', silent: true };

test('styles are resolved to faces, points and grays', () => {
  const styles = {
    plain: { size: 7, leading: 2 },
    strong: { size: 7, leading: 2, face: 'bold', tone: 'nil', join: 'inline', wrap: 'none' },
    pair: { size: 7, leading: 2, first: 'bold', second: 'regular' },
  };
  const [edition] = editionsOf({ styles });
  const [regular, bold] = ['RobotoCondensed-Regular', 'RobotoCondensed-Bold'];
  const faces = (plain: unknown, first: unknown, second: unknown, alone: unknown) => ({
    ...{ plain, first, second, alone },
  });
  const plain = edition?.styles.get('plain');
  assert.deepEqual(plain?.faces, faces(regular, regular, regular, regular));
  assert.deepEqual(
    [plain?.leading, plain?.gray, plain?.join, plain?.align, plain?.wrap, plain?.role],
    [mmToPt(2), 0, 'stack', 'left', 'words', 'text'],
  );
  const strong = edition?.styles.get('strong');
  assert.deepEqual(strong?.faces, faces(bold, bold, bold, bold));
  assert.deepEqual([strong?.gray, strong?.join, strong?.wrap], [0.5, 'inline', 'none']);
  assert.deepEqual(edition?.styles.get('pair')?.faces, faces(regular, bold, regular, bold));
});

test('columns take their pads and style from the table unless they have their own', () => {
  const columns = [
    { id: 'a', width: { content: true } },
    { id: 'b', align: 'comma', padLeft: 2, width: { content: true, grow: 3, max: 20 } },
    { id: 'service', width: { fixed: 4 }, headingAlign: 'center' },
    { id: 'due', width: { optional: true, max: 30, spare: 2 } },
  ];
  const [edition] = editionsOf({ tables: { charges: { columns, headPad: 'rowPad' } } });
  const table = edition?.tables.get('charges');
  const [a, b, c, d] = [...(table?.columns.values() ?? [])];
  assert.equal(table?.headPad, mmToPt(1));
  assert.deepEqual([a?.padLeft, a?.padRight, a?.style], [mmToPt(0.5), mmToPt(0.5), table?.style]);
  assert.deepEqual(a?.width, { kind: 'content', grow: 0, max: Number.POSITIVE_INFINITY });
  assert.deepEqual([b?.padLeft, b?.headingAlign], [mmToPt(2), 'right']);
  assert.deepEqual(b?.width, { kind: 'content', grow: mmToPt(3), max: mmToPt(20) });
  assert.deepEqual([c?.width, c?.headingAlign], [{ kind: 'fixed', width: mmToPt(4) }, 'center']);
  assert.deepEqual(d?.width, { kind: 'optional', max: mmToPt(30), spare: mmToPt(2) });
});

test('a rung changes only what it names, on the base or on another rung', () => {
  const [base, tight, small, other] = editionsOf({
    ladder: [
      normal,
      { ...rung, id: 'tight', measures: { rowPad: 0.5 } },
      {
        ...rung,
        id: 'small',
        on: 'tight',
        drops: true,
        styles: { text: { size: 6 } },
        switches: { brief: true },
        columns: { charges: { service: { width: { fixed: 9 } } } },
      },
      { ...rung, id: 'other' },
    ],
  });
  const shown = [base, tight, small, other].map((edition) => [
    edition?.styles.get('text')?.size,
    edition?.measures.get('rowPad'),
    edition?.switches.get('brief'),
    edition?.tables.get('charges')?.columns.get('service')?.width.kind,
  ]);
  assert.deepEqual(shown, [
    [8, mmToPt(1), false, 'flex'],
    [8, mmToPt(0.5), false, 'flex'],
    [6, mmToPt(0.5), true, 'fixed'],
    [8, mmToPt(1), false, 'flex'],
  ]);
  assert.equal(small?.styles.get('text')?.leading, mmToPt(3.2));
  assert.deepEqual(
    [base, small].map((edition) => [edition?.rung.silent, edition?.rung.drops]),
    [
      [true, false],
      [false, true],
    ],
  );
});

test('a name that resolves to nothing is told once, not once a rung', () => {
  const ladder = [normal, { ...rung, id: 'tight' }];
  check({ ladder, styles: { text: { tone: 'blue' } } }, /tone "blue"/);
  check({ ladder, styles: { text: { face: 'italic' } } }, /face "italic"/);
  check({ ladder, strokes: { hairline: { tone: 'blue' } } }, /tone "blue"/);
  check({ ladder, tables: { charges: { style: 'big' } } }, /style "big"/);
  check({ ladder, tables: { charges: { headPad: 'wide' } } }, /measure "wide"/);
  check({ ladder, tables: { charges: { endRule: 'thick' } } }, /stroke "thick"/);
  check({ nil: { tone: 'blue' } }, /tone "blue"/);
});

test('a column names styles and tones that are there', () => {
  const column = { id: 'service', width: { fixed: 9 } };
  const due = { id: 'due', width: { fixed: 9 } };
  const columnWith = (own: object) => ({
    tables: { charges: { columns: [{ ...column, ...own }, due] } },
  });
  check(columnWith({ style: 'big' }), /style "big"/);
  check(columnWith({ headStyle: 'big' }), /style "big"/);
  check(columnWith({ band: 'blue' }), /tone "blue"/);
});

test('a rung stands on an earlier one', () => {
  check({ ladder: [normal, { ...rung, id: 'tight', on: 'loose' }] }, /"tight".*"loose"/);
  const late = [normal, { ...rung, id: 'a', on: 'b' }, { ...rung, id: 'b' }];
  check({ ladder: late }, /"a".*"b"/);
});

test('luxuries stand first, and a rung for all bills behind them', () => {
  const upTo = { bilingual: 9, alone: 12 };
  const roomy = { ...rung, id: 'roomy', upTo };
  check({ ladder: [roomy, normal] });
  check({ ladder: [normal, roomy] }, /"roomy" has upTo/);
  check({ ladder: [roomy, { ...normal, upTo }] }, /every rung has upTo/);
});

test('a rung changes what exists and adds nothing', () => {
  const changing = (change: object) => ({ ladder: [normal, { ...rung, id: 'tight', ...change }] });
  check(changing({ styles: { txet: { size: 6 } } }), /style "txet"/);
  check(changing({ columns: { chages: {} } }), /table "chages"/);
  check(changing({ columns: { charges: { sevrice: { always: true } } } }), /column "sevrice"/);
  check(changing({ measures: { rowPda: 1 } }), /measure "rowPda"/);
  check(changing({ switches: { breif: true } }), /switch "breif"/);
});

test('ids are given once: of rungs, and of the columns of a table', () => {
  check({ ladder: [normal, normal] }, /"normal"/);
  const column = { id: 'due', width: { fixed: 9 } };
  const columns = [column, column, { ...column, id: 'service' }];
  check({ tables: { charges: { columns } } }, /"due"/);
});

test('a group spans columns that are there', () => {
  const group = { from: 'service', to: 'duu', label: 'due' };
  check({ tables: { charges: { groups: [group] } } }, /column "duu"/);
});

test('a layout changes single rungs of a ladder that it does not write out', () => {
  const editions = editionsOf({
    ladder: [normal, { ...rung, id: 'tight', measures: { rowPad: 0.5 } }],
    rungs: {
      normal: { upTo: { bilingual: 9, alone: 12 } },
      tight: { silent: true, styles: { text: { size: 7 } } },
    },
  });
  const shown = editions.map(({ rung: { upTo, isLuxury, silent }, styles, measures }) => [
    upTo?.alone,
    isLuxury,
    silent,
    styles.get('text')?.size,
    measures.get('rowPad'),
  ]);
  assert.deepEqual(shown, [
    [12, true, true, 8, mmToPt(1)],
    [undefined, false, true, 7, mmToPt(0.5)],
  ]);
  check({ rungs: { tihgt: { silent: true } } }, /"tihgt"/);
});
