// Calls of helpers as functions: values in their places, no lists of arguments, and nothing made
// again that is known. Statements around them are program.ts's.

import { Memo } from './memo.ts';
import { compileHash, freshHash, onceASetting, type Pair } from './program-hash.ts';
import { type Retell, retelling } from './program-origin.ts';
import { compilePath, type Evaluate } from './program-path.ts';
import {
  type BlockHelper,
  type Helper,
  type Run,
  type Scope,
  type TemplateCall,
  TemplateMistake,
  type ValueHelper,
  type Vocabulary,
} from './vocabulary.ts';

/** An expression or statement; `constant` ones do not look at the scope. */
export interface Compiled<F> {
  readonly run: F;
  readonly constant: boolean;
}

interface CompiledPair extends Pair {
  readonly constant: boolean;
}

/** What stands between `{{#name}}` and `{{/name}}`. */
export interface Body extends Compiled<Run> {
  /** Its statements one by one. */
  readonly steps: readonly Run[];
}

interface Given {
  /** As messages name it: `<layout>/bill.hbs`. */
  readonly file: string;
  readonly vocabulary: Vocabulary;
  /** Sources say where values come from, and nothing is kept. */
  readonly traced: boolean;
}

/** What calls have in common, whether `{{name …}}`, `{{#name …}}` or `(name …)`. */
export interface Use {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
  readonly program?: hbs.AST.Program;
}

export function compileHelper(use: Use, given: Given, body?: Body): Compiled<Evaluate> {
  const name = nameOf(use.path);
  const helper = given.vocabulary.get(name);
  const source = `${given.file}:${use.loc.start.line}`;
  if (helper === undefined) throw new TemplateMistake(source, `there is no helper "${name}"`);
  const args = use.params.map((param) => compileExpression(param, given));
  const pairs = compilePairs(use.hash, given);
  // What is traced is told anew for each bill in any case.
  const own = given.traced ? [] : pairs.filter((pair) => isOwn(pair, helper));
  const named = pairs.filter((pair) => !own.includes(pair));
  const steady = helper.pure && own.length === 0 && isConstant(args) && (body?.constant ?? true);
  const constant = steady && isConstant(pairs);
  if (helper.constantOnly === true && !constant) {
    throw new TemplateMistake(source, `{{#${name}}} may hold nothing that depends on the bill`);
  }
  const place = `${source}:${use.loc.start.column}`;
  const byHash = given.traced ? freshHash : compileHash;
  const sameCallOf = byHash(named, (hash, { host }): TemplateCall => {
    const filled = { own: undefined, attributes: undefined, placement: undefined, made: undefined };
    const around = { count: args.length, body: body?.run, steps: body?.steps };
    return { name, source, place, steady, hash, composer: host, ...around, ...filled };
  });
  const callOf = withOwn(sameCallOf, own);
  const kept = constant && !given.traced;
  const parts = { callOf, args: args.map(({ run }) => run), constant: kept, steady };
  if (!given.traced || helper.kind !== 'block') return { constant, run: compileRun(helper, parts) };
  const retell = retelling(use, helper, { ...given, compile: (one) => runOf(one, given) });
  return { constant, run: tracedRun(helper, parts, retell) };
}

function isOwn({ key, constant }: CompiledPair, { own }: Helper): boolean {
  return !constant && own?.includes(key) === true;
}

/** What is the bill's own is laid into the call for as long as it runs. */
function withOwn(
  callOf: (scope: Scope) => TemplateCall,
  pairs: readonly Pair[],
): (scope: Scope) => TemplateCall {
  if (pairs.length === 0) return callOf;
  return (scope) => {
    const own: Record<string, unknown> = {};
    for (const { key, run } of pairs) own[key] = run(scope);
    const call = callOf(scope);
    call.own = own;
    return call;
  };
}

function runOf(expression: hbs.AST.Expression, given: Given): Evaluate {
  return compileExpression(expression, given).run;
}

/** Each call is told anew, and what stands in it stands in its table and column. */
function tracedRun(helper: BlockHelper, parts: Parts, retell: Retell): Evaluate {
  const callOf = (scope: Scope) => retell(parts.callOf(scope), scope);
  const run = blockRun(helper, { ...parts, callOf });
  return (scope) => {
    const { trace } = scope.host;
    if (trace === undefined) return run(scope);
    const { place } = trace;
    try {
      return run(scope);
    } finally {
      trace.place = place;
    }
  };
}

