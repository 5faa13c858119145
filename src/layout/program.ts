// Runs templates: Handlebars' syntax tree turned once into functions, with the subset of its
// meaning that layouts use. It knows no blocks; helpers put them on the page.
//
// Handlebars' own runtime builds text. Here text has no meaning, so its work for each call (copies
// of options, wrapped helpers, escaping) would be thrown away; and it cannot tell which calls are
// the same for every bill. See docs/decisions/0009-templates-as-functions.md.

import { compilePath, type Evaluate, type Scope } from './program-path.ts';
import type { Site, TemplateCall, Vocabulary } from './vocabulary.ts';
import { TemplateMistake } from './vocabulary.ts';

export type Run = (scope: Scope) => void;

/** An expression or statement; `constant` ones do not look at the scope. */
interface Compiled<F> {
  readonly run: F;
  readonly constant: boolean;
}

export interface Compiling {
  /** As messages name it: `<layout>/bill.hbs`. */
  readonly file: string;
  readonly vocabulary: Vocabulary;
  /** Filled after all templates are compiled, as partials may call each other. */
  readonly partials: ReadonlyMap<string, Run>;
}

export function compileProgram(program: hbs.AST.Program, given: Compiling): Run {
  return compileBody(program, given).run;
}

function compileBody(program: hbs.AST.Program | undefined, given: Compiling): Compiled<Run> {
  const statements = (program?.body ?? []).flatMap((statement) => compileOne(statement, given));
  const runs = statements.map(({ run }) => run);
  const [only] = runs;
  return {
    constant: statements.every(({ constant }) => constant),
    run:
      runs.length === 1 && only !== undefined
        ? only
        : (scope) => {
            for (const run of runs) run(scope);
          },
  };
}

/** The checks before have refused all other kinds of statement. One cast a kind: see there. */
function compileOne(statement: hbs.AST.Statement, given: Compiling): Compiled<Run>[] {
  switch (statement.type) {
    case 'MustacheStatement':
      return [compileCall(statement as hbs.AST.MustacheStatement, given)];
    case 'BlockStatement':
      return [compileBlock(statement as hbs.AST.BlockStatement, given)];
    case 'PartialStatement':
      return [compilePartial(statement as hbs.AST.PartialStatement, given)];
    default:
      return [];
  }
}

interface Use {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
  readonly program?: hbs.AST.Program;
}

function compileBlock(block: hbs.AST.BlockStatement, given: Compiling): Compiled<Run> {
  const [param] = block.params;
  const name = nameOf(block.path);
  if (!isBranch(name) || param === undefined) return compileCall(block, given);
  const value = compileExpression(param, given);
  const body = compileBody(block.program, given);
  const otherwise = compileBody(block.inverse, given);
  const constant = value.constant && body.constant && otherwise.constant;
  const source = `${given.file}:${block.loc.start.line}`;
  return { constant, run: branches[name](value.run, body.run, otherwise.run, source) };
}

/** `source` is the place of the branch, for its mistakes. */
type Branch = (value: Evaluate, body: Run, otherwise: Run, source: string) => Run;

/** Handlebars' own block helpers, as far as the dialect has them. */
const branches = {
  if: (value, body, otherwise) => (scope) => {
    (says(value(scope)) ? body : otherwise)(scope);
  },
  unless: (value, body, otherwise) => (scope) => {
    (says(value(scope)) ? otherwise : body)(scope);
  },
  with: (value, body, otherwise) => (scope) => {
    const context = value(scope);
    if (says(context)) body({ context, outer: scope, loop: scope.loop, host: scope.host });
    else otherwise(scope);
  },
  each: (value, body, otherwise, source) => (scope) => {
    const list = value(scope);
    if (list !== null && !Array.isArray(list)) {
      throw new TemplateMistake(source, '{{#each}} runs over lists only');
    }
    if (list === null || list.length === 0) {
      otherwise(scope);
      return;
    }
    const last = list.length - 1;
    for (const [index, context] of list.entries()) {
      const loop = { index, first: index === 0, last: index === last };
      body({ context, outer: scope, loop, host: scope.host });
    }
  },
} satisfies Record<string, Branch>;

export function isBranch(name: string): name is keyof typeof branches {
  return Object.hasOwn(branches, name);
}

