// Templates as functions: what runs in which order, what names mean, which calls are the same. What
// helpers may ask for beyond that is program.test.ts's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BlockHelper,
  type Helper,
  type TemplateCall,
  TemplateMistake,
  type ValueHelper,
} from '../../../src/layout/vocabulary.ts';
import { aTemplate, type Partials } from '../../support/a-template.ts';

interface Heard {
  readonly said: string[];
  readonly made: string[];
  readonly calls: TemplateCall[];
}

/** `{{say value}}` writes down its place and value, `(up value)` is a value, `{{#box}}` a body. */
function helpersWith({ said, made, calls }: Heard): Readonly<Record<string, Helper>> {
  const plain = { hash: { '*': 'any' }, pure: true } as const;
  const say: BlockHelper['run'] = (call, _, first, second) => {
    const { source, hash, count } = call;
    calls.push(call);
    const values = [first, second].flat().slice(0, count);
    said.push(`${source} ${[...values, ...Object.entries(hash).flat()].join(' ')}`);
  };
  const up: ValueHelper['run'] = (_, value) => {
    made.push(String(value));
    return String(value).toUpperCase();
  };
  return {
    say: { ...plain, kind: 'block', run: say },
    up: { ...plain, kind: 'value', run: up },
    box: { ...plain, kind: 'block', run: ({ body }, scope) => body?.(scope) },
  };
}

function compiled(template: string, partials: Partials = {}) {
  const heard: Heard = { said: [], made: [], calls: [] };
  const run = aTemplate(template, { helpers: helpersWith(heard), partials });
  const hosts = [{ kept: [] }, { kept: [] }];
  return {
    ...heard,
    run: (view: object, setting = 0) => run(view, hosts[setting] ?? { kept: [] }),
  };
}

/** What is said, as `file:line value`. */
function check(
  template: string,
  view: object,
  expected: readonly string[],
  partials?: Partials,
): void {
  const { said, run } = compiled(template, partials);
  run(view);
  assert.deepEqual(said, expected);
}

function checkMistake(template: string, view: object, source: string, reason: RegExp): void {
  const { run } = compiled(template);
  assert.throws(
    () => run(view),
    (error) => {
      assert.ok(error instanceof TemplateMistake, String(error));
      assert.equal(error.source, source);
      assert.match(error.message, reason);
      return true;
    },
  );
}

test('helpers run in order with their line', () => {
  check('{{say 1}}\n{{say 2}}\n\n{{say "a" b=true}}', {}, [
    'bill.hbs:1 1',
    'bill.hbs:2 2',
    'bill.hbs:4 a b true',
  ]);
});

test('names are fields of the context, of what is around it, or its own parts', () => {
  const view = { sum: 9, payer: { name: 'А' }, list: [{ sum: 1 }, { sum: 2 }] };
  check('{{say sum}}{{say payer.name}}', view, ['bill.hbs:1 9', 'bill.hbs:1 А']);
  check('{{#with payer}}{{say name ../sum}}{{/with}}', view, ['bill.hbs:1 А 9']);
  check('{{#each list}}{{#if sum}}{{#box}}{{say this.sum ../sum}}{{/box}}{{/if}}{{/each}}', view, [
    'bill.hbs:1 1 9',
    'bill.hbs:1 2 9',
  ]);
  check('{{#each list}}{{#with ../payer}}{{say ../sum ../../sum}}{{/with}}{{/each}}', view, [
    'bill.hbs:1 1 9',
    'bill.hbs:1 2 9',
  ]);
});

test('lists are run through, with the place in them', () => {
  const view = { list: ['a', 'b', 'c'], nothing: [] };
  check('{{#each list}}{{say this @index @first @last}}{{/each}}', view, [
    'bill.hbs:1 a 0 true false',
    'bill.hbs:1 b 1 false false',
    'bill.hbs:1 c 2 false true',
  ]);
  check('{{#each nothing}}{{say this}}{{else}}{{say "none"}}{{/each}}', view, ['bill.hbs:1 none']);
});

