// What in a template does not depend on the bill: it is the same for every bill of an edition in a
// language, and made once for all of them.

import { isBranch, nameOf } from './program-node.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What calls have in common, whether `{{name …}}`, `{{#name …}}` or `(name …)`. */
export interface Use {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly program?: hbs.AST.Program;
  readonly loc: hbs.AST.SourceLocation;
}

/** Handlebars types its nodes as one open interface, so each kind needs a cast to its own. */
export function isConstantValue(value: hbs.AST.Expression, vocabulary: Vocabulary): boolean {
  if (value.type === 'PathExpression') return false;
  if (value.type !== 'SubExpression') return true;
  return isConstantCall(value as hbs.AST.SubExpression, vocabulary);
}

export function isConstantCall(use: Use, vocabulary: Vocabulary): boolean {
  const named = use.hash?.pairs ?? [];
  return (
    isSteadyCall(use, vocabulary) && named.every(({ value }) => isConstantValue(value, vocabulary))
  );
}

/** Beside its named parameters nothing in it depends on the bill. */
export function isSteadyCall({ path, params, program }: Use, vocabulary: Vocabulary): boolean {
  return (
    vocabulary.get(nameOf(path))?.pure === true &&
    params.every((param) => isConstantValue(param, vocabulary)) &&
    isConstantBody(program, vocabulary)
  );
}

function isConstantBody(program: hbs.AST.Program | undefined, vocabulary: Vocabulary): boolean {
  return (program?.body ?? []).every((statement) => isConstantStatement(statement, vocabulary));
}

/** A partial may see anything. One cast a kind, as above. */
function isConstantStatement(statement: hbs.AST.Statement, vocabulary: Vocabulary): boolean {
  if (statement.type === 'PartialStatement') return false;
  if (statement.type === 'MustacheStatement') {
    // As above.
    return isConstantCall(statement as hbs.AST.MustacheStatement, vocabulary);
  }
  if (statement.type !== 'BlockStatement') return true;
  // As above.
  const block = statement as hbs.AST.BlockStatement;
  if (!isBranch(nameOf(block.path))) return isConstantCall(block, vocabulary);
  return (
    block.params.every((param) => isConstantValue(param, vocabulary)) &&
    isConstantBody(block.program, vocabulary) &&
    isConstantBody(block.inverse, vocabulary)
  );
}
