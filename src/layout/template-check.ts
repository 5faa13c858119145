// Reads a template's syntax tree for mistakes that would otherwise show at the first bill: unknown
// helpers, parameters, labels, styles, images; text outside helpers; what the dialect bans.

import type { Fault } from '../fault.ts';
import { isBranch, nameOf } from './program.ts';
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
  if (signature?.kind !== 'block') {
    report(check, statement, `{{${name}}} prints nothing by itself; hand it to {{text …}}`);
  }
  checkUse(statement, signature, check);
}

function checkBlock(block: hbs.AST.BlockStatement, check: Check): void {
  const name = nameOf(block.path);
  const signature = check.vocabulary.get(name);
  if (!isBranch(name) && signature?.kind !== 'block') {
    report(check, block, `there is no block helper {{#${name}}}`);
  }
  if (isBranch(name)) for (const param of block.params) checkExpression(param, check);
  else checkUse(block, signature, check);
  checkTemplate(block.program, check);
  if (block.inverse) checkTemplate(block.inverse, check);
}

function checkPartial(statement: hbs.AST.PartialStatement, check: Check): void {
  const name = 'original' in statement.name ? String(statement.name.original) : '';
  if (!check.names.partial.has(name)) report(check, statement, `there is no partial "${name}"`);
  for (const param of statement.params) checkExpression(param, check);
  for (const pair of statement.hash?.pairs ?? []) checkExpression(pair.value, check);
}

interface Use {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
}

function checkUse(use: Use, signature: HelperSignature | undefined, check: Check): void {
  const name = nameOf(use.path);
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
}

/** As above, a cast from the open node type. */
function checkExpression(expression: hbs.AST.Expression, check: Check): void {
  if (expression.type !== 'SubExpression') return;
  const use = expression as hbs.AST.SubExpression;
  const name = nameOf(use.path);
  const signature = check.vocabulary.get(name);
  if (signature === undefined && name !== 'lookup') {
    report(check, expression, `there is no helper (${name} …)`);
  } else if (signature?.kind === 'block') {
    report(check, expression, `(${name} …) puts something on the page; it is no value`);
  }
  checkUse(use, signature, check);
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
