// The code for statements of templates: what runs after what, branches, loops, partials. Calls of
// helpers are program-call.ts's.

import {
  type Body,
  type Called,
  type Expression,
  expressionSource,
  freshCallSource,
  keptCallSource,
  nameOf,
  pairsSource,
  readCall,
  type Use,
} from './program-call.ts';
import { FunctionSource, indented, type Laid, nothingLaid } from './program-function.ts';
import { hashSource } from './program-hash.ts';
import { tellCall, tellEntries, tellNamed } from './program-origin.ts';
import type { At } from './program-path.ts';
import type { BlockHelper } from './vocabulary.ts';

/** Lines of code; `constant` ones do not look at the scope. */
export interface Statements {
  readonly lines: readonly string[];
  readonly constant: boolean;
}

const nothing: Statements = { lines: [], constant: true };

export function statementsSource(program: hbs.AST.Program | undefined, at: At): Statements {
  const all = (program?.body ?? []).map((statement) => statementSource(statement, at));
  return {
    lines: all.flatMap(({ lines }) => lines),
    constant: all.every(({ constant }) => constant),
  };
}

/** The checks before have refused all other kinds of statement. One cast a kind: see there. */
function statementSource(statement: hbs.AST.Statement, at: At): Statements {
  switch (statement.type) {
    case 'MustacheStatement':
      return callSource(statement as hbs.AST.MustacheStatement, at);
    case 'BlockStatement':
      return blockSource(statement as hbs.AST.BlockStatement, at);
    case 'PartialStatement':
      return partialSource(statement as hbs.AST.PartialStatement, at);
    default:
      return nothing;
  }
}

function blockSource(block: hbs.AST.BlockStatement, at: At): Statements {
  const [param] = block.params;
  const name = nameOf(block.path);
  if (!isBranch(name) || param === undefined) {
    return callSource(block, at, bodySource(block, at));
  }
  return branches[name](expressionSource(param, at), block, at);
}

/** Handlebars' own block helpers, as far as the dialect has them. */
const branches = {
  if: (value, { program, inverse }, at) => {
    return choiceSource(value, statementsSource(program, at), statementsSource(inverse, at));
  },
  unless: (value, { program, inverse }, at) => {
    const code = `!${truthOf(value)}`;
    const denied = { code, constant: value.constant, isTruth: true };
    return choiceSource(denied, statementsSource(program, at), statementsSource(inverse, at));
  },
  with: (value, { program, inverse }, at) => {
    const level = at.fn.levelWithin(at.level);
    const body = statementsSource(program, { ...at, level });
    const temp = at.fn.temp();
    const lines = [...level.declared(`within(${at.level.scope()}, ${temp})`), ...body.lines];
    const context = { code: `(${temp} = ${value.code})`, constant: value.constant };
    return choiceSource(context, { ...body, lines }, statementsSource(inverse, at));
  },
  each: (value, block, at) => {
    const level = at.fn.levelWithin(at.level);
    const body = statementsSource(block.program, { ...at, level });
    const otherwise = statementsSource(block.inverse, at);
    const source = JSON.stringify(`${at.file}:${block.loc.start.line}`);
    const lines = [
      '{',
      ...indented([
        `const list = listOf(${value.code}, ${source});`,
        'const count = list.length;',
        ...(otherwise.lines.length === 0
          ? []
          : ['if (count === 0) {', ...indented(otherwise.lines), '}']),
        'for (let i = 0; i < count; i += 1) {',
        ...indented([
          ...level.declared(`entryOf(${at.level.scope()}, list[i], i, count)`),
          ...tellEntries(block, at, level),
          ...body.lines,
        ]),
        '}',
      ]),
      '}',
    ];
    return { lines, constant: value.constant && body.constant && otherwise.constant };
  },
} satisfies Record<
  string,
  (value: Expression, block: hbs.AST.BlockStatement, at: At) => Statements
>;

export function isBranch(name: string): name is keyof typeof branches {
  return Object.hasOwn(branches, name);
}

function choiceSource(value: Expression, yes: Statements, no: Statements): Statements {
  const otherwise = no.lines.length === 0 ? [] : ['} else {', ...indented(no.lines)];
  return {
    lines: [`if (${truthOf(value)}) {`, ...indented(yes.lines), ...otherwise, '}'],
    constant: value.constant && yes.constant && no.constant,
  };
}

function truthOf({ code, isTruth }: Expression): string {
  return isTruth === true ? code : `says(${code})`;
}

/** A function of its own, as the helper decides when it runs. */
function bodySource({ path, program, loc }: hbs.AST.BlockStatement, at: At): Body {
  const helper = at.program.given.vocabulary.get(nameOf(path));
  const isAlone = helper?.kind === 'block' && helper.alone === true;
  const chain = isAlone ? [nothingLaid] : at.level.chain();
  const label = `${at.fn.name.replaceAll(/^\$|_\d+$/g, '')}_${loc.start.line}`;
  const functionOf = (write: (inner: At) => Statements) => {
    const fn = new FunctionSource(at.program.identifier(label), chain);
    const { lines, constant } = write({ ...at, fn, level: fn.level });
    at.program.code.push(fn.text(lines));
    return { name: fn.name, lines, constant };
  };
  if (helper?.kind !== 'block' || helper.inSteps !== true) {
    return functionOf((inner) => statementsSource(program, inner));
  }
  const steps = program.body
    .map((statement) => functionOf((inner) => statementSource(statement, inner)))
    .filter(({ lines }) => lines.length > 0);
  const whole = functionOf(({ level }) => ({
    lines: steps.map(({ name }) => `${name}(${level.scope()});`),
    constant: steps.every(({ constant }) => constant),
  }));
  return { ...whole, steps: steps.map(({ name }) => name) };
}

function callSource(use: Use & { program?: hbs.AST.Program }, at: At, body?: Body): Statements {
  const called = readCall(use, at, body);
  const { helper, constant } = called;
  // The checks before refuse helpers of values here.
  if (helper.kind !== 'block') throw new TypeError(`{{${called.name}}} puts nothing on the page`);
  const lines = at.program.given.traced
    ? tellCall(use, { called, call: freshCallSource(called) }, at)
    : callLines({ ...called, helper }, at);
  return { lines, constant };
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
  // What is the bill's own is laid into the call for as long as it runs.
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
function partialSource(statement: hbs.AST.PartialStatement, at: At): Statements {
  const name = 'original' in statement.name ? String(statement.name.original) : '';
  const source = `${at.file}:${statement.loc.start.line}`;
  const [param] = statement.params;
  const pairs = pairsSource(statement.hash, at);
  const { level, program } = at;
  const around = param === undefined ? level.laid : nothingLaid;
  const scope = level.scope();
  const fn = program.partial(name, new Set([...around, ...pairs.map(({ key }) => key)]), source);
  if (param === undefined && pairs.length === 0) {
    // Nothing in it looks around its scope.
    return { lines: [`${fn}(${scope});`], constant: false };
  }
  const context = param === undefined ? `${scope}.context` : expressionSource(param, at).code;
  const named = namedSource(statement, around, at);
  return { lines: [`${fn}(scopeAlone(${scope}, ${context}, ${named}));`], constant: false };
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
  return at.program.given.traced ? tellNamed(all, hash, at) : all;
}
