// The code for calls of helpers: values in their places, no lists of arguments, and nothing made
// again that is known. Statements around them are program-statement.ts's.

import { hashSource, type Pair, variantSource } from './program-hash.ts';
import { type At, pathSource } from './program-path.ts';
import { type Helper, TemplateMistake, type ValueHelper } from './vocabulary.ts';

/** An expression; `constant` ones do not look at the scope. */
export interface Expression {
  readonly code: string;
  readonly constant: boolean;
  /** It says true or false. */
  readonly isTruth?: boolean;
}

/** What stands between `{{#name}}` and `{{/name}}`, as functions. */
export interface Body {
  readonly name: string;
  /** Its statements one by one, where the helper wants them. */
  readonly steps?: readonly string[];
  readonly constant: boolean;
}

/** What calls have in common, whether `{{name …}}`, `{{#name …}}` or `(name …)`. */
export interface Use {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
}

/** A call, read and checked. */
export interface Called<H extends Helper = Helper> {
  readonly helper: H;
  readonly name: string;
  /** The expression of its place, and what that keeps for a setting. */
  readonly place: string;
  readonly slot: number;
  readonly args: readonly string[];
  readonly pairs: readonly Pair[];
  /** Of named parameters, those that tell each bill's own. */
  readonly own: readonly Pair[];
  readonly constant: boolean;
  readonly steady: boolean;
}

export function readCall(use: Use, at: At, body?: Body): Called {
  const { program, file } = at;
  const { traced, vocabulary } = program.given;
  const name = nameOf(use.path);
  const helper = vocabulary.get(name);
  const source = `${file}:${use.loc.start.line}`;
  if (helper === undefined) throw new TemplateMistake(source, `there is no helper "${name}"`);
  const params = use.params.map((param) => expressionSource(param, at));
  const all = pairsSource(use.hash, at);
  // What is traced is told anew for each bill in any case.
  const own = traced ? [] : all.filter((pair) => isOwn(pair, helper));
  const pairs = all.filter((pair) => !own.includes(pair));
  const steady = helper.pure && own.length === 0 && isConstant(params) && (body?.constant ?? true);
  const constant = steady && isConstant(pairs);
  if (helper.constantOnly === true && !constant) {
    throw new TemplateMistake(source, `{{#${name}}} may hold nothing that depends on the bill`);
  }
  const slot = program.slot();
  const place = program.listed('places', {
    slot,
    name,
    source,
    place: `${source}:${use.loc.start.column}`,
    count: params.length,
    steady,
    body: undefined,
    steps: undefined,
  });
  if (body !== undefined) program.code.push(`${place}.body = ${body.name};`);
  if (body?.steps !== undefined) program.code.push(`${place}.steps = [${body.steps.join(', ')}];`);
  const args = params.map(({ code }) => code);
  return { helper, name, place, slot, args, pairs, own, constant, steady };
}

function isOwn({ key, constant }: Pair, { own }: Helper): boolean {
  return !constant && own?.includes(key) === true;
}

function isConstant(all: readonly { readonly constant: boolean }[]): boolean {
  return all.every(({ constant }) => constant);
}

/** A call of one use: nothing is kept of it. */
export function freshCallSource({ place, pairs }: Called): string {
  return `freshCall(${place}, host, ${hashSource(pairs)})`;
}

/** The call as it was with the same named parameters. */
export function keptCallSource({ name, place, slot, pairs }: Called, { program }: At): string {
  const moving = pairs.filter(({ constant }) => !constant);
  if (moving.length === 0)
    return keptSource(slot, `keptCall(${place}, host, ${hashSource(pairs)})`);
  const variant = { name: program.identifier(name), place, slot, variants: program.slot() };
  program.code.push(variantSource(variant, pairs));
  return `${variant.name}(${['host', ...moving.map(({ code }) => code)].join(', ')})`;
}

function keptSource(slot: number, otherwise: string): string {
  return `((t = kept[${slot}]) !== undefined ? t : ${otherwise})`;
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
export function expressionSource(expression: hbs.AST.Expression, at: At): Expression {
  switch (expression.type) {
    case 'SubExpression':
      return valueSource(expression as hbs.AST.SubExpression, at);
    case 'PathExpression':
      return { constant: false, code: pathSource(expression as hbs.AST.PathExpression, at) };
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral': {
      const { value } = expression as hbs.AST.StringLiteral;
      return { constant: true, code: JSON.stringify(value) };
    }
    default:
      return { constant: true, code: 'null' };
  }
}

export function pairsSource(hash: hbs.AST.Hash | undefined, at: At): readonly Pair[] {
  // Of two with one name the last one counts.
  const last = new Map((hash?.pairs ?? []).map(({ key, value }) => [key, value]));
  return [...last].map(([key, value]) => ({ key, ...expressionSource(value, at) }));
}

function valueSource(use: hbs.AST.SubExpression, at: At): Expression {
  const called = readCall(use, at);
  const { helper, constant } = called;
  // The checks before refuse helpers of blocks here.
  if (helper.kind === 'block') throw new TypeError(`{{${called.name}}} gives no value`);
  const code = valueCode({ ...called, helper }, at);
  return { code, constant, isTruth: helper.kind === 'logic' };
}

function valueCode(called: Called<ValueHelper>, at: At): string {
  const { helper, name, slot, args, pairs, constant, steady } = called;
  const { program, fn } = at;
  const run = program.capture(helper.run, name);
  const codeWith = (call: string) => `${run}(${[call, ...args].join(', ')})`;
  if (program.given.traced) return codeWith(freshCallSource(called));
  if (constant) return keptSource(slot, `(kept[${slot}] = ${codeWith(freshCallSource(called))})`);
  if (helper.placeless === true && pairs.length === 0) return codeWith('nowhere');
  const call = keptCallSource(called, at);
  if (steady) {
    // Once for each combination of named values.
    const temp = fn.temp();
    const made = `((t = (${temp} = ${call}).made) !== undefined ? t`;
    return `${made} : (${temp}.made = ${codeWith(temp)}))`;
  }
  if (helper.recurs !== true || args.length === 0 || args.length > 2) return codeWith(call);
  const recall = args.length === 1 ? 'recalled' : 'recalledByTwo';
  return `${recall}(${[run, call, ...args].join(', ')})`;
}

export function nameOf(path: hbs.AST.Node): string {
  // One cast: the node says by its type that it is a path.
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}
