// The code for statements of templates: what runs after what, branches, loops, partials. Calls of
// helpers are program-call.ts's.

import {
  type Body,
  type Called,
  expressionSource,
  freshCallSource,
  keptCallSource,
  pairsSource,
  readCall,
  truthSource,
} from './program-call.ts';
import type { Use } from './program-constant.ts';
import { FunctionSource, indented, type Laid, nothingLaid } from './program-function.ts';
import { hashSource } from './program-hash.ts';
import { type Branch, isBranch, nameOf } from './program-node.ts';
import { tellCall, tellEntries, tellNamed } from './program-origin.ts';
import type { At } from './program-path.ts';
import type { BlockHelper } from './vocabulary.ts';

/** The whole function of a template. */
export function templateSource(program: hbs.AST.Program, at: At): string {
  return at.fn.text(statementsSource(program, at));
}

function statementsSource(program: hbs.AST.Program | undefined, at: At): string[] {
  return (program?.body ?? []).flatMap((statement) => statementSource(statement, at));
}

/** The checks before have refused all other kinds of statement. One cast a kind: see there. */
function statementSource(statement: hbs.AST.Statement, at: At): string[] {
  switch (statement.type) {
    case 'MustacheStatement':
      return callSource(statement as hbs.AST.MustacheStatement, at);
    case 'BlockStatement':
      return blockSource(statement as hbs.AST.BlockStatement, at);
    case 'PartialStatement':
      return partialSource(statement as hbs.AST.PartialStatement, at);
    default:
      return [];
  }
}

function blockSource(block: hbs.AST.BlockStatement, at: At): string[] {
  const [param] = block.params;
  const name = nameOf(block.path);
  if (!isBranch(name) || param === undefined) {
    return callSource(block, at, bodySource(block, at));
  }
  return branches[name](param, block, at);
}

type WriteBranch = (param: hbs.AST.Expression, block: hbs.AST.BlockStatement, at: At) => string[];

const branches: Readonly<Record<Branch, WriteBranch>> = {
  if: (param, { program, inverse }, at) => [
    `if (${truthSource(param, at)}) {`,
    ...indented(statementsSource(program, at)),
    ...elseSource(inverse, at),
    '}',
  ],
  unless: (param, { program, inverse }, at) => [
    `if (!${truthSource(param, at)}) {`,
    ...indented(statementsSource(program, at)),
    ...elseSource(inverse, at),
    '}',
  ],
  with: (param, { program, inverse }, at) => {
    const context = at.fn.temp();
    const level = at.fn.levelWithin(at.level);
    return [
      `${context} = ${expressionSource(param, at)};`,
      `if (says(${context})) {`,
      ...indented(
        withinSource(`within(${at.level.scope()}, ${context})`, program, { ...at, level }),
      ),
      ...elseSource(inverse, at),
      '}',
    ];
  },
  each: (param, block, at) => {
    const source = JSON.stringify(`${at.file}:${block.loc.start.line}`);
    const level = at.fn.levelWithin(at.level);
    const otherwise = statementsSource(block.inverse, at);
    const entry = `entryOf(${at.level.scope()}, list[i], i, count)`;
    return [
      '{',
      ...indented([
        `const list = listOf(${expressionSource(param, at)}, ${source});`,
        'const count = list.length;',
        ...(otherwise.length === 0 ? [] : ['if (count === 0) {', ...indented(otherwise), '}']),
        'for (let i = 0; i < count; i += 1) {',
        ...indented(
          withinSource(entry, block.program, { ...at, level }, tellEntries(block, at, level)),
        ),
        '}',
      ]),
      '}',
    ];
  },
};

function elseSource(inverse: hbs.AST.Program | undefined, at: At): string[] {
  const lines = statementsSource(inverse, at);
  return lines.length === 0 ? [] : ['} else {', ...indented(lines)];
}

/** Statements in a scope of their own, given as an expression. */
function withinSource(
  scope: string,
  program: hbs.AST.Program,
  at: At,
  before: readonly string[] = [],
): string[] {
  const lines = statementsSource(program, at);
  return [...at.level.declared(scope), ...before, ...lines];
}

