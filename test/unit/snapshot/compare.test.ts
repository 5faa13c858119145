// Two pages and what is said of them: every cause once, with what follows from it, and no more.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PageItem, PageModel } from '../../../src/draw/page-schema.ts';
import { comparePages } from '../../../src/snapshot/compare.ts';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { page, row, rule, text, told } from './support.ts';

type Items = readonly PageItem[];

const second = { source: 'town/bill.hbs:2' };

const dues = ['1,00', '22,00', '333,00', '44,50', '5,05', '66,60', '153,20', '8,80'];
const rows = dues.flatMap((due, index) => row(index, due));

describe('a comparison says', () => {
  check('nothing of equal pages', rows, rows, []);

  check(
    'that a row says something else and moved, as one sentence',
    rows,
    withDue('153,30', 61.2),
    ['charges row 7 due: moved 1.2 mm right; «153,20» → «153,30»'],
  );

  check(
    'that a text moved',
    [text('Total', 10, 10)],
    [text('Total', 10, 12.4)],
    ['text «Total»: moved 2.4 mm down'],
  );

  check('a label by its key, once for all places', labels('К оплате'), labels('К уплате'), [
    'label "due": «К оплате» → «К уплате» (2 places)',
  ]);

  check(
    'nothing of an edge that stands, when a figure at it becomes longer',
    [text('9,00', 60, 10, { width: mmToPt(4) })],
    [text('10,00', 59, 10, { width: mmToPt(5) })],
    ['text: «9,00» → «10,00»'],
  );

  check('that a row was added, and what moved below it', rows, withRowAt(3), [
    'added: charges row 4: «Service 4 of row 7,77» «10,00» «7,77»',
    '  15 items below moved 4.0 mm down',
  ]);

  check('that a row went', withRowAt(3), rows, [
    'removed: charges row 4: «Service 4 of row 7,77» «10,00» «7,77»',
    '  15 items below moved 4.0 mm up',
  ]);

  check(
    'that a label of two places moved, by its name once',
    labels('К оплате'),
    labels('К оплате').map(shifted(0, 1.5)),
    ['label "due" (2 places) moved 1.5 mm down'],
  );

  check('that a block moved as one', rows, rows.map(shifted(0, 1.5)), [
    '24 items from charges row 1 service to charges row 8 due moved 1.5 mm down',
  ]);

  check(
    'that a text takes another line, and what follows',
    [text('One line of words', 10, 10), text('Below', 10, 20, second)],
    [text('One line', 10, 10), text('of words', 10, 13), text('Below', 10, 23, second)],
    ['text «One line of words»: set on 2 lines instead of 1', '  1 item below moved 3.0 mm down'],
  );

  check(
    'type of another size',
    [text('Total', 10, 10)],
    [text('Total', 10, 10, { size: 7.5 })],
    ['text «Total»: 7.5 pt instead of 8 pt'],
  );

  check(
    'another language of the same words',
    [text('Су', 1, 1, { lang: 'kk-KZ' })],
    [text('Су', 1, 1, { lang: 'ru-RU' })],
    ['text «Су»: marked as ru-RU, was kk-KZ'],
  );

  check(
    'that a rule is longer',
    [rule(10, 10, 100)],
    [rule(10, 10, 102)],
    ['rule of ~/bill.hbs:9: 2.0 mm wider'],
  );

  check(
    'what was read elsewhere as a movement',
    [text('First', 10, 10), text('Last', 10, 90, second)],
    [text('Last', 10, 10, second), text('First', 10, 90)],
    ['text «First»: moved 80.0 mm down', 'text «Last»: moved 80.0 mm up'],
  );

  function check(what: string, before: Items, after: Items, expected: readonly string[]): void {
    test(what, () => assert.deepEqual(told(page(before), page(after)), expected));
  }
});