test('branches go by what is there', () => {
  const view = { no: null, zero: 0, empty: '', list: [], yes: 'a', some: [0] };
  const word = (condition: string) => `{{#if ${condition}}}{{say 1}}{{else}}{{say 2}}{{/if}}`;
  for (const condition of ['yes', 'some', '1', 'true', '(up yes)']) {
    check(word(condition), view, ['bill.hbs:1 1']);
  }
  for (const condition of ['no', 'zero', 'empty', 'list', '0', 'false']) {
    check(word(condition), view, ['bill.hbs:1 2']);
  }
  check('{{#unless no}}{{say 1}}{{else}}{{say 2}}{{/unless}}', view, ['bill.hbs:1 1']);
  check('{{#if no}}{{say 1}}{{else if yes}}{{say 2}}{{else}}{{say 3}}{{/if}}', view, [
    'bill.hbs:1 2',
  ]);
  check('{{#with no}}{{say 1}}{{else}}{{say yes}}{{/with}}', view, ['bill.hbs:1 a']);
});

test('a partial runs in its own file, and the caller goes on in its own', () => {
  const partials = { part: '{{say 2}}\n{{> inner}}{{say 4}}', inner: '\n\n{{say 3}}' };
  check(
    '{{say 1}}{{> part}}\n{{say 5}}',
    {},
    ['bill.hbs:1 1', 'part.hbs:1 2', 'inner.hbs:3 3', 'part.hbs:2 4', 'bill.hbs:2 5'],
    partials,
  );
});

test('a partial sees its context, its one parameter instead, and named ones over both', () => {
  const view = {
    total: 9,
    lines: [
      { name: 'a', sum: 1 },
      { name: 'b', sum: 2 },
    ],
  };
  const part = '{{say name sum}}';
  const said = ['part.hbs:1 a 1', 'part.hbs:1 b 2'];
  check('{{#each lines}}{{> part}}{{/each}}', view, said, { part });
  check(
    '{{#each lines}}{{> part sum=../total}}{{/each}}',
    view,
    ['part.hbs:1 a 9', 'part.hbs:1 b 9'],
    { part },
  );
  check('{{> part lines.[1]}}', { lines: { 1: { name: 'b', sum: 2 } } }, ['part.hbs:1 b 2'], {
    part,
  });
  check('{{#each lines}}{{> part}}{{/each}}', view, ['part.hbs:1 true', 'part.hbs:1 false'], {
    part: '{{say @first}}',
  });
});

test('a partial is called with names and without them, and calls others and itself', () => {
  const view = { size: 1, name: 'a', inside: { name: 'b', inside: { name: 'c', inside: null } } };
  const part = '{{say size}}';
  check(
    '{{> part}}{{> part size=2}}{{> part size=name}}',
    view,
    ['part.hbs:1 1', 'part.hbs:1 2', 'part.hbs:1 a'],
    { part },
  );
  const tree = '{{say name size}}{{#if inside}}{{> part inside size=3}}{{/if}}';
  const said = ['part.hbs:1 a 1', 'part.hbs:1 b 3', 'part.hbs:1 c 3'];
  check('{{> part}}', view, said, { part: tree });
  // What lies over the context stays there, unless it is replaced or the context is another one.
  const partials = { part: '{{> inner name=2}}', inner: '{{say size name}}' };
  check('{{> part size=5}}', view, ['inner.hbs:1 5 2'], partials);
  const other = { part: '{{#with inside}}{{> inner}}{{/with}}', inner: '{{say name}}' };
  check('{{> part name=5}}', view, ['inner.hbs:1 b'], other);
});

test('what is around the place of a call is nothing to a partial', () => {
  const { run } = compiled('{{#with inside}}{{> part}}{{/with}}', { part: '{{say ../name}}' });
  assert.throws(() => run({ name: 'a', inside: { name: 'b' } }), /reads "name" of nothing/);
});

