// What may go goes least important first; what may not stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Sheet } from '../../../src/typeset/block.ts';
import { dropLeast } from '../../../src/typeset/drop.ts';
import { flowSheet } from '../../../src/typeset/flow.ts';
import { createContext } from '../../../src/typeset/layout-block.ts';
import { aRegion, aSheet, aStack, aText, measure } from '../../support/block.ts';
import { aColumn, aRow, aTable } from '../../support/table.ts';

/** Drops until nothing may go: the pointers in order, and the texts that stay. */
function check(blocks: readonly Block[], gone: readonly string[], kept: readonly string[]): void {
  let sheet: Sheet = aSheet([aRegion(blocks)]);
  const pointers: string[] = [];
  for (let next = dropLeast(sheet); next !== undefined; next = dropLeast(sheet)) {
    pointers.push(next.drop.pointer);
    sheet = next.sheet;
  }
  assert.deepEqual(pointers, gone);
  const { items } = flowSheet(sheet, createContext(measure)).draw();
  assert.deepEqual(
    items.map((item) => item.kind === 'text' && item.text),
    kept,
  );
}

function aNotice(text: string, priority: number): Block {
  return aStack([aText(text)], priority === 0 ? {} : { drop: { priority, pointer: `/${text}` } });
}

function rowOf(text: string, priority: number) {
  const drop = { priority, pointer: `/${text}` };
  return aRow({ text }, priority === 0 ? {} : { drop });
}

test('the largest number goes first, of equals the last', () => {
  check(
    [aNotice('a', 3), aNotice('b', 9), aNotice('c', 1), aNotice('d', 9)],
    ['/d', '/b', '/a', '/c'],
    [],
  );
});

test('what has no priority stays', () => {
  check([aNotice('debt', 0), aNotice('info', 5), aText('sum')], ['/info'], ['debt', 'sum']);
  check([aText('sum')], [], ['sum']);
});

test('rows of a table go like stacks, and a table with its last row', () => {
  const text = aColumn('text');
  const rows = [rowOf('a', 2), rowOf('debt', 0), rowOf('b', 7)];
  check([aTable([text], rows)], ['/b', '/a'], ['debt']);
  const head = { pad: 0, rule: { width: 1, gray: 0 } };
  const headed = aColumn('text', { heading: aText('head') });
  check([aText('sum'), aTable([headed], [rowOf('a', 2)], { head })], ['/a'], ['sum']);
});

test('what stands inside a stack may go alone', () => {
  check([aStack([aText('title'), aNotice('a', 2)])], ['/a'], ['title']);
});
