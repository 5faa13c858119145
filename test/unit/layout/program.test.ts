// What helpers may say of themselves, and what the code makes of it: which values come again, what
// is made once, what bodies see. And of traced code, which tells where values come from.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopeAlone } from '../../../src/layout/program-callee.ts';
import type { BlockHelper, Helper, TemplateCall } from '../../../src/layout/vocabulary.ts';
import { aTemplate } from '../../support/a-template.ts';

const plain = { hash: { '*': 'any' }, pure: true } as const;

interface Heard {
  readonly said: unknown[];
  readonly calls: TemplateCall[];
}

/** `{{say value}}` writes down its value and its call. */
function sayInto({ said, calls }: Heard): BlockHelper {
  const run: BlockHelper['run'] = (call, _, value) => {
    said.push(value);
    calls.push(call);
  };
  return { ...plain, kind: 'block', run };
}

/** Runs a template over each view in turn, in one setting. */
function heardOf(
  template: string,
  more: Record<string, Helper>,
  views: object[],
  part = '',
): Heard {
  const heard: Heard = { said: [], calls: [] };
  const helpers = { say: sayInto(heard), ...more };
  const run = aTemplate(template, { helpers, partials: { part } });
  const host = { kept: [] };
  for (const view of views) run(view, host);
  return heard;
}

/** Makes an object each time, of one value or two. */
const pair = (_: TemplateCall, first: unknown, second: unknown) => ({ first, second });

test('what recurs is the same object for an equal value', () => {
  const twin: Helper = { ...plain, kind: 'value', recurs: true, run: pair };
  const view = { list: ['a', 'b', 'a', 'b', 'b', 'a', null, null] };
  const { said } = heardOf('{{#each list}}{{say (twin this)}}{{/each}}', { twin }, [view, view]);
  const values = [...view.list, ...view.list];
  assert.deepEqual(
    said,
    values.map((first) => ({ first, second: undefined })),
  );
  // What came once is not kept.
  const [, , a, b] = said;
  assert.ok(said[4] === b && said[5] === a && said[8] === a && said[9] === b);
});

test('of two values both must be equal', () => {
  const twin: Helper = { ...plain, kind: 'value', recurs: true, run: pair };
  const list = [1, 1, 1, 2, 2, 1].map((first) => ({ first, second: 'x' }));
  const template = '{{#each list}}{{say (twin first second)}}{{/each}}';
  const { said } = heardOf(template, { twin }, [{ list }]);
  assert.deepEqual(said, list);
  assert.equal(said[2], said[1]);
});

test('what is placeless has one call for all, which nobody writes to', () => {
  const calls = new Set<TemplateCall>();
  const bare: Helper = {
    ...plain,
    kind: 'value',
    placeless: true,
    run: (call: TemplateCall) => calls.add(call).size,
  };
  const template = '{{say (bare a)}}{{say (bare a 1)}}{{say (bare a b=2)}}';
  assert.deepEqual(heardOf(template, { bare }, [{ a: 1 }, { a: 2 }]).said, [1, 1, 2, 2, 2, 2]);
  const writing: Helper = {
    ...bare,
    run: (call: TemplateCall) => Object.assign(call, { made: 1 }),
  };
  assert.throws(() => heardOf('{{say (writing a)}}', { writing }, [{ a: 1 }]), TypeError);
});

test('what does not depend on the bill is built once and put for each', () => {
  const put: unknown[] = [];
  const built: unknown[] = [];
  const build = (_: TemplateCall, value: unknown) => built.push(value) && value;
  const make: Helper = {
    ...plain,
    kind: 'block',
    run: (call, _, value) => build(call, value),
    runOnce: (call, _, value) => {
      call.made = [build(call, value)];
      return call.made;
    },
    put: (_, one) => put.push(one),
  };
  const views = [{ a: 'x' }, { a: 'x' }, { a: 'y' }, { a: 'x' }, { a: 'y' }];
  heardOf('{{make 1}}{{make a}}', { make }, views);
  assert.deepEqual(built, [1, 'x', 'x', 'y', 'x', 'y']);
  assert.deepEqual(put.slice(0, 4), [[1], 'x', [1], 'x']);
  assert.equal(put[2], put[0]);
  built.length = 0;
  heardOf('{{make 1 b=a}}', { make }, [{ a: 'x' }, { a: 'x' }, { a: 'y' }, { a: 'y' }]);
  assert.equal(built.length, 2, 'once for each named value');
});

test('what is a bill’s own makes no call of its own', () => {
  const heard: [unknown, unknown, TemplateCall][] = [];
  const code: Helper = {
    ...plain,
    kind: 'block',
    own: ['alt'],
    run: (call) => heard.push([call.own, call.hash, call]),
  };
  heardOf('{{code kind="qr" alt=a}}', { code }, [{ a: 'x' }, { a: 'y' }]);
  const hash = { kind: 'qr' };
  assert.deepEqual(
    heard.map(([own, named]) => [own, named]),
    [
      [{ alt: 'x' }, hash],
      [{ alt: 'y' }, hash],
    ],
  );
  assert.equal(heard[1]?.[2], heard[0]?.[2]);
});

test('a body that is alone sees nothing around it', () => {
  const alone: Helper = {
    ...plain,
    kind: 'block',
    alone: true,
    run: ({ body, hash }, scope) => body?.(scopeAlone(scope, hash, undefined)),
  };
  const around = '{{> part name=1}}';
  const said = (part: string) => heardOf(around, { alone }, [{ other: 2 }], part).said;
  assert.deepEqual(said('{{#alone name=7}}{{say name}}{{/alone}}{{say name}}'), [7, 1]);
  assert.throws(() => said('{{#alone}}{{say name}}{{/alone}}'), /no field "name"/);
  assert.throws(() => said('{{#alone}}{{say ../name}}{{/alone}}'), /"name" of nothing/);
});

test('a body may be run statement by statement', () => {
  const steps: Helper = {
    ...plain,
    kind: 'block',
    inSteps: true,
    run(call, scope) {
      call.steps?.at(-1)?.(scope);
      call.body?.(scope);
    },
  };
  const template = '{{#steps}}\n{{say 1}}{{! no }}\n{{#if a}}{{say a}}{{say 3}}{{/if}}\n{{/steps}}';
  assert.deepEqual(heardOf(template, { steps }, [{ a: 2 }]).said, [2, 3, 1, 2, 3]);
});