test('any text may be a name or a value: none gets into code', () => {
  const odd = ['a"b', "a'b", 'a\\b', 'a`$b', '*/ //', '0', 'a b', '});'];
  for (const name of odd) {
    const view = { [name]: 1, in: { [name]: 2 } };
    check(`{{say [${name}] in.[${name}]}}`, view, ['bill.hbs:1 1 2']);
    check(`{{say [${name}]=3}}`, view, [`bill.hbs:1 ${name} 3`]);
    check(`{{say [${name}]=[${name}]}}`, view, [`bill.hbs:1 ${name} 1`]);
    check(`{{> part [${name}]=4}}`, view, ['part.hbs:1 4'], { part: `{{say [${name}]}}` });
    const text = name.includes("'") ? `"${name}"` : `'${name}'`;
    check(`{{say ${text}}}`, view, [`bill.hbs:1 ${name}`]);
    check(`{{say "\n\u2028" ${text}}}`, view, [`bill.hbs:1 \n\u2028 ${name}`]);
  }
  check('{{> part __proto__=1}}', {}, ['part.hbs:1 1'], { part: '{{say __proto__}}' });
});

test('the same named values are the same call', () => {
  const { calls, run } = compiled('{{#each list}}{{say 1 a=this b="b"}}{{/each}}');
  run({ list: ['x', 'y', 'x', 'y', 'y', 'x', 'z', 'y'] });
  const [, , x, y] = calls;
  assert.ok(x !== undefined && y !== undefined && x !== y);
  assert.deepEqual(
    [x.hash, y.hash],
    [
      { a: 'x', b: 'b' },
      { a: 'y', b: 'b' },
    ],
  );
  // The second x and y are kept, as what came once is not: then the last call, or one before.
  for (const [index, call] of [y, x].entries()) assert.equal(calls[index + 4], call);
  assert.equal(calls[7], y);
  assert.equal(calls[6]?.hash.a, 'z');
  run({ list: ['x', 'x'] });
  assert.ok(calls[8] === x && calls[9] === x);
  run({ list: ['x'] }, 1);
  assert.notEqual(calls[10], x);
});

test('what a call is named stays: helpers keep in it what follows', () => {
  const { calls, run } = compiled('{{say 1 a=name}}');
  run({ name: 'x' });
  assert.ok(calls.every(({ hash }) => Object.isFrozen(hash)));
});

test('nothing is escaped', () => {
  check('{{say name}}', { name: '«А & Б» <c>' }, ['bill.hbs:1 «А & Б» <c>']);
});

test('a name that is not there is a mistake with its line', () => {
  const view = { name: 'a', no: null, list: [1] };
  checkMistake('\n{{say nmae}}', view, 'bill.hbs:2', /"nmae"/);
  checkMistake('{{say "a" b=nmae}}', view, 'bill.hbs:1', /"nmae"/);
  checkMistake('{{#if nmae}}{{/if}}', view, 'bill.hbs:1', /"nmae"/);
  checkMistake('{{#each lits}}{{/each}}', view, 'bill.hbs:1', /"lits"/);
  checkMistake('{{say no.name}}', view, 'bill.hbs:1', /"name" of nothing.*\{\{#if\}\}/);
  checkMistake('{{say name.length}}', view, 'bill.hbs:1', /"length"/);
  checkMistake('{{say ../name}}', view, 'bill.hbs:1', /"name" of nothing/);
  checkMistake('{{say @first}}', view, 'bill.hbs:1', /@first/);
});

test('what a prototype has is no field', () => {
  for (const name of ['constructor', 'toString', '__proto__']) {
    checkMistake(`{{say ${name}}}`, { name: 'a' }, 'bill.hbs:1', /no field/);
  }
  checkMistake('{{say list.map}}', { list: [] }, 'bill.hbs:1', /no field/);
});

test('a value of constants is made once for each edition and language', () => {
  const { said, made, run } = compiled('{{say (up "a")}}{{say (up (up "b"))}}{{say (up name)}}');
  run({ name: 'x' });
  run({ name: 'y' });
  assert.deepEqual(made, ['a', 'b', 'B', 'x', 'y']);
  assert.equal(said.length, 6);
  run({ name: 'x' }, 1);
  assert.deepEqual(made.slice(5), ['a', 'b', 'B', 'x']);
});
