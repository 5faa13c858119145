// Reads a template's syntax tree for mistakes that would otherwise show at the first bill: unknown
// helpers, parameters, labels, styles, images; text outside helpers; what the dialect bans.

import type { Fault } from '../fault.ts';
import { isConstantCall, type Use } from './program-constant.ts';
import { isBranch, nameOf } from './program-node.ts';
import type { HelperSignature, Naming, Vocabulary } from './vocabulary.ts';

/** The names a layout defines, by what they name. */
export type Names = Readonly<Record<Exclude<Naming, 'any' | 'length'>, ReadonlySet<string>>> & {
  readonly measure: ReadonlySet<string>;
  readonly partial: ReadonlySet<string>;
};

interface Check {
  readonly file: string;
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  readonly faults: Fault[];
}

export function checkTemplate(program: hbs.AST.Program, check: Check): void {
  for (const statement of program.body) checkStatement(statement, check);
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
function checkStatement(statement: hbs.AST.Statement, check: Check): void {
  switch (statement.type) {
    case 'CommentStatement':
      return;
    case 'ContentStatement':
      checkContent(statement as hbs.AST.ContentStatement, check);
      return;
    case 'MustacheStatement':
      checkMustache(statement as hbs.AST.MustacheStatement, check);
      return;
    case 'BlockStatement':
      checkBlock(statement as hbs.AST.BlockStatement, check);
      return;
    case 'PartialStatement':
      checkPartial(statement as hbs.AST.PartialStatement, check);
      return;
    default:
      report(check, statement, `the dialect has no ${statement.type}; see docs/layouts.md`);
  }
}

function checkContent(statement: hbs.AST.ContentStatement, check: Check): void {
  if (statement.value.trim() === '') return;
  report(check, statement, 'text stands outside helpers; write {{text "…" style="…"}}');
}

function checkMustache(statement: hbs.AST.MustacheStatement, check: Check): void {
  if (!statement.escaped) report(check, statement, '{{{…}}} has no meaning here; write {{…}}');
  const name = nameOf(statement.path);
  const signature = check.vocabulary.get(name);
  if (signature === undefined && isCall(statement)) {
    report(check, statement, `there is no helper {{${name}}}`);
  } else if (signature?.kind !== 'block') {
    report(check, statement, `{{${name}}} prints nothing by itself; hand it to {{text …}}`);
  }
  checkUse(statement, signature, check);
}

/** Whether it can only be meant as a call: a value would have no parameters. */
function isCall({ params, hash }: hbs.AST.MustacheStatement): boolean {
  return params.length > 0 || (hash?.pairs.length ?? 0) > 0;
}

function checkBlock(block: hbs.AST.BlockStatement, check: Check): void {
  const name = nameOf(block.path);
  const signature = check.vocabulary.get(name);
  if (!isBranch(name) && signature?.kind !== 'block') {
    report(check, block, `there is no block helper {{#${name}}}`);
  }
  // Handlebars gives `{{^if}}` no program, against its own types.
  if (!('program' in block) || block.program === undefined) {
    report(check, block, 'the dialect has no {{^…}}; write {{#unless …}}');
    return;
  }
  if (isBranch(name)) checkBranch(block, name, check);
  else checkUse(block, signature, check);
  if (block.inverse && !isBranch(name)) report(check, block, `{{#${name}}} has no {{else}}`);
  if (block.program.blockParams?.length) {
    report(check, block, 'the dialect has no block parameters |…|; write this.… or ../…');
  }
  checkTemplate(block.program, check);
  if (block.inverse) checkTemplate(block.inverse, check);
}

function checkBranch(block: hbs.AST.BlockStatement, name: string, check: Check): void {
  if (block.params.length !== 1) report(check, block, `{{#${name}}} takes one value`);
  for (const { key } of block.hash?.pairs ?? []) {
    report(check, block, `{{#${name}}} takes no ${key}=`);
  }
  for (const param of block.params) checkExpression(param, check);
}

function checkPartial(statement: hbs.AST.PartialStatement, check: Check): void {
  const name = 'original' in statement.name ? String(statement.name.original) : '';
  if (!check.names.partial.has(name)) report(check, statement, `there is no partial "${name}"`);
  for (const param of statement.params) checkExpression(param, check);
  for (const pair of statement.hash?.pairs ?? []) checkExpression(pair.value, check);
  checkTwice(statement.hash, check);
}

function checkUse(use: Use, signature: HelperSignature | undefined, check: Check): void {
  const name = nameOf(use.path);
  if (signature?.constantOnly === true && !isConstantCall(use, check.vocabulary)) {
    report(check, use, `{{#${name}}} may hold nothing that depends on the bill`);
  }
  use.params.forEach((param, index) => {
    // A label named by several parameters is put together when the template runs.
    const whole = signature?.first !== 'label' || use.params.length === 1;
    const naming = index === 0 && whole ? signature?.first : undefined;
    if (naming !== undefined) checkLiteral(param, naming, check);
    checkExpression(param, check);
  });
  for (const { key, value, loc } of use.hash?.pairs ?? []) {
    const naming = signature?.hash[key] ?? signature?.hash['*'];
    if (signature !== undefined && naming === undefined) {
      const known = Object.keys(signature.hash).join(', ');
      report(check, { loc }, `{{${name}}} takes no ${key}=; it takes ${known || 'none'}`);
    } else if (naming !== undefined) checkLiteral(value, naming, check);
    checkExpression(value, check);
  }
  checkTwice(use.hash, check);
}

/** Handlebars takes the last one, which nobody sees who changes the first. */
function checkTwice(hash: hbs.AST.Hash | undefined, check: Check): void {
  const given = new Set<string>();
  for (const { key, loc } of hash?.pairs ?? []) {
    if (given.has(key)) report(check, { loc }, `${key}= is given twice`);
    given.add(key);
  }
}

/** As above, a cast from the open node type. */
function checkExpression(expression: hbs.AST.Expression, check: Check): void {
  if (expression.type === 'PathExpression') {
    checkPath(expression as hbs.AST.PathExpression, check);
  }
  if (expression.type !== 'SubExpression') return;
  const use = expression as hbs.AST.SubExpression;
  const name = nameOf(use.path);
  const signature = check.vocabulary.get(name);
  if (signature === undefined) {
    report(check, expression, `there is no helper (${name} …)`);
  } else if (signature?.kind === 'block') {
    report(check, expression, `(${name} …) puts something on the page; it is no value`);
  }
  checkUse(use, signature, check);
}

/** Of Handlebars' own values the dialect has the place in a list. */
function checkPath({ data, original, loc }: hbs.AST.PathExpression, check: Check): void {
  if (!data || ['@index', '@first', '@last'].includes(original)) return;
  report(check, { loc }, `the dialect has no ${original}, only @index, @first and @last`);
}

/** As above, a cast from the open node type. */
function checkLiteral(expression: hbs.AST.Expression, naming: Naming, check: Check): void {
  if (expression.type !== 'StringLiteral' || naming === 'any') return;
  const { value } = expression as hbs.AST.StringLiteral;
  if (value === '') return;
  if (naming === 'length') {
    if (isLength(value, check.names.measure)) return;
    report(check, expression, `"${value}" is neither millimetres nor a measure of layout.json`);
  } else if (!check.names[naming].has(value)) {
    report(check, expression, `there is no ${naming} "${value}"`);
  }
}

function isLength(value: string, measures: ReadonlySet<string>): boolean {
  const bare = value.replace(/^\d+(?:\.\d+)?%\+?/, '').replace(/^-(?=[A-Za-z])/, '');
  return bare === '' || !Number.isNaN(Number(bare)) || measures.has(bare);
}

function report(
  check: Check,
  node: { readonly loc: hbs.AST.SourceLocation },
  reason: string,
): void {
  const source = `${check.file}:${node.loc.start.line}`;
  check.faults.push({ code: 'LAYOUT_BROKEN', message: `${source}: ${reason}.`, source });
}
