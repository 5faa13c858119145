// The code for calls of helpers: values in their places, no lists of arguments, and nothing made
// again that is known. Statements around them are program-statement.ts's.

import { isConstantCall, isConstantValue, isSteadyCall, type Use } from './program-constant.ts';
import { hashSource, type Pair, variantSource } from './program-hash.ts';
import { nameOf } from './program-node.ts';
import { type At, pathSource } from './program-path.ts';
import type { Helper, ValueHelper } from './vocabulary.ts';

/** What stands between `{{#name}}` and `{{/name}}`, as functions. */
export interface Body {
  readonly name: string;
  /** Its statements one by one, where the helper wants them. */
  readonly steps?: readonly string[];
}

/** A call as it was read. */
export interface Called<H extends Helper = Helper> {
  readonly helper: H;
  readonly name: string;
  /** The expression of its site, and the number of what that keeps for a setting. */
  readonly site: string;
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
  // The checks before have refused it.
  if (helper === undefined) throw new TypeError(`${source}: there is no helper "${name}"`);
  const all = pairsSource(use.hash, at);
  // What is traced is told anew for each bill in any case.
  const own = traced ? [] : all.filter((pair) => isOwn(pair, helper));
  const steady = own.length === 0 && isSteadyCall(use, vocabulary);
  const slot = program.slot();
  const site = program.listed('sites', {
    slot,
    name,
    source,
    place: `${source}:${use.loc.start.column}`,
    count: use.params.length,
    steady,
    body: undefined,
    steps: undefined,
  });
  if (body !== undefined) program.code.push(`${site}.body = ${body.name};`);
  if (body?.steps !== undefined) program.code.push(`${site}.steps = [${body.steps.join(', ')}];`);
  return {
    helper,
    name,
    site,
    slot,
    args: use.params.map((param) => expressionSource(param, at)),
    pairs: all.filter((pair) => !own.includes(pair)),
    own,
    constant: isConstantCall(use, vocabulary),
    steady,
  };
}

function isOwn({ key, constant }: Pair, { own }: Helper): boolean {
  return !constant && own?.includes(key) === true;
}

/** A call of one use: nothing is kept of it. */
export function freshCallSource({ site, pairs }: Called): string {
  return `freshCall(${site}, host, ${hashSource(pairs)})`;
}

/** The call as it was with the same named parameters. */
export function keptCallSource({ name, site, slot, pairs }: Called, { program }: At): string {
  const moving = pairs.filter(({ constant }) => !constant);
  const made = `keptCall(${site}, host, ${hashSource(pairs)})`;
  if (moving.length === 0) return keptSource(slot, made);
  const variant = { name: program.identifier(name), site, slot, variants: program.slot() };
  program.code.push(variantSource(variant, pairs));
  return `${variant.name}(${['host', ...moving.map(({ code }) => code)].join(', ')})`;
}

function keptSource(slot: number, otherwise: string): string {
  return `((t = kept[${slot}]) !== undefined ? t : ${otherwise})`;
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
export function expressionSource(expression: hbs.AST.Expression, at: At): string {
  switch (expression.type) {
    case 'SubExpression':
      return valueSource(expression as hbs.AST.SubExpression, at);
    case 'PathExpression':
      return pathSource(expression as hbs.AST.PathExpression, at);
    case 'StringLiteral':
      return JSON.stringify((expression as hbs.AST.StringLiteral).value);
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return String((expression as hbs.AST.NumberLiteral).value);
    default:
      return 'null';
  }
}

/** The same, as what {{#if}} asks. */
export function truthSource(expression: hbs.AST.Expression, at: At): string {
  const code = expressionSource(expression, at);
  if (expression.type !== 'SubExpression') return `says(${code})`;
  // A cast as above.
  const { path } = expression as hbs.AST.SubExpression;
  const isTruth = at.program.given.vocabulary.get(nameOf(path))?.kind === 'logic';
  return isTruth ? code : `says(${code})`;
}

export function pairsSource(hash: hbs.AST.Hash | undefined, at: At): readonly Pair[] {
  const { vocabulary } = at.program.given;
  return (hash?.pairs ?? []).map(({ key, value }) => {
    const constant = isConstantValue(value, vocabulary);
    return { key, code: expressionSource(value, at), constant };
  });
}

function valueSource(use: hbs.AST.SubExpression, at: At): string {
  const called = readCall(use, at);
  const { helper } = called;
  // As above.
  if (helper.kind === 'block') throw new TypeError(`{{${called.name}}} gives no value`);
  return valueCode({ ...called, helper }, at);
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