/** A function of its own, as the helper decides when it runs. */
function bodySource({ path, program, loc }: hbs.AST.BlockStatement, at: At): Body {
  const helper = at.program.given.vocabulary.get(nameOf(path));
  const isAlone = helper?.kind === 'block' && helper.alone === true;
  const chain = isAlone ? [nothingLaid] : at.level.chain();
  const label = `${at.fn.name.replaceAll(/^\$|_\d+$/g, '')}_${loc.start.line}`;
  const functionOf = (write: (inner: At) => string[]): string => {
    const fn = new FunctionSource(at.program.identifier(label), chain);
    at.program.code.push(fn.text(write({ ...at, fn, level: fn.level })));
    return fn.name;
  };
  if (helper?.kind !== 'block' || helper.inSteps !== true) {
    return { name: functionOf((inner) => statementsSource(program, inner)) };
  }
  const steps = program.body
    .filter(({ type }) => !skipped.has(type))
    .map((statement) => functionOf((inner) => statementSource(statement, inner)));
  const inTurn = steps.map((name) => `${name}(s0);`);
  return { name: functionOf(() => inTurn), steps };
}

/** White space between statements, and comments. */
const skipped: ReadonlySet<string> = new Set(['ContentStatement', 'CommentStatement']);

function callSource(use: Use, at: At, body?: Body): string[] {
  const called = readCall(use, at, body);
  const { helper } = called;
  // The checks before refuse helpers of values here.
  if (helper.kind !== 'block') throw new TypeError(`{{${called.name}}} puts nothing on the page`);
  if (!at.program.given.traced) return callLines({ ...called, helper }, at);
  return tellCall(use, { called, call: freshCallSource(called) }, at);
}

function callLines(called: Called<BlockHelper>, at: At): string[] {
  const { helper, name, args, own, steady } = called;
  const { program, fn, level } = at;
  const run = program.capture(helper.run, name);
  const call = keptCallSource(called, at);
  const [first, ...others] = args;
  const second = others.length > 1 ? `[${others.join(', ')}]` : others[0];
  const given = [level.scope(), first, second].filter((one) => one !== undefined);
  if (helper.put === undefined && own.length === 0) return [`${run}(${[call, ...given]});`];
  const temp = fn.temp();
  const codeWith = (build: string) => `${build}(${[temp, ...given].join(', ')})`;
  const lines = [`${temp} = ${call};`];
  // What is the bill's own is laid into the call, until the next bill brings others.
  if (own.length > 0) lines.push(`${temp}.own = ${hashSource(own)};`);
  if (helper.put === undefined) return [...lines, `${codeWith(run)};`];
  const put = program.capture(helper.put, 'put');
  if (!steady || helper.runOnce === undefined) {
    return [...lines, `${put}(${temp}, ${codeWith(run)});`];
  }
  const once = codeWith(program.capture(helper.runOnce, `${name}_once`));
  return [...lines, `${put}(${temp}, (t = ${temp}.made) !== undefined ? t : ${once});`];
}

/** A partial sees the context (or its one parameter) with its named parameters laid over it. */
function partialSource(statement: hbs.AST.PartialStatement, at: At): string[] {
  const name = 'original' in statement.name ? String(statement.name.original) : '';
  const [param] = statement.params;
  const keys = (statement.hash?.pairs ?? []).map(({ key }) => key);
  const around = param === undefined ? at.level.laid : nothingLaid;
  const scope = at.level.scope();
  const partial = at.program.partial(name, new Set([...around, ...keys]));
  // Nothing in it looks around its scope.
  if (param === undefined && keys.length === 0) return [`${partial}(${scope});`];
  const context = param === undefined ? `${scope}.context` : expressionSource(param, at);
  const named = namedSource(statement, around, at);
  return [`${partial}(scopeAlone(${scope}, ${context}, ${named}));`];
}

/** What the partial's own named parameters do not replace stays laid over the context. */
function namedSource({ hash }: hbs.AST.PartialStatement, around: Laid, at: At): string {
  const pairs = pairsSource(hash, at);
  if (pairs.length === 0) return 'undefined';
  const named = `${at.level.scope()}.named`;
  const rest = [...around].filter((key) => pairs.every((pair) => pair.key !== key));
  const kept = rest.map((key) => ({
    key,
    code: `${named}[${JSON.stringify(key)}]`,
    constant: false,
  }));
  const all = hashSource([...kept, ...pairs]);
  if (!at.program.given.traced) return all;
  const told = { named: all, around: around.size === 0 ? 'undefined' : named };
  return tellNamed(told, hash, at);
}
