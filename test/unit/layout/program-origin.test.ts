// Traced templates: each call knows which fields its values come from, and in which table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockHelper, Helper, Trace } from '../../../src/layout/vocabulary.ts';
import { type Origin, originOf } from '../../../src/typeset/origin.ts';
import { aTemplate, type Partials } from '../../support/a-template.ts';

const plain = { hash: { '*': 'any' }, pure: true } as const;

/** A field comes from where it says: each value of a view is its own pointer, or an object. */
function aTrace(): Trace {
  const names = new Map<unknown, Map<string, readonly string[]>>();
  return {
    place: {},
    fieldsOf(holder, name = 'this') {
      return names.get(holder)?.get(name) ?? [String(new Map(entriesOf(holder)).get(name))];
    },
    name(holder, name, fields) {
      names.set(holder, new Map(names.get(holder)).set(name, fields));
    },
    lay(laid, all) {
      names.set(laid, new Map(all.flatMap((one) => [...(names.get(one) ?? [])])));
    },
  };
}

function entriesOf(holder: unknown): [string, unknown][] {
  return typeof holder === 'object' && holder !== null ? Object.entries(holder) : [];
}

/** Where `{{say …}}` has its values from, call by call. */
function originsOf(template: string, view: object, partials: Partials = {}): readonly Origin[] {
  const origins: Origin[] = [];
  const around: BlockHelper['run'] = ({ body }, scope) => body?.(scope);
  const say: BlockHelper['run'] = ({ source }) => origins.push(originOf(source));
  const helpers: Readonly<Record<string, Helper>> = {
    say: { ...plain, kind: 'block', run: say },
    table: { ...plain, kind: 'block', run: around, first: 'table' },
    cell: { ...plain, kind: 'block', run: around, first: 'column' },
    join: { ...plain, kind: 'value', run: (_, ...values) => values.join('') },
    either: { ...plain, kind: 'value', chooses: true, run: (_, is, yes, no) => (is ? yes : no) },
  };
  aTemplate(template, { helpers, partials, traced: true })(view, { kept: [], trace: aTrace() });
  return origins;
}

test('values come from fields, also by way of helpers', () => {
  const view = { a: '/a', b: '/b', in: { c: '/in/c' } };
  assert.deepEqual(originsOf('{{say a}}{{say (join a "," in.c)}}{{say 1}}', view), [
    { field: ['/a'] },
    { field: ['/a', '/in/c'] },
    {},
  ]);
});

test('of a choice the condition is no origin', () => {
  const view = { a: '/a', b: '/b', c: '/c' };
  assert.deepEqual(originsOf('{{say (either a b c)}}', view), [{ field: ['/b', '/c'] }]);
});

test('names that partials hand on know where their values come from', () => {
  const view = { x: '/x', y: '/y', z: '/z', in: { a: '/in/a', c: '/in/c' } };
  const inner = '{{say a}}{{say b}}';
  const fields = (...all: readonly string[]) => all.map((field) => ({ field: [field] }));
  // What is made of a field does not tell by itself where it comes from.
  const given = '{{> part a=(join x "!")}}';
  assert.deepEqual(originsOf(given, view, { part: '{{> inner b=y}}', inner }), fields('/x', '/y'));
  // The nearest one counts, and a context of its own has no names of the caller.
  assert.deepEqual(
    originsOf(given, view, { part: '{{> inner a=z b=a}}', inner }),
    fields('/z', '/x'),
  );
  assert.deepEqual(
    originsOf(given, view, { part: '{{> inner in b=a}}', inner }),
    fields('/in/a', '/x'),
  );
});

test('tables and columns are told in them and no longer', () => {
  const cell = '{{#cell "due"}}{{say 1}}{{/cell}}';
  const template = `{{say 1}}{{#table "charges"}}{{say 1}}${cell}{{say 1}}{{/table}}{{say 1}}`;
  const table = { table: 'charges' };
  assert.deepEqual(originsOf(template, {}), [{}, table, { ...table, column: 'due' }, table, {}]);
});