describe('a column of another width', () => {
  const tables = (charged: number): NonNullable<PageModel['tables']> => [
    {
      table: 'charges',
      source: 'town/bill.hbs:5',
      x: mmToPt(8),
      y: mmToPt(15),
      width: mmToPt(190),
      height: mmToPt(60),
      columns: [
        { column: 'service', x: mmToPt(8), width: mmToPt(60 - charged), takesRest: true },
        { column: 'charged', x: mmToPt(68 - charged), width: mmToPt(charged) },
        { column: 'due', x: mmToPt(68), width: mmToPt(130) },
      ],
    },
  ];
  const narrower = rows.map((item, index) => (index % 3 === 1 ? shifted(-2.1, 0)(item) : item));

  test('is said once, and what moved follows from it', () => {
    const lines = told(
      page(rows, { tables: tables(20) }),
      page(narrower, { tables: tables(22.1) }),
    );
    assert.deepEqual(lines, [
      'column "charged" is 2.1 mm wider',
      '  column "service" is 2.1 mm narrower, as it takes the rest',
      '  8 items moved 2.1 mm left',
    ]);
  });

  test('does not hide what moved outside the table', () => {
    const far = [text('Far', 10, 200), text('Far', 10, 202)];
    const [before, after] = [
      [...rows, ...far.slice(0, 1)],
      [...narrower, ...far.slice(1)],
    ];
    const lines = told(page(before, { tables: tables(20) }), page(after, { tables: tables(22.1) }));
    assert.equal(lines.at(0), 'column "charged" is 2.1 mm wider');
    assert.ok(
      lines.some((line) => line === '  1 item below moved 2.0 mm down'),
      lines.join('\n'),
    );
  });

  test('is told to come and to go', () => {
    const [table] = tables(20);
    assert.ok(table);
    const less = [{ ...table, columns: table.columns.slice(1) }];
    const both = [page(rows, { tables: [table] }), page(rows, { tables: less })] as const;
    assert.deepEqual(told(...both), ['column "service" is gone']);
    assert.deepEqual(told(both[1], both[0]), ['column "service" is new']);
  });
});

describe('of the whole page', () => {
  test('another rung is said once', () => {
    const after = page(rows.map(shifted(0, -0.4)), { rung: 'tight' });
    assert.deepEqual(told(page(rows), after), [
      'the page is set on rung "tight" instead of "normal"',
      '  24 items moved, grew or changed size with it',
    ]);
  });

  test('warnings that come and go are said', () => {
    const warning = { code: 'FITTED', message: 'Rows are tighter.', pointer: '/charges' };
    const [without, with_] = [page(rows), page(rows, { warnings: [warning] })];
    assert.deepEqual(told(without, with_), ['warning FITTED at /charges: Rows are tighter.']);
    assert.deepEqual(told(with_, without), ['warning gone FITTED at /charges: Rows are tighter.']);
  });

  test('other lines of the same layout are a note, and no difference', () => {
    const moved = rows.map((item) => ({ ...item, source: item.source.replace(':', ':1') }));
    const { findings, notes } = comparePages(page(rows), page(moved));
    assert.deepEqual([findings, notes], [[], ['24 items come from other lines of the layout']]);
  });

  test('a copy of the layout under another name is the same', () => {
    const items = [text('Total', 10, 10)];
    const copied = items.map((item) => ({ ...item, source: 'village/bill.hbs:1' }));
    const { findings, notes } = comparePages(page(items), page(copied, { layout: 'village@1' }));
    assert.deepEqual([findings, notes], [[], ['layout village@1, was town@1']]);
  });
});

function shifted(dx: number, dy: number): (item: PageItem) => PageItem {
  return (item) => ({ ...item, x: item.x + mmToPt(dx), y: item.y + mmToPt(dy) });
}

function withDue(due: string, dueX: number): Items {
  const last = row(6, due, { dueX }).at(-1);
  return rows.map((item, index) => (index === 20 && last !== undefined ? last : item));
}

/** The rows below move by four millimetres, and are other rows of the bill from now on. */
function withRowAt(place: number): Items {
  const renumbered = dues.slice(place).flatMap((due, index) =>
    row(place + index + 1, due).map((item, cell) => ({
      ...item,
      text: rows[3 * (place + index) + cell]?.text ?? '',
    })),
  );
  return [...rows.slice(0, 3 * place), ...row(place, '7,77'), ...renumbered];
}

function labels(content: string): Items {
  return [10, 90].map((x) => text(content, x, 10, { role: 'label', label: 'due' }));
}
