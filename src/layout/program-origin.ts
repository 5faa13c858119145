// The code that tells which fields and labels the values of a call come from, in templates that are
// compiled to be traced. It follows the template's text: what a condition looks at is not where a
// value comes from. What the code calls is program-tell.ts's; templates that print know nothing of
// either.

import { type Called, expressionSource } from './program-call.ts';
import type { Use } from './program-constant.ts';
import { FunctionSource, type Level } from './program-function.ts';
import { type At, pathSource } from './program-path.ts';

/** Lines that add to `found` what an expression comes from. A cast a kind: see program-call.ts. */
function originSource(expression: hbs.AST.Expression, at: At): string[] {
  if (expression.type === 'SubExpression') {
    return ofHelper(expression as hbs.AST.SubExpression, at);
  }
  if (expression.type === 'PathExpression') return ofPath(expression as hbs.AST.PathExpression, at);
  return [];
}

function ofPath(path: hbs.AST.PathExpression, at: At): string[] {
  const names = path.parts.map(String);
  const around = at.level.at(path.depth);
  const last = names.at(-1);
  if (path.data) return [];
  if (names.length > 1) {
    const holder = pathSource({ ...path, parts: path.parts.slice(0, -1) }, at);
    return [`addFields(found, trace, ${holder}, ${JSON.stringify(last)});`];
  }
  if (around === undefined) return [];
  const scope = around.scope();
  if (last === undefined) return [`addContext(found, trace, ${scope});`];
  const holder = around.laid.has(last) ? 'named' : 'context';
  return [`addFields(found, trace, ${scope}.${holder}, ${JSON.stringify(last)});`];
}

/** Of a choice the condition is not looked at; logic gives no value that is printed. */
function ofHelper({ path, params, hash }: hbs.AST.SubExpression, at: At): string[] {
  // Handlebars types its nodes as one open interface.
  const name = 'original' in path ? String(path.original) : '';
  const helper = at.program.given.vocabulary.get(name);
  const named = (hash?.pairs ?? []).flatMap(({ value }) => originSource(value, at));
  if (helper?.first === 'label') {
    const values = params.map((param) => expressionSource(param, at));
    return [`found.label ??= [${values.join(', ')}].map(String).join("");`, ...named];
  }
  const isChoice = helper?.kind === 'value' && helper.chooses === true;
  const told = isChoice || helper?.kind === 'logic' ? params.slice(1) : params;
  return [...told.flatMap((param) => originSource(param, at)), ...named];
}

/** A text of spans is one block: it comes from where its spans come from, conditions aside. */
function spansIn(program: hbs.AST.Program | undefined): readonly hbs.AST.Expression[] {
  return (program?.body ?? []).flatMap((statement) => {
    if (statement.type === 'MustacheStatement') {
      // One cast a kind, as above.
      return (statement as hbs.AST.MustacheStatement).params;
    }
    if (statement.type !== 'BlockStatement') return [];
    // As above.
    const { path, program: yes, inverse } = statement as hbs.AST.BlockStatement;
    const isChoice = path.original === 'if' || path.original === 'unless';
    return isChoice ? [...spansIn(yes), ...spansIn(inverse)] : [];
  });
}

/** A statement that runs a helper with a call of its own, which says where its values come from. */
export function tellCall(use: Use, { called, call }: { called: Called; call: string }, at: At) {
  const isText = 'original' in use.path && use.path.original === 'text';
  const params = isText ? [...use.params, ...spansIn(use.program)] : use.params;
  const { program, level } = at;
  const helper = program.capture(called.helper, called.name);
  const find = foundSource(params, at);
  const names = namesSource(use.hash, at);
  const told = program.identifier(`told_${called.name}`);
  program.code.push(
    `const ${told} = { helper: ${helper}, find: ${find}, names: ${names}, count: 0 };`,
  );
  return [`runTold(${told}, ${call}, ${level.scope()}, [${called.args.join(', ')}]);`];
}

/** Entries of a list that are texts know their place in it by their scope. */
export function tellEntries({ params }: hbs.AST.BlockStatement, at: At, level: Level): string[] {
  if (!at.program.given.traced) return [];
  return [`tellEntry(${level.scope()}, ${foundSource(params, at)});`];
}

/** An expression that gives `named`, after the trace was told where its values come from. */
export function tellNamed(
  { named, around }: { named: string; around: string },
  hash: hbs.AST.Hash | undefined,
  at: At,
): string {
  return `toldNamed(${named}, ${around}, ${at.level.scope()}, ${namesSource(hash, at)})`;
}

/** The name of a function that adds to `found` what all these come from. */
function foundSource(expressions: readonly hbs.AST.Expression[], at: At): string {
  return functionSource('found', at, (inner) =>
    expressions.flatMap((expression) => originSource(expression, inner)),
  );
}

/** The name of a function that tells the trace from where each of some named values comes. */
function namesSource(hash: hbs.AST.Hash | undefined, at: At): string {
  return functionSource('named', at, (inner) => [
    'let found;',
    ...(hash?.pairs ?? []).flatMap(({ key, value }) => [
      'found = { fields: [] };',
      ...originSource(value, inner),
      `trace.name(named, ${JSON.stringify(key)}, found.fields);`,
    ]),
  ]);
}

function functionSource(filled: string, at: At, write: (inner: At) => string[]): string {
  const { program, level } = at;
  const fn = new FunctionSource(program.identifier(filled), level.chain());
  const lines = write({ ...at, fn, level: fn.level });
  program.code.push(fn.text(lines, ['trace', filled]));
  return fn.name;
}