interface Parts {
  readonly callOf: (scope: Scope) => TemplateCall;
  readonly args: readonly Evaluate[];
  readonly constant: boolean;
  readonly steady: boolean;
}

function compileRun(helper: Helper, parts: Parts): Evaluate {
  if (helper.kind === 'block') return blockRun(helper, parts);
  const run = valueRun(helper.run, parts);
  if (parts.constant) return onceASetting(run);
  if (parts.steady) return madeOnce(run, parts);
  const [a, b] = parts.args;
  if (helper.recurs !== true || a === undefined || parts.args.length > 2) return run;
  return b === undefined ? recalled(helper, a, parts) : recalledByTwo(helper, [a, b], parts);
}

function blockRun({ run }: BlockHelper, { callOf, args }: Parts): Evaluate {
  const [a, b, ...rest] = args;
  if (a === undefined) return (scope) => run(callOf(scope), scope);
  if (b === undefined) return (scope) => run(callOf(scope), scope, a(scope));
  if (rest.length === 0) return (scope) => run(callOf(scope), scope, a(scope), b(scope));
  const others = [b, ...rest];
  return (scope) =>
    run(
      callOf(scope),
      scope,
      a(scope),
      others.map((arg) => arg(scope)),
    );
}

function valueRun(run: ValueHelper['run'], { callOf, args }: Parts): Evaluate {
  const [a, b, c] = args;
  if (a === undefined) return (scope) => run(callOf(scope));
  if (b === undefined) return (scope) => run(callOf(scope), a(scope));
  if (c === undefined) return (scope) => run(callOf(scope), a(scope), b(scope));
  if (args.length === 3) return (scope) => run(callOf(scope), a(scope), b(scope), c(scope));
  return (scope) => run(callOf(scope), ...args.map((arg) => arg(scope)));
}

/** Its values are constants: once for each combination of named values. */
function madeOnce(run: Evaluate, { callOf }: Parts): Evaluate {
  return (scope) => {
    const call = callOf(scope);
    if (call.made === undefined) call.made = run(scope);
    return call.made;
  };
}

/** Equal values give the same object, so that what is made of it can be found again. */
function recalled({ run }: ValueHelper, a: Evaluate, { callOf }: Parts): Evaluate {
  return (scope) => {
    const call = callOf(scope);
    const value = a(scope);
    if (value === null) return run(call, value);
    const memo = memoOf<unknown>(call);
    const known = memo.get(value);
    if (known !== undefined) return known;
    const made = run(call, value);
    if (made !== undefined) memo.set(value, made);
    return made;
  };
}

/** The same for two values, of which the second tells more. */
function recalledByTwo(
  { run }: ValueHelper,
  [first, second]: readonly [Evaluate, Evaluate],
  { callOf }: Parts,
): Evaluate {
  return (scope) => {
    const call = callOf(scope);
    const a = first(scope);
    const b = second(scope);
    const memo = memoOf<{ readonly a: unknown; readonly made: unknown }>(call);
    const known = memo.get(b);
    if (known !== undefined && known.a === a) return known.made;
    const made = run(call, a, b);
    memo.set(b, { a, made });
    return made;
  };
}

/** One cast: only the two functions above keep something in the call of a value that recurs. */
function memoOf<V>(call: TemplateCall): Memo<unknown, V> {
  if (call.made === undefined) call.made = new Memo<unknown, V>();
  return call.made as Memo<unknown, V>;
}

function isConstant(all: readonly { readonly constant: boolean }[]): boolean {
  return all.every(({ constant }) => constant);
}

export function compilePairs(
  hash: hbs.AST.Hash | undefined,
  given: Given,
): readonly CompiledPair[] {
  return (hash?.pairs ?? []).map(({ key, value }) => {
    return { key, literal: value.type.endsWith('Literal'), ...compileExpression(value, given) };
  });
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
export function compileExpression(
  expression: hbs.AST.Expression,
  given: Given,
): Compiled<Evaluate> {
  switch (expression.type) {
    case 'SubExpression':
      return compileHelper(expression as hbs.AST.SubExpression, given);
    case 'PathExpression':
      return {
        constant: false,
        run: compilePath(expression as hbs.AST.PathExpression, given.file),
      };
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral': {
      const { value } = expression as hbs.AST.StringLiteral;
      return { constant: true, run: () => value };
    }
    default:
      return { constant: true, run: () => null };
  }
}

export function nameOf(path: hbs.AST.Node): string {
  // One cast: the node says by its type that it is a path.
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}
