// Runs templates: Handlebars' syntax tree turned once into functions, with the subset of its
// meaning that layouts use. It knows no blocks; helpers put them on the page.
//
// Handlebars' own runtime builds text. Here text has no meaning, so its work for each call (copies
// of options, wrapped helpers, escaping) would be thrown away; and it cannot tell which calls are
// the same for every bill. See docs/decisions/0009-templates-as-functions.md.

import {
  type Body,
  type Compiled,
  compileExpression,
  compileHelper,
  compilePairs,
  nameOf,
} from './program-call.ts';
import { compileHash, freshHash } from './program-hash.ts';
import { entriesTold, namesOrigins } from './program-origin.ts';
import { type Evaluate, scopeAlone, scopeWithin } from './program-path.ts';
import {
  type Fields,
  type Run,
  type Scope,
  TemplateMistake,
  type Vocabulary,
} from './vocabulary.ts';

export interface Compiling {
  /** As messages name it: `<layout>/bill.hbs`. */
  readonly file: string;
  readonly vocabulary: Vocabulary;
  /** Filled after all templates are compiled, as partials may call each other. */
  readonly partials: ReadonlyMap<string, Run>;
  /** For the page model, which says where values come from: see program-origin.ts. */
  readonly traced: boolean;
}

export function compileProgram(program: hbs.AST.Program, given: Compiling): Run {
  return compileBody(program, given).run;
}

function compileBody(program: hbs.AST.Program | undefined, given: Compiling): Body {
  const statements = (program?.body ?? []).flatMap((statement) => compileOne(statement, given));
  const steps = statements.map(({ run }) => run);
  return { constant: statements.every(({ constant }) => constant), run: inTurn(steps), steps };
}

function inTurn(runs: readonly Run[]): Run {
  const [first, second] = runs;
  if (first === undefined) return () => {};
  if (second === undefined) return first;
  const rest = inTurn(runs.slice(2));
  return (scope) => {
    first(scope);
    second(scope);
    rest(scope);
  };
}

/** The checks before have refused all other kinds of statement. One cast a kind: see there. */
function compileOne(statement: hbs.AST.Statement, given: Compiling): Compiled<Run>[] {
  switch (statement.type) {
    case 'MustacheStatement':
      return [compileHelper(statement as hbs.AST.MustacheStatement, given)];
    case 'BlockStatement':
      return [compileBlock(statement as hbs.AST.BlockStatement, given)];
    case 'PartialStatement':
      return [compilePartial(statement as hbs.AST.PartialStatement, given)];
    default:
      return [];
  }
}

function compileBlock(block: hbs.AST.BlockStatement, given: Compiling): Compiled<Run> {
  const [param] = block.params;
  const name = nameOf(block.path);
  const body = compileBody(block.program, given);
  if (!isBranch(name) || param === undefined) {
    return compileHelper(block, given, body);
  }
  const value = compileExpression(param, given);
  const otherwise = compileBody(block.inverse, given);
  const constant = value.constant && body.constant && otherwise.constant;
  const source = `${given.file}:${block.loc.start.line}`;
  const inner =
    given.traced && name === 'each' ? entriesTold(param, body.run, originsBy(given)) : body.run;
  return { constant, run: branches[name](value.run, inner, otherwise.run, source) };
}

/** `source` is the place of the branch, for its mistakes. */
type Branch = (value: Evaluate, body: Run, otherwise: Run, source: string) => Run;

/** Handlebars' own block helpers, as far as the dialect has them. */
const branches = {
  if: (value, body, otherwise) => (scope) => {
    if (says(value(scope))) body(scope);
    else otherwise(scope);
  },
  unless: (value, body, otherwise) => (scope) => {
    if (says(value(scope))) otherwise(scope);
    else body(scope);
  },
  with: (value, body, otherwise) => (scope) => {
    const context = value(scope);
    if (says(context)) body(scopeWithin(scope, context));
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
    const { host } = scope;
    const count = list.length;
    for (let index = 0; index < count; index += 1) {
      body({ context: list[index], named: undefined, outer: scope, host, index, count });
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

/** A partial sees the context (or its one parameter) with its named parameters laid over it. */
function compilePartial(statement: hbs.AST.PartialStatement, given: Compiling): Compiled<Run> {
  const name = 'original' in statement.name ? String(statement.name.original) : '';
  const source = `${given.file}:${statement.loc.start.line}`;
  const [param] = statement.params;
  const context = param && compileExpression(param, given).run;
  const pairs = compilePairs(statement.hash, given);
  const namedOf = pairs.length === 0 ? undefined : namedBy(statement.hash, pairs, given);
  const { partials } = given;
  let partial: Run | undefined;
  const run: Run = (scope) => {
    partial ??= partials.get(name);
    if (partial === undefined) throw new TemplateMistake(source, `there is no partial "${name}"`);
    const base = context === undefined ? scope.context : context(scope);
    const around = context === undefined ? scope.named : undefined;
    partial(scopeAlone(scope, base, laidOver(around, namedOf?.(scope), scope)));
  };
  return { constant: false, run };
}

/** Traced ones are objects of their own, which the trace knows. */
function namedBy(
  hash: hbs.AST.Hash | undefined,
  pairs: Parameters<typeof compileHash>[0],
  given: Compiling,
): (scope: Scope) => Fields {
  if (!given.traced) return compileHash(pairs, (named) => named);
  const name = namesOrigins(hash, originsBy(given));
  return freshHash(pairs, (named, scope) => {
    name(named, scope);
    return named;
  });
}

function originsBy(given: Compiling) {
  return { ...given, compile: (one: hbs.AST.Expression) => compileExpression(one, given).run };
}

function laidOver(
  around: Fields | undefined,
  named: Fields | undefined,
  { host }: Scope,
): Fields | undefined {
  if (around === undefined || named === undefined) return named ?? around;
  const laid = { ...around, ...named };
  host.trace?.lay(laid, [around, named]);
  return laid;
}