/** Handlebars' idea of emptiness: nothing, false, zero, no text, no entries. */
export function says(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function compileCall(use: Use, given: Compiling): Compiled<Run> {
  const call = compileHelper(use, given);
  return { constant: call.constant, run: (scope) => void call.run(scope) };
}

function compileHelper(use: Use, given: Compiling): Compiled<Evaluate> {
  const name = nameOf(use.path);
  const helper = given.vocabulary.get(name);
  const source = `${given.file}:${use.loc.start.line}`;
  if (helper === undefined) throw new TemplateMistake(source, `there is no helper "${name}"`);
  const args = compileArgs(use.params, given);
  const hash = compileHash(use.hash, given);
  const body = use.program && compileBody(use.program, given);
  const constant = args.constant && hash.constant && (body?.constant ?? true) && helper.pure;
  if (helper.constantOnly === true && !constant) {
    throw new TemplateMistake(source, `{{#${name}}} may hold nothing that depends on the bill`);
  }
  const { fixed } = hash;
  const place = `${source}:${use.loc.start.column}`;
  const site: Site = { place, constant, fixed, memo: [], attributes: [], placement: [] };
  const bodyRun = body?.run;
  const run: Evaluate = (scope) => {
    const call: TemplateCall = {
      name,
      args: args.run(scope),
      hash: hash.run(scope),
      composer: scope.host,
      source,
      site,
      body: bodyRun === undefined ? undefined : bodyIn(scope, bodyRun),
    };
    return helper.run(call);
  };
  if (!constant || helper.kind === 'block') return { constant, run };
  return { constant, run: remembered(run, site) };
}

function bodyIn(scope: Scope, run: Run): (context?: object) => void {
  return (context) => {
    if (context === undefined) run(scope);
    else run({ context, outer: undefined, loop: undefined, host: scope.host });
  };
}

/** A constant value is computed once for each edition and language. */
function remembered(run: Evaluate, { memo }: Site): Evaluate {
  return (scope) => {
    const { setting } = scope.host;
    if (memo[setting] === undefined) memo[setting] = run(scope);
    return memo[setting];
  };
}

function compileArgs(
  params: readonly hbs.AST.Expression[],
  given: Compiling,
): Compiled<(scope: Scope) => readonly unknown[]> {
  const compiled = params.map((param) => compileExpression(param, given));
  const runs = compiled.map(({ run }) => run);
  return {
    constant: compiled.every(({ constant }) => constant),
    run: (scope) => runs.map((run) => run(scope)),
  };
}

type Hash = Readonly<Record<string, unknown>>;

/** Where every value is a literal, one frozen object serves all bills. */
function compileHash(
  hash: hbs.AST.Hash | undefined,
  given: Compiling,
): Compiled<(scope: Scope) => Hash> & { readonly fixed: boolean } {
  const pairs = (hash?.pairs ?? []).map(({ key, value }) => ({
    key,
    value: compileExpression(value, given),
    literal: isLiteral(value),
  }));
  const fixed: Record<string, unknown> = {};
  for (const { key, value, literal } of pairs) if (literal) fixed[key] = value.run(nowhere);
  Object.freeze(fixed);
  const moving = pairs.filter(({ literal }) => !literal);
  return {
    constant: pairs.every(({ value }) => value.constant),
    fixed: moving.length === 0,
    run:
      moving.length === 0
        ? () => fixed
        : (scope) => {
            const values: Record<string, unknown> = { ...fixed };
            for (const { key, value } of moving) values[key] = value.run(scope);
            return values;
          },
  };
}

/** Literals look at no scope. */
const nowhere: Scope = {
  context: undefined,
  outer: undefined,
  loop: undefined,
  host: { setting: -1 },
};

function isLiteral({ type }: hbs.AST.Expression): boolean {
  return type.endsWith('Literal');
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
function compileExpression(expression: hbs.AST.Expression, given: Compiling): Compiled<Evaluate> {
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

/** A partial sees the context (or its one parameter) with its named parameters laid over it. */
function compilePartial(statement: hbs.AST.PartialStatement, given: Compiling): Compiled<Run> {
  const name = 'original' in statement.name ? String(statement.name.original) : '';
  const source = `${given.file}:${statement.loc.start.line}`;
  const [param] = statement.params;
  const context = param && compileExpression(param, given).run;
  const hash = compileHash(statement.hash, given);
  const named = (statement.hash?.pairs.length ?? 0) > 0;
  const { partials } = given;
  const run: Run = (scope) => {
    const partial = partials.get(name);
    if (partial === undefined) throw new TemplateMistake(source, `there is no partial "${name}"`);
    const base = context === undefined ? scope.context : context(scope);
    const inner = named ? { ...asObject(base), ...hash.run(scope) } : base;
    partial({ context: inner, outer: undefined, loop: scope.loop, host: scope.host });
  };
  return { constant: false, run };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

export function nameOf(path: hbs.AST.Node): string {
  // One cast: the node says by its type that it is a path.
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}
