// A template with a vocabulary of the test's own, compiled as layouts compile theirs.

import assert from 'node:assert/strict';
import { compileTemplates, type Template } from '../../src/layout/template.ts';
import type { Names } from '../../src/layout/template-check.ts';
import type { Helper } from '../../src/layout/vocabulary.ts';

const none: ReadonlySet<string> = new Set();

/** What its layout would define; partials may be `part` and `inner`. */
const names: Names = {
  style: none,
  tone: none,
  stroke: none,
  face: none,
  label: none,
  image: none,
  table: new Set(['charges']),
  column: new Set(['due']),
  switch: none,
  measure: none,
  partial: new Set(['part', 'inner']),
};

export type Partials = Readonly<Record<string, string>>;

interface Given {
  readonly helpers: Readonly<Record<string, Helper>>;
  readonly partials?: Partials;
  readonly traced?: boolean;
}

/** `template` stands in `bill.hbs`, each partial in a file of its name. */
export function aTemplate(template: string, { helpers, partials = {}, traced }: Given): Template {
  const outcome = compileTemplates(
    { name: 'bill', file: 'bill.hbs', text: template },
    Object.entries(partials).map(([name, text]) => ({ name, file: `${name}.hbs`, text })),
    { names, vocabulary: new Map(Object.entries(helpers)), traced: traced === true },
  );
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}
