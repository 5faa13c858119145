// Which fields and labels the values of a call come from, in templates that are compiled to be
// traced. It follows the template's text: what a condition looks at is not where a value comes
// from. Templates that print know nothing of it.

import { type Origin, withOrigin } from '../typeset/origin.ts';
import { compilePath, type Evaluate, scopeAt } from './program-path.ts';
import type { Fields, Helper, Run, Scope, TemplateCall, Trace, Vocabulary } from './vocabulary.ts';

/** What one expression contributes; of several labels the first is kept. */
interface Found {
  readonly fields: string[];
  label?: string;
}

type Find = (scope: Scope, trace: Trace, found: Found) => void;

interface Given {
  readonly file: string;
  readonly vocabulary: Vocabulary;
  /** Compiles an expression as its place in the template does. */
  compile(expression: hbs.AST.Expression): Evaluate;
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
function findOrigin(expression: hbs.AST.Expression, given: Given): Find {
  if (expression.type === 'SubExpression') {
    return ofHelper(expression as hbs.AST.SubExpression, given);
  }
  if (expression.type === 'PathExpression') {
    return ofPath(expression as hbs.AST.PathExpression, given.file);
  }
  return () => {};
}

function ofPath(path: hbs.AST.PathExpression, file: string): Find {
  const names = path.parts.map(String);
  if (path.data) return () => {};
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) {
    return (scope, trace, found) => {
      const around = scopeAt(scope, path.depth);
      const isText = typeof around?.context !== 'object';
      found.fields.push(
        ...trace.fieldsOf(isText ? around : around.context, isText ? 'this' : undefined),
      );
    };
  }
  if (names.length > 1) {
    const holder = compilePath({ ...path, parts: path.parts.slice(0, -1) }, file);
    return (scope, trace, found) => {
      found.fields.push(...trace.fieldsOf(holder(scope), last));
    };
  }
  return (scope, trace, found) => {
    const around = scopeAt(scope, path.depth);
    const isNamed = around?.named !== undefined && Object.hasOwn(around.named, first);
    found.fields.push(...trace.fieldsOf(isNamed ? around.named : around?.context, first));
  };
}

/** Of a choice the condition is not looked at; other logic gives no value that is printed. */
function ofHelper(use: hbs.AST.SubExpression, given: Given): Find {
  const name = use.path.type === 'PathExpression' ? String(use.path.original) : '';
  const helper = given.vocabulary.get(name);
  const params = helper?.kind === 'logic' ? use.params.slice(1) : use.params;
  const finds = params.map((param) => findOrigin(param, given));
  const named = (use.hash?.pairs ?? []).map(({ value }) => findOrigin(value, given));
  const isLabel = helper?.first === 'label';
  const values = isLabel ? use.params.map((param) => given.compile(param)) : [];
  return (scope, trace, found) => {
    if (isLabel) found.label ??= values.map((value) => String(value(scope))).join('');
    else for (const find of finds) find(scope, trace, found);
    for (const find of named) find(scope, trace, found);
  };
}

interface Use {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly program?: hbs.AST.Program;
}

/**
 * A text of spans is one block: it comes from where its spans come from, conditions aside. One cast
 * a kind, as above.
 */
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

/** Turns a call into one of its own that says where its values come from. */
export type Retell = (call: TemplateCall, scope: Scope) => TemplateCall;

/**
 * What stands in a table or a column inherits that, so the caller gives back `place` afterwards.
 * Each call has a place of its own: nothing may be kept from one for the next.
 */
export function retelling(use: Use, helper: Helper, given: Given): Retell {
  // Handlebars types its nodes as one open interface.
  const isText = 'original' in use.path && use.path.original === 'text';
  const params = isText ? [...use.params, ...spansIn(use.program)] : use.params;
  const finds = params.map((param) => findOrigin(param, given));
  const [first] = use.params;
  const named = first === undefined ? undefined : given.compile(first);
  const name = namesOrigins(use.hash, given);
  let count = 0;
  return (call, scope) => {
    const { trace } = scope.host;
    if (trace === undefined) return call;
    const found: Found = { fields: [] };
    for (const find of finds) find(scope, trace, found);
    enter(trace, helper, named?.(scope));
    name(call.hash, scope);
    count += 1;
    const place = helper.constantOnly === true ? call.place : `${call.place}#${count}`;
    return { ...call, place, source: withOrigin(call.source, originFrom(found, trace)) };
  };
}

function enter(trace: Trace, { first }: Helper, value: unknown): void {
  if (typeof value !== 'string') return;
  if (first === 'table') trace.place = { table: value };
  if (first === 'column') trace.place = { ...trace.place, column: value };
}

function originFrom({ fields, label }: Found, { place }: Trace): Origin {
  // Of a supplier and its name the name tells more.
  const field = [...new Set(fields)].filter(
    (pointer) => !fields.some((other) => other.startsWith(`${pointer}/`)),
  );
  return {
    ...(field.length > 0 && { field }),
    ...(label !== undefined && { label }),
    ...place,
  };
}

/** Tells the trace from where each of some named values comes. */
export function namesOrigins(
  hash: hbs.AST.Hash | undefined,
  given: Given,
): (named: Fields, scope: Scope) => void {
  const finds = (hash?.pairs ?? []).map(({ key, value }) => ({
    key,
    find: findOrigin(value, given),
  }));
  return (named, scope) => {
    const { trace } = scope.host;
    if (trace === undefined) return;
    for (const { key, find } of finds) {
      const found: Found = { fields: [] };
      find(scope, trace, found);
      trace.name(named, key, found.fields);
    }
  };
}

/** Entries of a list that are texts know their place in it by their scope. */
export function entriesTold(list: hbs.AST.Expression, body: Run, given: Given): Run {
  const find = findOrigin(list, given);
  return (scope) => {
    const { trace } = scope.host;
    if (trace !== undefined && scope.outer !== undefined && typeof scope.context !== 'object') {
      const found: Found = { fields: [] };
      find(scope.outer, trace, found);
      const [only, ...others] = found.fields;
      const isList = only !== undefined && others.length === 0;
      trace.name(scope, 'this', isList ? [`${only}/${scope.index}`] : found.fields);
    }
    body(scope);
  };
}
